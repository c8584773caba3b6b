import type { Faults } from "./protocol-shapes.ts";

type Card = { person: string; chat_id: string; app_id: string };

/** Whether a fault makes this person's client too old to draw an app's cards in a chat. */
export function isClientTooOld(faults: Faults, card: Card): boolean {
  const fault = faults.client_too_old;
  if (fault === undefined || fault.path !== undefined) return false;
  const aims = ["person", "chat_id", "app_id"] as const;
  return aims.every((aim) => fault[aim] === undefined || fault[aim] === card[aim]);
}
