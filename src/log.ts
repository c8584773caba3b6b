import { createRedact } from "./feishu/redact.ts";

const LEVELS = ["debug", "info", "warn", "error"] as const;
export type Level = (typeof LEVELS)[number];
/** Logs one structured line of ids and figures; never card contents, secrets, names or mobile numbers. */
export type Log = (
  level: Level,
  what: string,
  fields?: Record<string, string | number | boolean | null>,
) => void;

/** Longer texts are cut: no line of ours is longer. */
const LONGEST = 500;

/**
 * A log that writes JSON lines of at least level `least` to `write`. `secrets`, tokens and mobile numbers are removed
 * from all text, including error messages.
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
