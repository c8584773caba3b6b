import { type Change, Conflict, commit, type OutboxRow } from "../../../db/commit.ts";
import { type ReportEvidence, removeEvidence } from "../../../db/evidence.ts";
import { withdrawReminders } from "../../../db/reminder-steps.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { countBySection } from "../../domain/evidence/shown-photo.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { Command, Refusal } from "../../domain/report/command.ts";
import { unsettledSums } from "../../domain/report/completeness.ts";
import { decide } from "../../domain/report/decide.ts";
import { type Report, reportId } from "../../domain/report/report.ts";
import type { Flag } from "../../domain/report/soft-checks.ts";
import { shownPhotos } from "../evidence/shown-photos.ts";
import { type Answered, type CardAnswer, onlySaid } from "../sending/card-answer.ts";
import { saveReportAlike } from "./check-up.ts";
import { consequences, listsOf, touchedBy } from "./consequences.ts";
import { NOTHING_PROMISED, type Promised, promisesSaid } from "./promises-said.ts";
import { loadReportContext, type ReportContext } from "./report-context.ts";

/** The result of a change, from which its press is answered. */
export type Outcome =
  | { kind: "done"; context: ReportContext; flags: Flag[] }
  /** The same press or message was processed before; the context is the present state. */
  | { kind: "repeated"; context: ReportContext }
  | { kind: "refused"; context: ReportContext; refusal: Refusal };
export type Changed = (Outcome & { answer: CardAnswer }) | { kind: "unknown" };

type Submit = Extract<Command, { kind: "submit" }>;
/** A command as requested; without photos, the stored ones count. */
export type AskedCommand = Exclude<Command, Submit> | (Omit<Submit, "photos"> & Partial<Submit>);

/** Retries after conflicts with other writers. */
const TRIES = 20;

export type Cause = {
  actor: Person;
  /** Inbox keys of the event or message. */
  inbox: string[];
  /** A press: the answer shows the new state and is stored in the same batch. */
  press?: { messageId: string; answer: (outcome: Outcome) => Answered };
  /** Messages about the outcome, stored in the same batch. */
  tells?: (outcome: Outcome) => OutboxRow[];
};

/**
 * Carries out commands on one report, in order and in one batch: load, decide, and store state, audit row, inbox keys,
 * messages and the answer's card. Stops at the first refusal; earlier commands are stored. After a conflict it starts
 * again from the present state.
 */
export async function changeReport(
  deps: Deps,
  period: PeriodId,
  town: string,
  commands: AskedCommand[],
  cause: Cause,
): Promise<Changed> {
  let repeated = false;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const found = await loadReportContext(deps, period, town, drawnFrom(commands));
    if (!found) return { kind: "unknown" };
    const taken = repeated ? NOTHING : run(deps, found, commands, cause.actor);
    const promised = promisedBy(deps, found, taken, cause.actor);
    const outcome = outcomeOf(found, taken, promised);
    const answered = cause.press?.answer(outcome) ?? onlySaid({});
    const told = cause.tells?.(outcome) ?? [];
    const change = changeOf(deps, found, taken, cause, { ...answered, told, promised });
    try {
      if (change) await commit(deps.db, change, deps.clock.now());
      return { ...outcome, answer: answered.answer };
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      repeated ||= error.table === "inbox";
    }
  }
  throw new Error(`report ${period}/${town} could not be saved: it kept changing`);
}

/** The revision that the commands' form was drawn from. */
function drawnFrom(commands: readonly AskedCommand[]): number | undefined {
  const form = commands.find((command) => command.kind === "save" || command.kind === "settle");
  return form && Number.isInteger(form.baseRevision) ? form.baseRevision : undefined;
}

/** `steps`: every revision, the last one being the result; `out`: the photos and files that were taken out. */
type Taken = {
  steps: Report[];
  done: Command["kind"][];
  flags: Flag[];
  refusal: Refusal | null;
  out: ReportEvidence[];
};

const NOTHING: Taken = { steps: [], done: [], flags: [], refusal: null, out: [] };

