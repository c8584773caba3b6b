import { rootMessage } from "../db/database-unusable.ts";
import type { Level, Log } from "./log.ts";

/** A logger for node-cron, whose lines (a beat that came too late, for one) become lines of ours. */
export function cronLog(log: Log) {
  const at = (level: Level) => (said: string | Error, more?: Error) => {
    const message = typeof said === "string" ? said : rootMessage(said);
    log(level, "node-cron", more ? { message, error: rootMessage(more) } : { message });
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
