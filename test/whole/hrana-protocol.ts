import * as z from "zod";

// Messages of the Hrana protocol over HTTP in JSON, versions 2 and 3, as libSQL's servers speak it.

const value = z.discriminatedUnion("type", [
  z.object({ type: z.literal("null") }),
  z.object({ type: z.literal("integer"), value: z.string() }),
  z.object({ type: z.literal("float"), value: z.number() }),
  z.object({ type: z.literal("text"), value: z.string() }),
  z.object({ type: z.literal("blob"), base64: z.string() }),
]);
/** The text itself, or the number of one that was stored in the stream. */
const text = { sql: z.string().nullish(), sql_id: z.number().nullish() };
const statement = z.object({
  ...text,
  args: z.array(value).default([]),
  named_args: z.array(z.object({ name: z.string(), value })).default([]),
  want_rows: z.boolean().nullish(),
});

export type Condition =
  | { type: "ok" | "error"; step: number }
  | { type: "not"; cond: Condition }
  | { type: "and" | "or"; conds: Condition[] }
  | { type: "is_autocommit" };
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.object({ type: z.enum(["ok", "error"]), step: z.number() }),
    z.object({ type: z.literal("not"), cond: condition }),
    z.object({ type: z.enum(["and", "or"]), conds: z.array(condition) }),
    z.object({ type: z.literal("is_autocommit") }),
  ]),
);
const step = z.object({ stmt: statement, condition: condition.nullish() });
const request = z.discriminatedUnion("type", [
  z.object({ type: z.literal("close") }),
  z.object({ type: z.literal("execute"), stmt: statement }),
  z.object({ type: z.literal("batch"), batch: z.object({ steps: z.array(step) }) }),
  z.object({ type: z.literal("sequence"), ...text }),
  z.object({ type: z.literal("describe"), ...text }),
  z.object({ type: z.literal("store_sql"), sql_id: z.number(), sql: z.string() }),
  z.object({ type: z.literal("close_sql"), sql_id: z.number() }),
  z.object({ type: z.literal("get_autocommit") }),
]);
export const pipelineSchema = z.object({ baton: z.string().nullish(), requests: z.array(request) });

export type Statement = z.infer<typeof statement>;
export type Step = z.infer<typeof step>;
export type StreamRequest = z.infer<typeof request>;
export type WireError = { message: string; code: string };
export type StatementResult = {
  cols: Array<{ name: string; decltype: string | null }>;
  rows: Array<Array<z.infer<typeof value>>>;
  affected_row_count: number;
  last_insert_rowid: string | null;
};

/** A value for SQLite's binding, which takes whole numbers as bigints. */
export function fromWire(wire: z.infer<typeof value>): unknown {
  if (wire.type === "null") return null;
  if (wire.type === "blob") return Buffer.from(wire.base64, "base64");
  return wire.type === "integer" ? BigInt(wire.value) : wire.value;
}

export function toWire(stored: unknown): z.infer<typeof value> {
  if (typeof stored === "bigint") return { type: "integer", value: String(stored) };
  if (typeof stored === "number") return { type: "float", value: stored };
  if (typeof stored === "string") return { type: "text", value: stored };
  if (Buffer.isBuffer(stored)) return { type: "blob", base64: stored.toString("base64") };
  return { type: "null" };
}
