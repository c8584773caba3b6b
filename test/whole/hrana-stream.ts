import Database from "libsql";
import {
  type Condition,
  fromWire,
  type Statement,
  type StatementResult,
  type Step,
  type StreamRequest,
  toWire,
  type WireError,
} from "./hrana-protocol.ts";

// A stream of the Hrana protocol: a connection of its own, with the texts stored in it and the transaction left open.

export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Hands the file's one lock for writing to one stream after another. */
export type Turns = { take: (stream: object) => Promise<void>; giveBack: (stream: object) => void };

export type Stream = {
  /** Executes one request; throws `Refused`. */
  answer: (request: StreamRequest) => Promise<object>;
  isClosed: () => boolean;
  /** Ends it; what was not committed is undone. */
  close: () => void;
};

type Connection = InstanceType<typeof Database>;
type Done = { result: StatementResult; error: null } | { result: null; error: WireError };

/** What begins a transaction that writes, and what writes by itself. */
const WRITES =
  /^\s*(?:begin\s+(?:immediate|exclusive)|insert|update|delete|replace|create|drop|alter|with)\b/i;

export function openStream(database: Connection, turns: Turns, ended: () => void): Stream {
  const stored = new Map<number, string>();
  let closed = false;

  function textOf({ sql, sql_id }: { sql?: string | null | undefined; sql_id?: number | null | undefined }) {
    const found = sql ?? stored.get(sql_id ?? -1);
    if (found === undefined) throw new Refused("SQL_STORE_NOT_FOUND", `no SQL is stored as ${sql_id}`);
    return found;
  }

  /** Runs something with the lock it needs, which a transaction that wrote keeps. */
  async function inTurn<T>(sql: string, work: () => T): Promise<T> {
    if (WRITES.test(sql)) await turns.take(stream);
    try {
      return work();
    } catch (error) {
      throw refusal(error);
    } finally {
      if (!database.inTransaction) turns.giveBack(stream);
    }
  }

  async function execute(statement: Statement): Promise<StatementResult> {
    const sql = textOf(statement);
    return inTurn(sql, () => run(database, sql, statement));
  }

  async function batch(steps: readonly Step[]) {
    const done: Array<Done | null> = [];
    for (const { stmt, condition } of steps) {
      const wanted = !condition || holds(condition, done, !database.inTransaction);
      done.push(wanted ? await attempt(() => execute(stmt)) : null);
    }
    return {
      step_results: done.map((step) => step?.result ?? null),
      step_errors: done.map((step) => step?.error ?? null),
    };
  }

  async function answer(request: StreamRequest): Promise<object> {
    switch (request.type) {
      case "close":
        stream.close();
        return {};
      case "execute":
        return { result: await execute(request.stmt) };
      case "batch":
        return { result: await batch(request.batch.steps) };
      case "sequence": {
        const sql = textOf(request);
        await inTurn("create", () => database.exec(sql));
        return {};
      }
      case "describe":
        return { result: describe(database, textOf(request)) };
      case "store_sql":
        if (stored.has(request.sql_id)) throw new Refused("SQL_STORE_TAKEN", `${request.sql_id} is taken`);
        stored.set(request.sql_id, request.sql);
        return {};
      case "close_sql":
        stored.delete(request.sql_id);
        return {};
      case "get_autocommit":
        return { is_autocommit: !database.inTransaction };
    }
  }

  const stream: Stream = {
    answer: async (request) => {
      if (closed) throw new Refused("STREAM_CLOSED", "the stream is closed");
      return { type: request.type, ...(await answer(request)) };
    },
    isClosed: () => closed,
    close: () => {
      if (closed) return;
      closed = true;
      if (database.inTransaction) database.exec("ROLLBACK");
      turns.giveBack(stream);
      ended();
    },
  };
  return stream;
}

function run(database: Connection, sql: string, { args, named_args, want_rows }: Statement): StatementResult {
  const statement = database.prepare(sql);
  const named = Object.fromEntries(named_args.map(({ name, value }) => [name.slice(1), fromWire(value)]));
  const values = named_args.length > 0 ? named : args.map(fromWire);
  if (!statement.reader) {
    const { changes, lastInsertRowid } = statement.run(values);
    return {
      ...{ cols: [], rows: [], affected_row_count: changes },
      last_insert_rowid: String(lastInsertRowid),
    };
  }
  const cols = statement.columns().map(({ name, type }) => ({ name, decltype: type ?? null }));
  const found = statement
    .raw(true)
    .safeIntegers(true)
    .all(values)
    .flatMap((row): unknown[][] => (Array.isArray(row) ? [row] : []));
  const rows = want_rows === false ? [] : found.map((row) => row.map(toWire));
  const returning = WRITES.test(sql);
  return { cols, rows, affected_row_count: returning ? found.length : 0, last_insert_rowid: null };
}

function describe(database: Connection, sql: string) {
  const statement = database.prepare(sql);
  const cols = statement.reader ? statement.columns() : [];
  return {
    params: [],
    cols: cols.map(({ name, type }) => ({ name, decltype: type ?? null })),
    is_explain: /^\s*explain\b/i.test(sql),
    is_readonly: statement.reader && !WRITES.test(sql),
  };
}

function holds(condition: Condition, done: ReadonlyArray<Done | null>, autocommit: boolean): boolean {
  switch (condition.type) {
    case "ok":
      return done[condition.step]?.error === null;
    case "error":
      return Boolean(done[condition.step]?.error);
    case "not":
      return !holds(condition.cond, done, autocommit);
    case "and":
      return condition.conds.every((one) => holds(one, done, autocommit));
    case "or":
      return condition.conds.some((one) => holds(one, done, autocommit));
    case "is_autocommit":
      return autocommit;
  }
}

async function attempt(work: () => Promise<StatementResult>): Promise<Done> {
  try {
    return { result: await work(), error: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { result: null, error: { message: error.message, code: error.code } };
  }
}

function refusal(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  return new Refused(error.code, `SQLite error: ${error.message}`);
}
