import * as z from "zod";
import { shanghaiDay } from "../shanghai-time.ts";

// A record of a procedure: where it stands, what was filled in on the way, and every step that led there.

/** What a step's field holds once it is read; any JSON. */
export type Value = z.infer<typeof valueSchema>;
export type Values = Record<string, Value>;

const valueSchema = z.json();
const valuesSchema = z.record(z.string(), valueSchema);

const logEntrySchema = z.object({
  step: z.string(),
  /** The state before the step, "" for the one that began the record, and after it. */
  from: z.string(),
  to: z.string(),
  /** Who took it: an open_id, "" for a step that time took; what that person was called then. */
  by: z.string(),
  name: z.string().default(""),
  /** The post it was taken in: `town_official qikou`. */
  post: z.string().default(""),
  at: z.number(),
  values: valuesSchema.default({}),
});

const recordSchema = z.object({
  id: z.string(),
  procedure: z.string(),
  /** A town's slug, or "" for what concerns no single town; a quarter, or "". */
  town: z.string().default(""),
  period: z.string().default(""),
  /** What else it was begun about: a row of a digest, another record's id; or "". */
  ref: z.string().default(""),
  state: z.string(),
  revision: z.number().int().positive(),
  /** Every value filled in so far, the last of each name. */
  data: valuesSchema.default({}),
  /** The day by which its next step is owed; null when nobody owes one, or the year's calendar is not known. */
  due: z.string().nullable().default(null),
  log: z.array(logEntrySchema).min(1),
});

export type LogEntry = z.infer<typeof logEntrySchema>;
export type ProcedureRecord = z.infer<typeof recordSchema>;

/** What a new record is about, before it has a state. */
export type Origin = Pick<ProcedureRecord, "id" | "town" | "period" | "ref">;

/** A stored record; fields that came later take their defaults. Throws on anything else. */
export function parseRecord(stored: unknown): ProcedureRecord {
  return recordSchema.parse(stored);
}

/** The state a record was in at the end of a day (`YYYY-MM-DD`, Shanghai); null before it began. */
export function stateOn({ log }: Pick<ProcedureRecord, "log">, day: string): string | null {
  return log.findLast(({ at }) => shanghaiDay(at) <= day)?.to ?? null;
}

/** The last time a step, or one of several, was taken; undefined when none ever was. */
export function lastTaken(
  { log }: Pick<ProcedureRecord, "log">,
  step: string | readonly string[],
): LogEntry | undefined {
  return log.findLast((entry) =>
    typeof step === "string" ? entry.step === step : step.includes(entry.step),
  );
}

/** The step that began the record. */
export function beginning({ log }: Pick<ProcedureRecord, "log">): LogEntry {
  const [first] = log;
  if (!first) throw new Error("a record without a beginning");
  return first;
}
