import type { ProcedureRecord } from "../procedure/record.ts";

// When a town was away: it had left the programme, or was paused. Nothing is asked of it then.

export type Away = "left" | "paused";
/** Times in UTC ms; `until` null: it is away still. */
export type Absence = { why: Away; from: number; until: number | null };

/** The times a town was away, oldest first, from the log of its stage. */
export function absencesOf({ log }: Pick<ProcedureRecord, "log">): Absence[] {
  const found: Absence[] = [];
  for (const { step, from, to, at } of log) {
    const last = found.at(-1);
    const before = last?.until === null ? last.why : null;
    const ends = step === "resume" || from === "left";
    const why = to === "left" ? "left" : step === "pause" ? "paused" : ends ? null : before;
    if (why === before) continue;
    if (last?.until === null) last.until = at;
    if (why !== null) found.push({ why, from: at, until: null });
  }
  return found;
}

/** Why a town is away at a moment; null where it is there. */
export function awayAt(absences: readonly Absence[], at: number): Away | null {
  return absences.find(({ from, until }) => from <= at && (until === null || at < until))?.why ?? null;
}

/** Moments of a quarter: when it was opened, the end of the day it is due (null: unknown), and its publication or now. */
export type Asked = { openedAt: number; dueBy: number | null; at: number };

/**
 * Whether a quarter asks nothing of a town and does not count it as not reported: it was away when it was opened, when it
 * was due or when it was published.
 */
export function isExcused(absences: readonly Absence[], { openedAt, dueBy, at }: Asked): boolean {
  const moments = [openedAt, at, ...(dueBy !== null && dueBy <= at ? [dueBy] : [])];
  return moments.some((moment) => awayAt(absences, moment) !== null);
}
