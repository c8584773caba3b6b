import { bilingual, inBothLanguages } from "../../../cards/bilingual.ts";
import { periodName } from "../../../cards/names.ts";
import { correctionCard } from "../../../cards/ranking/correction.ts";
import type { PlaceChange } from "../../../cards/ranking/place-changes.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import { findPublication, insertPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import type { Locale } from "../../domain/programme/people.ts";
import type { Publication } from "../../domain/ranking/publication.ts";
import { type Corrected, correctReport } from "../../domain/report/correct.ts";
import { type Correction, reportId } from "../../domain/report/report.ts";
import { saveReportAlike } from "../report/check-up.ts";
import { touchedBy } from "../report/consequences.ts";
import { loadReportContext } from "../report/report-context.ts";
import { townOfficial } from "../roster/people.ts";
import { publicGroups } from "../roster/readers.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import { freeze } from "./freeze.ts";
import { computeRanking } from "./publish.ts";

export type CorrectOutcome =
  | { ok: true; publication: Publication; correction: Correction; moves: PlaceChange[] }
  | Extract<Corrected, { ok: false }>
  | { ok: false; reason: "not_published" | "unknown_town" };

/**
 * Corrects one figure of a published quarter. The published result is kept; a new one is stored with the old value, the
 * new value and the effect on every place, and a correction card goes to the same chats.
 */
export async function correct(
  deps: Deps,
  period: PeriodId,
  town: string,
  change: { cell: string; value: string; reason: string },
  by: string,
): Promise<CorrectOutcome> {
  const published = await findPublication(deps.db, period);
  if (!published) return { ok: false, reason: "not_published" };
  const found = await loadReportContext(deps, period, town);
  if (!found) return { ok: false, reason: "unknown_town" };
  const now = deps.clock.now();
  const corrected = correctReport(found.report, change, by, found.basis, now);
  if (!corrected.ok) return corrected;
  const { report, correction } = corrected;
  const frozen = await computeRanking(deps, period, { instead: report, scheme: published.scheme });
  const publication = await freeze(frozen, { period, seq: published.seq + 1, at: now, by });
  const moves = movesBetween(published, publication);
  await commit(
    deps.db,
    {
      audit: {
        actor: by,
        kind: "period.correct",
        subject: reportId(period, town),
        detail: { ...correction, seq: publication.seq, hash: publication.hash },
      },
      writes: [
        ...saveReportAlike(deps, found, { basis: found.basis, report }, by),
        insertPublication(deps.db, publication),
      ],
      outbox: await tell(deps, publication, town, correction, moves),
      touched: [`quarter ${period}`, ...touchedBy(report, found.report)],
    },
    now,
  );
  return { ok: true, publication, correction, moves };
}

/** Towns whose rank differs between two results. */
export function movesBetween(before: Publication, after: Publication): PlaceChange[] {
  return after.result.rows.flatMap((row) => {
    const from = before.result.rows.find((r) => r.town === row.town)?.rank ?? null;
    return from === row.rank ? [] : [{ town: row.town, from, to: row.rank }];
  });
}

async function tell(
  deps: Deps,
  publication: Publication,
  town: string,
  correction: Correction,
  moves: PlaceChange[],
): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  const { period } = publication;
  const subject = `correction ${period} ${publication.seq}`;
  const stands = { kind: "correction", subject } as const;
  const cardIn = (locale: Locale) =>
    correctionCard({ programme: deps.programme, publication, town, correction, moves, locale });
  const fallbackIn = (locale: Locale) => noticeText[locale].correctionFallback(periodName(period, locale));
  const groupCard = bilingual(cardIn);
  const groups = (await publicGroups(deps)).map(({ chatId }) =>
    enqueueCard({ chatId, quiet: true }, groupCard, subject, inBothLanguages(fallbackIn), now, stands),
  );
  const concerned = new Set([town, ...moves.map((move) => move.town)]);
  const towns = await Promise.all(
    [...concerned].map(async (slug) =>
      (await townOfficial(deps, slug)).map(({ openId, locale }) =>
        enqueueCard({ openId, quiet: true }, cardIn(locale), subject, fallbackIn(locale), now, stands),
      ),
    ),
  );
  return [...groups, ...towns.flat()];
}
