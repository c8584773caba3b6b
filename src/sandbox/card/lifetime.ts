import { isVersion2 } from "./version-1.ts";

const DAY_MS = 86_400_000;

/** How long after it was sent a card can be updated, whatever its version. */
export const UPDATABLE_MS = 14 * DAY_MS;

/**
 * How many days a card can be used: one of 2.0 as long as it can be updated, one of 1.0 for 30, of which the last 16 call
 * back and change nothing (JSON 2.0 change notes).
 */
export function daysOfUse(card: unknown): number {
  return isVersion2(card) ? 14 : 30;
}

/** Whether a card sent `age` ms ago can still be used. */
export function isUsable(card: unknown, age: number): boolean {
  return age <= daysOfUse(card) * DAY_MS;
}
