import * as z from "zod";
import { shanghaiDay } from "../calendar/shanghai-time.ts";

// A record of a procedure: its state, the values filled in so far, and the log of every step.

/** A field's parsed value; any JSON. */
export type Value = z.infer<typeof valueSchema>;
export type Values = Record<string, Value>;

const valueSchema = z.json();
const valuesSchema = z.record(z.string(), valueSchema);

const logEntrySchema = z.object({
  step: z.string(),
  /** The state before the step ("" for the first one) and after it. */
  from: z.string(),
  to: z.string(),
  /** The taker's open_id ("" for an automatic step) and their name at the time. */
  by: z.string(),
  name: z.string().default(""),
  /** The post the taker acted in: `town_official qikou`. */
  post: z.string().default(""),
  at: z.number(),
  values: valuesSchema.default({}),
  /** The day by which the question it opened beside the state is to be answered. */
  due: z.string().exactOptional(),
});

const recordSchema = z.object({
  id: z.string(),
  procedure: z.string(),
  /** The town's slug ("" if no single town is concerned) and the quarter (or ""). */
  town: z.string().default(""),
  period: z.string().default(""),
  /** A further subject: the id of a digest row or of another record; or "". */
  ref: z.string().default(""),
  state: z.string(),
  revision: z.number().int().positive(),
  /** All values filled in so far; for each name the last one. */
  data: valuesSchema.default({}),
  /** The day the next step is due; null if no step is owed or the year's calendar is unknown. */
  due: z.string().nullable().default(null),
  log: z.array(logEntrySchema).min(1),
});

export type LogEntry = z.infer<typeof logEntrySchema>;
export type ProcedureRecord = z.infer<typeof recordSchema>;

/** What a new record concerns, before it has a state. */
export type Origin = Pick<ProcedureRecord, "id" | "town" | "period" | "ref">;

/** Parses a stored record; newer fields take their defaults. Throws on any other value. */
export function parseRecord(stored: unknown): ProcedureRecord {
  return recordSchema.parse(stored);
}

/** The state a record was in at the end of a day (`YYYY-MM-DD`, Shanghai); null before it began. */
export function stateOn({ log }: Pick<ProcedureRecord, "log">, day: string): string | null {
  return log.findLast(({ at }) => shanghaiDay(at) <= day)?.to ?? null;
}

/** The last time a step (or one of several) was taken; undefined when it never was. */
export function lastTaken(
  { log }: Pick<ProcedureRecord, "log">,
  step: string | readonly string[],
): LogEntry | undefined {
  return log.findLast((entry) =>
    typeof step === "string" ? entry.step === step : step.includes(entry.step),
  );
}

/** The log entry of the step that created the record. */
export function beginning({ log }: Pick<ProcedureRecord, "log">): LogEntry {
  const [first] = log;
  if (!first) throw new Error("a record without a beginning");
  return first;
}
