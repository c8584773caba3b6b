import type { Procedure, Step } from "../../src/domain/procedure/definition.ts";
import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";

/**
 * Steps that refuse, send back, put off, change what stands or note that a hindrance is gone, by the names they have in
 * all procedures: they come after those that lead on and are never the primary button.
 */
const CONTRARY: ReadonlySet<string> = new Set([
  ...["refuse", "refuse_close", "refuse_extension", "refuse_change", "reject", "drop", "drop_correction"],
  ...["decline_block", "return", "returned", "send_back", "recall", "again", "mend", "missing", "miss"],
  ...[
    "withdraw",
    "take_back",
    "take_out",
    "cancel",
    "retire",
    "pass_over",
    "redraft",
    "reopen",
    "rectify",
    "pause",
  ],
  ...["block", "request_extension", "put_off", "deputise", "excuse", "forward", "move", "change", "amend"],
  ...["replan", "reassess", "request_change", "propose_correction", "proceed", "unblock", "clear"],
]);

/** How likely the reader wants a step; the first wanted one is the primary button. */
const RANKS = ["answers", "leads on", "once more", "contrary", "ends"] as const;
type Rank = (typeof RANKS)[number];

type Placed = { step: string; type: "primary" | "danger" | "default" };

/** The offered steps, the one most likely wanted first and the ones that end the record for nothing last. */
export function inButtonOrder(
  definition: Procedure,
  record: ProcedureRecord,
  offers: readonly string[],
): Placed[] {
  const ranked = offers.map((step) => ({ step, rank: rankOf(definition, record, step) }));
  const ordered = RANKS.flatMap((rank) => ranked.filter((one) => one.rank === rank));
  return ordered.map(({ step, rank }, i) => ({
    step,
    type:
      rank === "ends"
        ? "danger"
        : i === 0 && rank !== "contrary" && isAwaited(definition, record, step)
          ? "primary"
          : "default",
  }));
}

/**
 * The steps of a form, the one it was opened for first: that one the reader wants, whichever it is. What ends the record
 * for nothing stands last here, too.
 */
export function inFormOrder(definition: Procedure, opened: string, steps: readonly string[]): Placed[] {
  const ends = (step: string) => endsForNothing(definition, definition.steps[step]);
  const others = steps.filter((step) => step !== opened);
  const ordered = [opened, ...others].toSorted((a, b) => Number(ends(a)) - Number(ends(b)));
  return ordered.map((step) => ({
    step,
    type: ends(step) ? "danger" : step === opened ? "primary" : "default",
  }));
}

/** Whether the step has a use now: where nothing is awaited, an answer that was given is not asked for again. */
function isAwaited(
  { states, steps }: Procedure,
  { state }: Pick<ProcedureRecord, "state">,
  name: string,
): boolean {
  const { to, adds, during } = steps[name] ?? {};
  const { owes, ends, colour } = states[state] ?? {};
  const next = typeof to === "string" ? states[to] : undefined;
  if (adds === true || during !== undefined || owes !== undefined) return true;
  // What ended for nothing waits for nothing.
  return ends ? colour !== "grey" : next?.ends === true;
}

function rankOf(definition: Procedure, record: ProcedureRecord, name: string): Rank {
  const step = definition.steps[name];
  if (!step || step.from === "start") return "leads on";
  if (endsForNothing(definition, step)) return "ends";
  if (step.alters || CONTRARY.has(name)) return "contrary";
  if (answersAside(definition, step)) return "answers";
  return isDone(step, name, record) ? "once more" : "leads on";
}

function isDone({ adds, done }: Step, name: string, record: ProcedureRecord): boolean {
  if (done) return done(record);
  const entered = record.log.findLastIndex(({ from, to }) => from !== to);
  return !adds && record.log.slice(entered + 1).some((entry) => entry.step === name);
}

/** Whether the record is over without its purpose: withdrawn, refused, cancelled. */
function endsForNothing({ states }: Procedure, step: Step | undefined): boolean {
  if (!step || step.from === "start" || typeof step.to === "object") return false;
  const after = states[step.to];
  return after?.ends === true && after.colour === "grey";
}

/** Whether the step is the answer that an open question beside the state waits for. */
function answersAside({ asides = {} }: Procedure, { during = [], who }: Step): boolean {
  const posts = who.map((post) => JSON.stringify(post));
  return during.some((aside) => {
    const owes = asides[aside]?.owes;
    return owes !== undefined && posts.includes(JSON.stringify(owes.post));
  });
}
