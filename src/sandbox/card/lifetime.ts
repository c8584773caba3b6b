import { isVersion2 } from "./version-1.ts";

const DAY_MS = 86_400_000;

/** How long after sending a card of any version can be updated: 14 days. */
export const UPDATABLE_MS = 14 * DAY_MS;

/**
 * How many days a card can be used: for 2.0 as long as it can be updated; for 1.0 30 days, the last 16 of
 * them with callbacks but without updates (JSON 2.0 change notes).
 */
export function daysOfUse(card: unknown): number {
  return isVersion2(card) ? 14 : 30;
}

/** Whether a card sent `age` ms ago can still be used. */
export function isUsable(card: unknown, age: number): boolean {
  return age <= daysOfUse(card) * DAY_MS;
}
