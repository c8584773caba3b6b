import type { Config } from "../config.ts";

/** Without a setting, more cores are not used: one process writes for all, and would be the limit. */
const USUAL = 4;

/**
 * How many processes take in presses and messages: as many as cores, or what WORKERS says. `alone`: why there is one, where
 * more are not possible.
 */
export function processCount(
  { workers, databaseUrl, events, rehearsalNow }: Config,
  cores: number,
): { n: number; alone: string | null } {
  const alone = !databaseUrl.startsWith("file:")
    ? "the database is not a file; start the bot on several machines instead"
    : events === "long-connection"
      ? "everything comes over one connection"
      : rehearsalNow !== null
        ? "a rehearsal has one clock"
        : null;
  return { n: alone === null ? (workers ?? Math.min(cores, USUAL)) : 1, alone };
}
