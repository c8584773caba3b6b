import type { Procedure } from "./definition.ts";
import type { LogEntry, ProcedureRecord } from "./record.ts";

/** The log entry that opened an aside; null if the aside is not open. */
export function openAside(
  { id, asides = {} }: Pick<Procedure, "id" | "asides">,
  { log }: Pick<ProcedureRecord, "log">,
  name: string,
): LogEntry | null {
  const aside = asides[name];
  if (!aside) throw new Error(`procedure ${id} has no aside ${name}`);
  const opens = typeof aside.opens === "string" ? [aside.opens] : aside.opens;
  const last = log.findLast(({ step }) => opens.includes(step) || aside.ends.includes(step));
  return last && opens.includes(last.step) ? last : null;
}
