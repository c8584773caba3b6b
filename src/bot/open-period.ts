import { noticeText } from "../../cards/text/notices.ts";
import { Conflict, commit, type OutboxRow } from "../../db/commit.ts";
import { findPeriod, insertPeriod, setPeriodStatus } from "../../db/periods.ts";
import { saveReport } from "../../db/reports.ts";
import type { Deps } from "../deps.ts";
import type { PeriodId } from "../domain/period.ts";
import { reportId, startReport } from "../domain/report/report.ts";
import { basesOf } from "./bases.ts";
import { viewOf } from "./case.ts";
import { townFace } from "./faces.ts";
import { cityOffice, townOfficials } from "./people.ts";
import { progressFor, progressSubject } from "./progress.ts";
import { sayCard } from "./say.ts";

export type PeriodOutcome = { ok: true } | { ok: false; reason: "already_open" | "not_open" | "published" };

/** Opens a quarter: a report for every town with last quarter's values in place, its card to every town official. */
export async function openPeriod(
  deps: Deps,
  period: PeriodId,
  by: string,
  inbox: string[],
): Promise<PeriodOutcome> {
  if (await findPeriod(deps.db, period)) return { ok: false, reason: "already_open" };
  const now = deps.clock.now();
  const bases = await basesOf(deps, period);
  const reports = [...bases.values()].map((basis) => ({
    basis,
    report: startReport(basis),
    photos: {},
    checkup: [],
    published: false,
  }));
  const cards = await Promise.all(
    reports.map(async (found): Promise<OutboxRow[]> => {
      const subject = reportId(period, found.report.town);
      const officials = await townOfficials(deps, found.report.town);
      return officials.map((official) => {
        const view = viewOf(deps, found, official);
        const fallback = noticeText[official.locale].openFallback;
        const to = { openId: official.openId, quiet: true };
        return sayCard(to, townFace(view), `open ${subject}`, fallback, now, { kind: "report", subject });
      });
    }),
  );
  try {
    await commit(
      deps.db,
      {
        audit: { actor: by, kind: "period.open", subject: period },
        inbox,
        writes: [
          insertPeriod(deps.db, period, now),
          ...reports.flatMap((r) => saveReport(deps.db, r.report, by, now)),
        ],
        outbox: cards.flat(),
      },
      now,
    );
  } catch (error) {
    if (error instanceof Conflict) return { ok: false, reason: "already_open" };
    throw error;
  }
  await tellOfficeOfProgress(deps, period, by);
  return { ok: true };
}

/** Sends every member of the city office the quarter's progress card; it keeps itself up to date from then on. */
async function tellOfficeOfProgress(deps: Deps, period: PeriodId, by: string): Promise<void> {
  const now = deps.clock.now();
  const subject = progressSubject(period);
  const rows = await Promise.all(
    (await cityOffice(deps)).map(async (person) => {
      const card = await progressFor(deps, person, period);
      const fallback = noticeText[person.locale].progressFallback;
      // Who opened it is there to see it; the others are told of it.
      const to = { openId: person.openId, quiet: person.openId !== by };
      return sayCard(to, card, subject, fallback, now, { kind: "progress", subject });
    }),
  );
  if (rows.length === 0) return;
  const audit = { actor: "system", kind: "period.progress_sent", subject: period };
  await commit(deps.db, { audit, outbox: rows }, now).catch((error: unknown) => {
    // Two openers cannot both get here; a restart in between can, and then the cards are queued already.
    if (!(error instanceof Conflict)) throw error;
  });
}

/** Closes a quarter to first reports without publishing it. */
export async function closePeriod(deps: Deps, period: PeriodId, by: string): Promise<PeriodOutcome> {
  const row = await findPeriod(deps.db, period);
  if (!row) return { ok: false, reason: "not_open" };
  if (row.status === "published") return { ok: false, reason: "published" };
  const now = deps.clock.now();
  const writes = [setPeriodStatus(deps.db, period, "closed", now)];
  await commit(deps.db, { audit: { actor: by, kind: "period.close", subject: period }, writes }, now);
  return { ok: true };
}
