import { createRedact } from "./feishu/redact.ts";

const LEVELS = ["debug", "info", "warn", "error"] as const;
export type Level = (typeof LEVELS)[number];
/** One structured line: what happened, and ids and figures only. Never a card's body, a secret, a name or a number. */
export type Log = (
  level: Level,
  what: string,
  fields?: Record<string, string | number | boolean | null>,
) => void;

/** Longer than any line of ours: what is longer quotes somebody. */
const LONGEST = 500;

/**
 * A log that writes JSON lines of at least `least` to `write`. Whatever slips into a text, an error's message most of
 * all, leaves without `secrets`, tokens and mobile numbers.
 */
export function createLog(least: Level, write: (line: string) => void, secrets: string[] = []): Log {
  const from = LEVELS.indexOf(least);
  const redact = createRedact(secrets);
  const clean = (text: string): string => redact(text).slice(0, LONGEST);
  return (level, what, fields = {}) => {
    if (LEVELS.indexOf(level) < from) return;
    const shown = Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === "string" ? clean(value) : value,
    ]);
    const line = { at: new Date().toISOString(), level, what: clean(what), ...Object.fromEntries(shown) };
    write(JSON.stringify(line));
  };
}
