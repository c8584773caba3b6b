import { inBothLanguages } from "../../../cards/bilingual.ts";
import { periodName } from "../../../cards/names.ts";
import { groupRankingCard } from "../../../cards/ranking/ranking.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { cardsOfReader } from "../../../db/cards.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { REPLACEABLE } from "../../../db/stale-cards.ts";
import type { Deps } from "../../deps.ts";
import { leaguesOf } from "../../domain/explain/leagues.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { type Publication, rankingOf } from "../../domain/ranking/publication.ts";
import { townOfficial } from "../roster/people.ts";
import { publicGroups } from "../roster/readers.ts";
import { enqueueCard, enqueueLiving } from "../sending/enqueue-message.ts";
import { programmeIn } from "../stages/still-in.ts";
import { bandsFor } from "./rank-facts.ts";

/**
 * The ranking to every bound group; and privately to each town's official the town's own result, where it changed since the
 * provisional score or the provisional card can no longer be updated. `last`: the quarter before.
 */
export async function announcements(
  deps: Deps,
  publication: Publication,
  last: Publication | null,
  provisional: Publication | null,
): Promise<OutboxRow[]> {
  const { programme } = deps;
  const { period } = publication;
  const now = deps.clock.now();
  const cause = `ranking ${period}`;
  const fallbackIn = (locale: Locale) => noticeText[locale].rankingFallback(periodName(period, locale));
  const ranking = rankingOf(publication, programme);
  const leagues = leaguesOf(publication, last, programme);
  const card = groupRankingCard({ programme, ranking, bands: bandsFor(publication), leagues });
  const groups = (await publicGroups(deps)).map(({ chatId }) =>
    enqueueCard({ chatId, quiet: true }, card, cause, inBothLanguages(fallbackIn), now, {
      kind: "ranking",
      subject: cause,
    }),
  );
  const { towns: ranked } = await programmeIn(deps, period);
  const towns = await Promise.all(
    ranked.map(async ({ slug }) => {
      const subject = `${period}/${slug}`;
      const same = provisional !== null && sameLine(provisional, publication, slug);
      const officials = await townOfficial(deps, slug);
      const told = await Promise.all(
        officials.map(async ({ openId }) => same && (await hasProvisional(deps, openId, subject))),
      );
      return officials
        .filter((_, i) => !told[i])
        .map(({ openId, locale }) => {
          const line = { kind: "line", subject } as const;
          return enqueueLiving({ openId, quiet: true }, line, `${cause} line`, fallbackIn(locale), now);
        });
    }),
  );
  return [...groups, ...towns.flat()];
}

/** ms. A margin of a day for delays of the update. */
const DAY = 86_400_000;

/** Whether an official has a card of the provisional score that will be updated to the published result. */
async function hasProvisional(deps: Deps, openId: string, subject: string): Promise<boolean> {
  const cards = await cardsOfReader(deps.db, { openId, kind: "provisional", subject });
  return cards.some(({ view, at }) => view === "overview" && deps.clock.now() - at < REPLACEABLE - DAY);
}

/** Whether a town's own result is the same in both. */
function sameLine(one: Publication, other: Publication, town: string): boolean {
  const [before, after] = [one, other].map(({ result }) => result.rows.find((row) => row.town === town));
  return JSON.stringify(before) === JSON.stringify(after);
}