function run(deps: Deps, found: ReportContext, commands: readonly AskedCommand[], actor: Person): Taken {
  const taken: Taken = { steps: [], done: [], flags: [], refusal: null, out: [] };
  const { basis, quarter, drawn } = found;
  const photos = countBySection(shownPhotos(found.evidence));
  const situation = { basis, quarter, drawn, actor, now: deps.clock.now() };
  let { report } = found;
  for (const asked of commands) {
    // Questions raised by saving come before submitting.
    const asks = taken.flags.length > 0 || unsettledSums(report, basis) !== null;
    if (asked.kind === "submit" && taken.done.length > 0 && asks) break;
    const out =
      asked.kind === "take_out" ? found.evidence.filter(({ id }) => asked.evidence.includes(id)) : [];
    // Somebody has taken them out already.
    if (asked.kind === "take_out" && out.length === 0) continue;
    const decision = decide(asked.kind === "submit" ? { photos, ...asked } : asked, report, situation);
    if (!decision.ok) {
      if (decision.keep) taken.steps.push(decision.keep);
      return { ...taken, refusal: decision.refusal };
    }
    if (decision.repeated) continue;
    report = decision.report;
    taken.steps.push(report);
    taken.done.push(asked.kind);
    taken.out.push(...out);
    taken.flags.push(...decision.flags);
  }
  return taken;
}

/** What the report as it was approved makes a promise of. */
function promisedBy(deps: Deps, found: ReportContext, { steps, done }: Taken, actor: Person): Promised {
  const report = steps.at(-1);
  return report && done.includes("approve")
    ? promisesSaid(deps, { ...found, report }, actor)
    : NOTHING_PROMISED;
}

function outcomeOf(
  found: ReportContext,
  { steps, done, flags, refusal, out }: Taken,
  { changed }: Promised,
): Outcome {
  const evidence = found.evidence.filter((item) => !out.includes(item));
  const kept = found.promises.filter(({ id }) => !changed.some((one) => one.id === id));
  const promises = [...kept, ...changed];
  const after = { ...found, report: steps.at(-1) ?? found.report, evidence, promises };
  if (refusal) return { kind: "refused", context: after, refusal };
  return done.length === 0 ? { kind: "repeated", context: after } : { kind: "done", context: after, flags };
}

/** The change to store for the commands and the answer; null when there is nothing to store. */
function changeOf(
  deps: Deps,
  found: ReportContext,
  { steps, done, out }: Taken,
  cause: Cause,
  { writes, touched, outbox = [], told, promised }: Answered & { told: OutboxRow[]; promised: Promised },
): Change | null {
  const report = steps.at(-1);
  if (!report) {
    const inbox = told.length > 0 ? cause.inbox : [];
    return writes.length + told.length > 0
      ? { audit: null, inbox, writes, outbox: [...outbox, ...told], touched }
      : null;
  }
  const id = reportId(report.period, report.town);
  const { basis } = found;
  return {
    audit: {
      actor: cause.actor.openId,
      kind: `report.${done.length > 0 ? done.join("+") : "keep"}`,
      subject: id,
      detail: {
        revision: report.revision,
        status: report.status,
        ...(promised.also.length > 0 ? { also: promised.also } : {}),
        ...(out.length > 0 ? { out: out.map(({ id, section, sha256 }) => ({ id, section, sha256 })) } : {}),
      },
    },
    inbox: cause.inbox,
    writes: [
      // Each revision has its own key, so that two writers starting from the same one conflict.
      ...steps.flatMap((step, i) =>
        saveReportAlike(
          deps,
          { basis, report: steps[i - 1] ?? found.report },
          { basis, report: step },
          cause.actor.openId,
        ),
      ),
      ...(out.length > 0
        ? removeEvidence(
            deps.db,
            out.map(({ id }) => id),
          )
        : []),
      // Cancels unsent reminders about the report just changed.
      ...withdrawReminders(deps.db, [`report ${id}`, `review ${id}`]),
      ...promised.writes,
      ...writes,
    ],
    outbox: [...consequences(deps, report, done), ...outbox, ...told],
    touched: [
      ...touchedBy(report, found.report),
      ...(report.status === found.report.status ? [] : listsOf(deps, report)),
      ...promised.touched,
      ...touched,
    ],
    pressed: cause.press?.messageId,
  };
}
