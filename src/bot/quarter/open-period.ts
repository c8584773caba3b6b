import { noticeText } from "../../../cards/text/notices.ts";
import { Conflict, commit, type OutboxRow } from "../../../db/commit.ts";
import { findPeriod, insertPeriod } from "../../../db/periods.ts";
import { openReport } from "../../../db/reports.ts";
import { holders } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { askedFirst } from "../../domain/programme/roster.ts";
import { refuse } from "../../domain/quarter/may.ts";
import { reportId, startReport } from "../../domain/report/report.ts";
import { loadBasis } from "../report/load-report-contexts.ts";
import { officeReaders, wordsFor } from "../roster/readers.ts";
import { enqueueLiving } from "../sending/enqueue-message.ts";
import type { Planned } from "../sending/planned.ts";
import { programmeIn } from "../stages/still-in.ts";
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
  const { before, ...change } = planned;
  await before?.();
  try {
    await commit(deps.db, { audit, inbox, ...change, pressed }, deps.clock.now());
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
  const { towns } = await programmeIn(deps, period);
  return {
    before: () => openReports(deps, period, towns, by),
    writes: [insertPeriod(deps.db, period, deps.clock.now())],
    outbox: [...(await toOfficials(deps, period, towns)), ...(await toOffice(deps, period, answered))],
    touched: [`quarter ${period}`, "stages"],
  };
}

/** Reports of one batch: others get their turn between two of them. */
const EACH = 100;

/** The towns' reports with last quarter's values, some at a time. Nobody sees them before the quarter's own row. */
async function openReports(deps: Deps, period: PeriodId, towns: readonly Town[], by: string): Promise<void> {
  const now = deps.clock.now();
  for (let i = 0; i < towns.length; i += EACH) {
    const some = towns.slice(i, i + EACH);
    const bases = await Promise.all(some.map(({ slug }) => loadBasis(deps, period, slug)));
    const writes = bases.flatMap((basis) => openReport(deps.db, startReport(basis), by, now));
    const detail = { towns: some.map(({ slug }) => slug) };
    const audit = { actor: by, kind: "period.reports", subject: period, detail };
    await commit(deps.db, { audit, writes }, now);
  }
}

async function toOfficials(
  { db, clock }: Deps,
  period: PeriodId,
  towns: readonly Town[],
): Promise<OutboxRow[]> {
  const officials = new Map<string, Person[]>();
  for (const person of await holders(db, "town_official"))
    officials.set(person.area, [...(officials.get(person.area) ?? []), person]);
  return towns.flatMap(({ slug }) => {
    const subject = reportId(period, slug);
    return askedFirst(officials.get(slug) ?? []).map(({ openId, locale }) => {
      const fallback = noticeText[locale].openFallback;
      const report = { kind: "report", subject } as const;
      return enqueueLiving({ openId, quiet: true }, report, `open ${subject}`, fallback, clock.now());
    });
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
