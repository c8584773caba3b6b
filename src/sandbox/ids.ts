import { createHash, randomBytes } from "node:crypto";

// Random bytes are requested in bulk: many small requests would be slow.
let pool = "";
let at = 0;

/** A new id in the platform's style: the prefix and 32 (or `hex`) random hex digits. */
export function freshId(prefix: string, hex = 32): string {
  if (at + hex > pool.length) {
    pool = randomBytes(4_096).toString("hex");
    at = 0;
  }
  at += hex;
  return prefix + pool.slice(at - hex, at);
}

/** The same id for the same seed, so that people and groups keep their ids after a restart. */
export function steadyId(prefix: string, seed: string, hex = 32): string {
  return prefix + createHash("sha256").update(`${prefix}${seed}`).digest("hex").slice(0, hex);
}

/**
 * The three ids of one user. All are derived from the open_id, since the sandbox has one developer and one
 * tenant.
 */
export function userIds(openId: string): { union_id: string; user_id: string; open_id: string } {
  return { union_id: steadyId("on_", openId), user_id: steadyId("", openId, 8), open_id: openId };
}

/** The tenant of every app, person and group in a sandbox. */
export const TENANT_KEY = "2ca1d211f64f6438";
