import { Conflict, commit } from "../../../db/commit.ts";
import { withdrawReminders } from "../../../db/reminder-steps.ts";
import { findRevision, saveReport } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import type { PeriodId } from "../../domain/period.ts";
import type { Command, Refusal } from "../../domain/report/command.ts";
import { unsettledSums } from "../../domain/report/completeness.ts";
import { decide } from "../../domain/report/decide.ts";
import { type Report, reportId } from "../../domain/report/report.ts";
import type { Flag } from "../../domain/report/soft-checks.ts";
import { reportsAlike } from "./check-up.ts";
import { consequences, touchedBy } from "./consequences.ts";
import { loadReportContext, type ReportContext } from "./report-context.ts";

export type Changed =
  | { kind: "done"; case: ReportContext; flags: Flag[] }
  /** The same press or message came before; the case is the truth now. */
  | { kind: "repeated"; case: ReportContext }
  | { kind: "refused"; case: ReportContext; refusal: Refusal }
  | { kind: "unknown" };

/** Two people at once is common; twenty times in a row is not. */
const TRIES = 20;

export type Cause = {
  actor: Person;
  /** Inbox keys of the event or message that asked for it. */
  inbox: string[];
  /** The card that was pressed: it shows the new state in the answer, not by an update. */
  pressedMessageId?: string;
};

/**
 * Carries commands out on one report, in order and in one batch: load, decide, save state + audit + inbox + what must
 * be said. Stops at the first refusal; what went before it is saved. Someone faster makes it start again from the truth.
 */
export async function changeReport(
  deps: Deps,
  period: PeriodId,
  town: string,
  commands: Command[],
  cause: Cause,
): Promise<Changed> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const found = await loadReportContext(deps, period, town);
    if (!found) return { kind: "unknown" };
    const drawn = await drawnFrom(deps, found.report, commands);
    const outcome = run(deps, found, commands, { actor: cause.actor, drawn });
    try {
      const report = outcome.steps.at(-1);
      if (!report) return changed(found, outcome);
      const after = { ...found, report };
      await save(deps, { before: found, after }, outcome, cause);
      return changed(after, outcome);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (error.table === "inbox")
        return { kind: "repeated", case: (await loadReportContext(deps, period, town)) ?? found };
    }
  }
  throw new Error(`report ${period}/${town} could not be saved: it kept changing`);
}

/** `steps`: every revision passed through, the last one being the truth now. */
type Outcome = { steps: Report[]; done: Command["kind"][]; flags: Flag[]; refusal: Refusal | null };

/** The report as a form from before its newest revision showed it: what was typed is what differs from that. */
async function drawnFrom(deps: Deps, report: Report, commands: Command[]): Promise<Report | undefined> {
  const form = commands.find((command) => command.kind === "save" || command.kind === "settle");
  if (!form || form.baseRevision >= report.revision) return undefined;
  return (await findRevision(deps.db, report.period, report.town, form.baseRevision)) ?? undefined;
}

function run(
  deps: Deps,
  found: ReportContext,
  commands: Command[],
  who: { actor: Person; drawn: Report | undefined },
): Outcome {
  const outcome: Outcome = { steps: [], done: [], flags: [], refusal: null };
  let report = found.report;
  const situation = {
    basis: found.basis,
    quarter: found.quarter,
    ...who,
    now: deps.clock.now(),
  };
  for (const command of commands) {
    // A question asked on saving comes before submitting.
    const asks = outcome.flags.length > 0 || unsettledSums(report, found.basis) !== null;
    if (command.kind === "submit" && outcome.done.length > 0 && asks) break;
    const decision = decide(command, report, situation);
    if (!decision.ok) {
      if (decision.keep) outcome.steps.push(decision.keep);
      return { ...outcome, refusal: decision.refusal };
    }
    if (decision.repeated) continue;
    report = decision.report;
    outcome.steps.push(report);
    outcome.done.push(command.kind);
    outcome.flags.push(...decision.flags);
  }
  return outcome;
}

function changed(after: ReportContext, outcome: Outcome): Changed {
  if (outcome.refusal) return { kind: "refused", case: after, refusal: outcome.refusal };
  if (outcome.done.length === 0) return { kind: "repeated", case: after };
  return { kind: "done", case: after, flags: outcome.flags };
}

async function save(
  deps: Deps,
  { before, after }: { before: ReportContext; after: ReportContext },
  outcome: Outcome,
  cause: Cause,
): Promise<void> {
  const { report } = after;
  const now = deps.clock.now();
  const kind = outcome.done.length > 0 ? outcome.done.join("+") : "keep";
  const id = reportId(report.period, report.town);
  await commit(
    deps.db,
    {
      audit: {
        actor: cause.actor.openId,
        kind: `report.${kind}`,
        subject: id,
        detail: { revision: report.revision, status: report.status },
      },
      inbox: cause.inbox,
      writes: [
        // Each revision takes its own key: whoever started from the same one clashes on the first.
        ...outcome.steps.flatMap((step) => saveReport(deps.db, step, cause.actor.openId, now)),
        // What has just moved is not chased.
        ...(await withdrawReminders(deps.db, [`report ${id}`, `review ${id}`], now)),
      ],
      outbox: await consequences(deps, report, outcome.done),
      touched: [...touchedBy(report), ...(await reportsAlike(deps, before, after))],
      pressed: cause.pressedMessageId,
    },
    now,
  );
}
