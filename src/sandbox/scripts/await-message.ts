import { describeSeen, findMessage, type Wanted } from "./find-message.ts";
import type { Played } from "./judge.ts";
import type { Action } from "./script-schema.ts";
import { awaited, type Stage } from "./stage.ts";

/**
 * Waits for the message a step refers to, for the step's patience; optional steps wait only if they say so.
 */
export async function awaitMessage(stage: Stage, wanted: Wanted, action: Action) {
  const patience = action.patience_ms ?? (action.optional === true ? 0 : stage.patienceMs);
  return awaited(stage, patience, () => findMessage(stage.sandbox.store, wanted));
}

/** The failure of a step whose message was not found. */
export function missing(stage: Stage, wanted: Wanted, did: string): Played {
  const error = `there is no ${wanted.cardsOnly ? "card" : "message"} ${JSON.stringify(wanted.ref ?? "")} that fits`;
  return { ok: false, did, error, card: describeSeen(stage.sandbox.store, wanted) };
}
