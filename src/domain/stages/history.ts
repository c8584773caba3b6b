import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { openAside } from "../procedure/aside.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import { STAGES, type Stage } from "../programme/stage-schema.ts";

// Where a town stood on any day, from the log of its record.

const DAYS_TO_DECIDE = 3;
const DAYS_TO_CHECK = 5;

/** What runs beside a stage: a move that waits for a decision, 整改 until it was checked, 暂停. */
export const ASIDES = {
  moving: {
    opens: ["enlist", "propose"],
    ends: ["confirm", "refuse", "withdraw", "moved"],
    owes: { post: { named: "decider" }, within: DAYS_TO_DECIDE },
  },
  rectifying: {
    opens: "rectify",
    ends: ["mended", "confirm"],
    owes: { post: "town", within: { day: "until" } },
  },
  checking: {
    opens: "mended",
    ends: ["end_rectify", "rectify", "confirm"],
    owes: { post: "office", within: DAYS_TO_CHECK },
  },
  paused: { opens: "pause", ends: ["resume", "confirm"] },
} as const;

export type Side = "rectifying" | "paused";
/** `since`: the first day of the stage, as said in the step that led to it or else the day of that step. */
export type Standing = { stage: Stage; since: string; side: Side | null };

type Log = Pick<ProcedureRecord, "log">;

/** A stage by its name. Throws for an unknown one: then the definition no longer matches the stored record. */
export function stageNamed(name: string): Stage {
  const found = STAGES.find((one) => one === name);
  if (found === undefined) throw new Error(`no stage ${name}`);
  return found;
}

export function stageOf({ state }: Pick<ProcedureRecord, "state">): Stage {
  return stageNamed(state);
}

/**
 * The stages a town passed through, with the first day of each. Where a step says that its stage began before the one it
 * was taken in was noted, the town was never in that one.
 */
export function stagesOf({ log }: Log): Array<{ stage: Stage; since: string }> {
  let said = "";
  const noted = log.flatMap(({ step, from, to, at, values }) => {
    if (typeof values.since === "string") said = values.since;
    // The day a proposal names is the proposed stage's, not the one's it is made in.
    const since = (step === "confirm" && said) || shanghaiDay(at);
    return from === to ? [] : [{ stage: stageNamed(to), since }];
  });
  return noted.filter(({ since }, n) => noted.slice(n + 1).every((later) => since <= later.since));
}

/** The first day of the present stage. */
export function lastDay(record: Log): string {
  return stagesOf(record).at(-1)?.since ?? "";
}

/** Where a town stood at the end of a day (`YYYY-MM-DD`); null before anything is known of it. */
export function standingOn({ log }: Log, day: string): Standing | null {
  const found = stagesOf({ log }).findLast(({ since }) => since <= day);
  if (!found) return null;
  return { ...found, side: sideOf({ log: log.filter(({ at }) => shanghaiDay(at) <= day) }) };
}

/** Whether a town is under 整改 or 暂停. */
export function sideOf({ log }: Log): Side | null {
  const isOpen = (aside: keyof typeof ASIDES) =>
    openAside({ id: "stage", asides: ASIDES }, { log }, aside) !== null;
  if (isOpen("paused")) return "paused";
  return isOpen("rectifying") || isOpen("checking") ? "rectifying" : null;
}
