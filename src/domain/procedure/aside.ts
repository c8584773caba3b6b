import type { Procedure } from "./definition.ts";
import type { LogEntry, ProcedureRecord } from "./record.ts";

/** The log entry that opened an aside; null if the aside is not open. */
export function openAside(
  { id, asides = {} }: Procedure,
  { log }: Pick<ProcedureRecord, "log">,
  name: string,
): LogEntry | null {
  const aside = asides[name];
  if (!aside) throw new Error(`procedure ${id} has no aside ${name}`);
  const last = log.findLast(({ step }) => step === aside.opens || aside.ends.includes(step));
  return last?.step === aside.opens ? last : null;
}
