import { periodName } from "../../../cards/names.ts";
import { rankingCard } from "../../../cards/office/ranking.ts";
import { type TownLineView, townLineCard } from "../../../cards/office/town-line.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { boundChats, cardsOf } from "../../../db/chats.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import { type LeagueRow, leaguesOf } from "../../domain/explain/leagues.ts";
import { whatIf } from "../../domain/explain/what-if.ts";
import type { Locale } from "../../domain/people.ts";
import { type Publication, rankingOf } from "../../domain/publication.ts";
import { askedQuestionsOf } from "../report/asked-questions.ts";
import { townOfficials } from "../roster/people.ts";
import { enqueueCard, enqueueUpdate } from "../sending/enqueue-message.ts";
import { bandsFor } from "./rank-facts.ts";

/**
 * The ranking to every bound group, and to each town's officials their own line in private: in the place of the
 * provisional one where nothing of it changed since, as a message of its own where something did. `last`: the quarter
 * before.
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
  const subject = `ranking ${period}`;
  const fallbackIn = (locale: Locale) => noticeText[locale].rankingFallback(periodName(period, locale));
  const ranking = rankingOf(publication, programme);
  const before = last ? rankingOf(last, programme).rows : [];
  const leagues = leaguesOf(publication, last, programme);
  const bands = bandsFor(publication);
  const questions = await askedQuestionsOf(deps, period);
  const groups = (await boundChats(deps.db)).map((chat) => {
    const card = rankingCard({ programme, ranking, bands, leagues, locale: "zh-CN" });
    return enqueueCard({ chatId: chat.chatId, quiet: true }, card, subject, fallbackIn("zh-CN"), now, {
      kind: "ranking",
      subject,
    });
  });
  const towns = await Promise.all(
    programme.towns.map(async (town) => {
      const row = before.find((r) => r.town.slug === town.slug);
      const place = placeOf(publication, leagues.find((r) => r.town === town.slug) ?? null);
      const asked = questions.get(town.slug);
      const own = { ...(row ? { previous: row } : {}), ...(asked ? { questions: asked } : {}) };
      const view = { programme, ranking, town, place, ...own };
      const stands = { kind: "line", subject: `${period}/${town.slug}` };
      const shown = await provisionalCards(deps, stands.subject);
      const same = provisional !== null && sameLine(provisional, publication, town.slug);
      return (await townOfficials(deps, town.slug)).flatMap(({ openId, locale }) => {
        const card = townLineCard({ ...view, locale });
        const earlier = shown.get(openId);
        // What is no longer provisional stops saying so, whether or not its town is written to again.
        const replaced = earlier ? [enqueueUpdate(earlier, card, `${subject} line`, now, stands)] : [];
        if (same && earlier) return replaced;
        return [
          ...replaced,
          enqueueCard({ openId, quiet: true }, card, `${subject} line`, fallbackIn(locale), now, stands),
        ];
      });
    }),
  );
  return [...groups, ...towns.flat()];
}

/** A sent card can be replaced for 14 days (feishu-contract 3.0); a day is left for whatever holds the update up. */
const REPLACEABLE = 13 * 86_400_000;

/** The message that shows each official a provisional score still, where it can be replaced. */
async function provisionalCards(deps: Deps, subject: string): Promise<Map<string, string>> {
  const cards = (await cardsOf(deps.db, subject)).filter(
    ({ kind, view, at }) =>
      kind === "provisional" && view === "overview" && deps.clock.now() - at < REPLACEABLE,
  );
  return new Map(cards.map(({ openId, messageId }) => [openId, messageId]));
}

/** Whether a town's own line is the same in both results. */
function sameLine(one: Publication, other: Publication, town: string): boolean {
  const [before, after] = [one, other].map(({ result }) => result.rows.find((row) => row.town === town));
  return JSON.stringify(before) === JSON.stringify(after);
}

/** What stands beside a town's published rank: how sure it is, the leagues, the next place up. */
function placeOf(publication: Publication, league: LeagueRow | null): NonNullable<TownLineView["place"]> {
  const rank = league?.rank ?? null;
  const next =
    league && rank !== null ? whatIf(publication, league.town, { place: Math.max(1, rank - 1) }) : null;
  return { scheme: publication.scheme, bands: bandsFor(publication), league, next };
}
