import { noticeText } from "../../../cards/text/notices.ts";
import { Conflict, commit, type OutboxRow } from "../../../db/commit.ts";
import { findPeriod, insertPeriod } from "../../../db/periods.ts";
import { saveReport } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { refuse } from "../../domain/quarter/may.ts";
import { reportId, startReport } from "../../domain/report/report.ts";
import { loadBases } from "../report/load-report-contexts.ts";
import { townOfficial } from "../roster/people.ts";
import { officeReaders, wordsFor } from "../roster/readers.ts";
import { enqueueLiving } from "../sending/enqueue-message.ts";
import type { Planned } from "../sending/planned.ts";
import { quarterNow } from "../timetable/quarter-now.ts";
import { progressSubject } from "./progress.ts";

export type OpenOutcome = { ok: true } | { ok: false; reason: "running" | "already_open" };

/** Opens a quarter that has ended; a second time is refused. */
export async function openPeriod(
  deps: Deps,
  period: PeriodId,
  by: string,
  inbox: string[],
  pressed?: string,
): Promise<OpenOutcome> {
  const early = refuse("open", "city_office", await quarterNow(deps, period)) === "running";
  if (early) return { ok: false, reason: "running" };
  // The presser gets the quarter's card as the answer.
  const planned = await planOpening(deps, period, by, pressed === undefined ? [] : [by]);
  if (!planned) return { ok: false, reason: "already_open" };
  const audit = { actor: by, kind: "period.open", subject: period };
  try {
    await commit(deps.db, { audit, inbox, ...planned, pressed }, deps.clock.now());
  } catch (error) {
    if (error instanceof Conflict) return { ok: false, reason: "already_open" };
    throw error;
  }
  return { ok: true };
}

/**
 * What opening a quarter writes and sends: a report for every town with last quarter's values, its card to each town's
 * official, and the progress card to the city office, except to those in `answered`. Null when it was opened
 * before.
 */
export async function planOpening(
  deps: Deps,
  period: PeriodId,
  by: string,
  answered: readonly string[] = [],
): Promise<Planned | null> {
  if (await findPeriod(deps.db, period)) return null;
  const now = deps.clock.now();
  const bases = await loadBases(deps, period);
  const reports = [...bases.values()].map(startReport);
  const cards = await Promise.all(reports.map(({ town }) => toOfficials(deps, period, town)));
  return {
    writes: [
      insertPeriod(deps.db, period, now),
      ...reports.flatMap((report) => saveReport(deps.db, report, by, now)),
    ],
    outbox: [...cards.flat(), ...(await toOffice(deps, period, answered))],
    touched: [`quarter ${period}`, "stages"],
  };
}

async function toOfficials(deps: Deps, period: PeriodId, town: string): Promise<OutboxRow[]> {
  const subject = reportId(period, town);
  return (await townOfficial(deps, town)).map(({ openId, locale }) => {
    const fallback = noticeText[locale].openFallback;
    const report = { kind: "report", subject } as const;
    return enqueueLiving({ openId, quiet: true }, report, `open ${subject}`, fallback, deps.clock.now());
  });
}

/** The quarter's progress card to the city office; it is a living card. */
async function toOffice(deps: Deps, period: PeriodId, answered: readonly string[]): Promise<OutboxRow[]> {
  const subject = progressSubject(period);
  return (await officeReaders(deps, answered)).map((reader) => {
    const fallback = wordsFor(reader, (locale) => noticeText[locale].progressFallback);
    const record = { kind: "progress", subject } as const;
    return enqueueLiving({ ...reader.to, quiet: true }, record, subject, fallback, deps.clock.now());
  });
}
