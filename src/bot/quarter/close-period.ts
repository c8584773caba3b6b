import { asOf } from "../../../cards/living/living.ts";
import { periodName } from "../../../cards/names.ts";
import { lockedOfficeCard, lockedTownCard } from "../../../cards/reminders/locked.ts";
import { lockedText } from "../../../cards/text/locked.ts";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import { findPeriod, setPeriodStatus } from "../../../db/periods.ts";
import { listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { refuseClose, type StepRefusal } from "../../domain/quarter/steps.ts";
import type { Report } from "../../domain/report/report.ts";
import { townOfficials } from "../roster/people.ts";
import { cardFor, officeReaders, wordsFor } from "../roster/readers.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import type { Planned } from "../sending/planned.ts";
import { programmeIn } from "../stages/still-in.ts";
import { quarterNow } from "../timetable/quarter-now.ts";
import { stepFacts } from "./step-facts.ts";

export type CloseOutcome = { ok: true } | ({ ok: false } & StepRefusal);

/**
 * Locks a quarter by hand: later first reports are 补报. Refused before its lock day, where that is known and a town is
 * not approved. Tells the towns that did not report, and the office.
 */
export async function closePeriod(
  deps: Deps,
  period: PeriodId,
  by: string,
  inbox: string[] = [],
  pressed?: string,
): Promise<CloseOutcome> {
  const [quarter, facts] = await Promise.all([quarterNow(deps, period), stepFacts(deps, period)]);
  const refusal = refuseClose(quarter, facts);
  if (refusal) return { ok: false, ...refusal };
  const planned = await planClosing(deps, period);
  const audit = { actor: by, kind: "period.close", subject: period };
  await commit(deps.db, { audit, inbox, ...planned, pressed }, deps.clock.now());
  return { ok: true };
}

/** What locking a quarter writes and sends; nothing when it is already locked or past that. */
export async function planClosing(deps: Deps, period: PeriodId): Promise<Planned> {
  const now = deps.clock.now();
  const row = await findPeriod(deps.db, period);
  if (row?.status !== "open") return { writes: [], outbox: [] };
  const reports = new Map((await listReports(deps.db, period)).map((report) => [report.town, report]));
  const { towns } = await programmeIn(deps, period);
  const missing = towns.filter(({ slug }) => !reports.get(slug)?.submittedAt);
  const unfinished = towns.filter((town) => !missing.includes(town) && !isApproved(reports.get(town.slug)));
  const toTowns = await Promise.all(
    missing.map((town) => tellTown(deps, period, town, reports.get(town.slug))),
  );
  return {
    writes: [setPeriodStatus(deps.db, period, "closed", now)],
    outbox: [...toTowns.flat(), ...(await tellOffice(deps, period, missing, unfinished))],
    touched: [`quarter ${period}`, "stages"],
  };
}

function isApproved(report: Report | undefined): boolean {
  return report?.status === "approved";
}

async function tellTown(
  deps: Deps,
  period: PeriodId,
  town: Town,
  report: Report | undefined,
): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  const saved = Object.keys(report?.saved ?? {}).length;
  return (await townOfficials(deps, town.slug)).map(({ openId, locale }) => {
    const card = asOf(
      lockedTownCard({ programme: deps.programme, period, town, saved, locale }),
      now,
      locale,
    );
    const fallback = lockedText(locale).townFallback(periodName(period, locale));
    return enqueueCard({ openId, quiet: true }, card, `locked ${period} ${town.slug}`, fallback, now, {
      kind: "locked",
      subject: `${period}/${town.slug}`,
    });
  });
}

async function tellOffice(
  deps: Deps,
  period: PeriodId,
  missing: Town[],
  unfinished: Town[],
): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  const view = { programme: deps.programme, period, missing, unfinished };
  return (await officeReaders(deps)).map((reader) => {
    const card = cardFor(reader, (locale) => asOf(lockedOfficeCard({ ...view, locale }), now, locale));
    const fallback = wordsFor(reader, (locale) =>
      lockedText(locale).officeFallback(periodName(period, locale)),
    );
    return enqueueCard({ ...reader.to, quiet: true }, card, `locked ${period}`, fallback, now, {
      kind: "locked",
      subject: period,
    });
  });
}
