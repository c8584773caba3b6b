import { createServer } from "node:http";
import { type Client, createClient, type InValue, type Transaction } from "@libsql/client";
import * as z from "zod";

// A database file over HTTP, as used by a Worker: the protocol of sqld and Turso (Hrana 2, JSON), as far as
// one client needs it.

const valueSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("null") }),
  z.object({ type: z.literal("integer"), value: z.string() }),
  z.object({ type: z.literal("float"), value: z.number() }),
  z.object({ type: z.literal("text"), value: z.string() }),
]);
const stmtSchema = z.object({
  sql: z.string().optional(),
  sql_id: z.number().optional(),
  args: z.array(valueSchema).default([]),
});
type Condition = { type: "ok" | "error"; step: number } | { type: "not"; cond: Condition };
const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.object({ type: z.enum(["ok", "error"]), step: z.number() }),
    z.object({ type: z.literal("not"), cond: conditionSchema }),
  ]),
);
const requestSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("close") }),
  z.object({ type: z.literal("store_sql"), sql_id: z.number(), sql: z.string() }),
  z.object({ type: z.literal("close_sql"), sql_id: z.number() }),
  z.object({ type: z.literal("execute"), stmt: stmtSchema }),
  z.object({
    type: z.literal("batch"),
    batch: z.object({
      steps: z.array(z.object({ stmt: stmtSchema, condition: conditionSchema.nullish() })),
    }),
  }),
]);
const pipelineSchema = z.object({ requests: z.array(requestSchema) });

type Stmt = z.infer<typeof stmtSchema>;
type Request = z.infer<typeof requestSchema>;
type Step = { result: unknown; error: { message: string } | null };

export type Sqld = { url: string; close: () => Promise<void> };

/**
 * Serves a database file. Pipelines run one after another; a transaction starts and ends within one batch.
 */
export async function serveDatabase(file: string): Promise<Sqld> {
  const client = createClient({ url: file, concurrency: 1, timeout: 5_000 });
  await client.execute("PRAGMA foreign_keys=ON");
  let turn: Promise<unknown> = Promise.resolve();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const pipeline = pipelineSchema.safeParse(JSON.parse(Buffer.concat(chunks).toString() || "null"));
    if (request.url !== "/v2/pipeline" || !pipeline.success) {
      response.writeHead(400).end(JSON.stringify({ message: String(pipeline.error ?? request.url) }));
      return;
    }
    const answering = turn.then(() => answer(client, pipeline.data.requests));
    turn = answering.catch(() => {});
    const results = await answering;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ baton: null, base_url: null, results }));
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      client.close();
    },
  };
}

async function answer(client: Client, requests: Request[]): Promise<unknown[]> {
  const stored = new Map<number, string>();
  const results: unknown[] = [];
  for (const request of requests) {
    if (request.type === "store_sql") stored.set(request.sql_id, request.sql);
    if (request.type === "execute") {
      const step = await run(client, request.stmt, stored);
      results.push(
        step.error
          ? { type: "error", error: step.error }
          : { type: "ok", response: { type: "execute", result: step.result } },
      );
    } else if (request.type === "batch") {
      results.push({
        type: "ok",
        response: { type: "batch", result: await batch(client, request.batch.steps, stored) },
      });
    } else results.push({ type: "ok", response: { type: request.type } });
  }
  return results;
}

async function batch(
  client: Client,
  steps: Array<{ stmt: Stmt; condition?: Condition | null | undefined }>,
  stored: ReadonlyMap<number, string>,
): Promise<unknown> {
  const done: Array<Step | null> = [];
  let open: Transaction | null = null;
  for (const { stmt, condition } of steps) {
    if (condition && !holds(condition, done)) {
      done.push(null);
      continue;
    }
    const sql = (stmt.sql ?? "").trim().toUpperCase();
    if (sql.startsWith("BEGIN")) {
      open = await client.transaction("write");
      done.push({ result: NOTHING, error: null });
    } else if (open && (sql === "COMMIT" || sql === "ROLLBACK")) {
      await (sql === "COMMIT" ? open.commit() : open.rollback());
      done.push({ result: NOTHING, error: null });
    } else done.push(await run(open ?? client, stmt, stored));
  }
  return {
    step_results: done.map((step) => step?.result ?? null),
    step_errors: done.map((step) => step?.error ?? null),
  };
}

const NOTHING = { cols: [], rows: [], affected_row_count: 0, last_insert_rowid: null };

function holds(condition: Condition, done: ReadonlyArray<Step | null>): boolean {
  if (condition.type === "not") return !holds(condition.cond, done);
  const step = done[condition.step];
  return condition.type === "ok" ? step?.error === null : Boolean(step?.error);
}

async function run(
  on: Pick<Client | Transaction, "execute">,
  stmt: Stmt,
  stored: ReadonlyMap<number, string>,
): Promise<Step> {
  const sql = stmt.sql ?? stored.get(stmt.sql_id ?? -1) ?? "";
  try {
    const set = await on.execute({ sql, args: stmt.args.map(fromWire) });
    const result = {
      cols: set.columns.map((name) => ({ name, decltype: null })),
      rows: set.rows.map((row) => set.columns.map((_, i) => toWire(row[i]))),
      affected_row_count: set.rowsAffected,
      last_insert_rowid: set.lastInsertRowid === undefined ? null : String(set.lastInsertRowid),
    };
    return { result, error: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : "unknown";
    return { result: null, error: { message: `SQLite error: ${message}` } };
  }
}

function fromWire(value: z.infer<typeof valueSchema>): InValue {
  if (value.type === "null") return null;
  return value.type === "integer" ? BigInt(value.value) : value.value;
}

function toWire(value: unknown): z.infer<typeof valueSchema> {
  if (typeof value === "string") return { type: "text", value };
  if (typeof value === "number" || typeof value === "bigint")
    return Number.isInteger(Number(value))
      ? { type: "integer", value: String(value) }
      : { type: "float", value: Number(value) };
  return { type: "null" };
}
