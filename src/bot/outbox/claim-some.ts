import { claimDue } from "../../../db/claim-due.ts";
import { correctTimes, holdQuiet, type OutboxEntry } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import { quietUntil } from "../../domain/calendar/quiet-hours.ts";

/** When each database was last looked at. */
const lastLooks = new WeakMap<object, number>();
/** Of a long line, how many entries are looked at from either end; and how often the whole of it is, ms of running time. */
const ENDS = 100;
const WHOLE = 1_000;
const wholeLooks = new WeakMap<object, number>();

/** Claims up to `limit` entries that may be sent now. */
export async function claimSome(deps: Deps, limit: number): Promise<OutboxEntry[]> {
  const now = deps.clock.now();
  // At the first look the former time is unknown.
  if (now < (lastLooks.get(deps.db) ?? Number.POSITIVE_INFINITY)) await correctTimes(deps.db, now);
  lastLooks.set(deps.db, now);
  const until = quietUntil(now);
  if (until > now) await holdQuiet(deps.db, now, until);
  return claimDue(deps.db, now, limit, mayLookFar(deps.db) ? undefined : ENDS);
}

/**
 * While the platform is away most entries wait behind one of their receiver that is tried again later. Every event looks
 * for what is due, and must not read them all.
 */
function mayLookFar(db: object): boolean {
  const time = performance.now();
  if (time - (wholeLooks.get(db) ?? Number.NEGATIVE_INFINITY) < WHOLE) return false;
  wholeLooks.set(db, time);
  return true;
}
