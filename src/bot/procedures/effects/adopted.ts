import type { Deps } from "../../../deps.ts";
import { loadCalendar } from "./calendar.ts";
import { loadNamings } from "./naming.ts";

/** The steps after which `loadAdopted` finds something else, as the audit log names them. */
const ADOPTIONS = ["calendar.adopt", "naming.adopt"];

export function isAdoption(kind: string): boolean {
  return ADOPTIONS.includes(kind);
}

/**
 * Loads what this process keeps in memory of what was adopted in the chat: at its start, at every heartbeat, and when
 * another process of the bot adopted something.
 */
export async function loadAdopted(deps: Pick<Deps, "db" | "programme">): Promise<void> {
  await Promise.all([loadCalendar(deps), loadNamings(deps)]);
}
