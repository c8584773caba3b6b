import {
  type Client,
  type InArgs,
  LibsqlBatchError,
  LibsqlError,
  type ResultSet,
  type TransactionMode,
} from "@libsql/client/http";
import Database from "libsql";
import { isBusy } from "./database-unusable.ts";
import { fromSql, LocalRow, toSql } from "./local-row.ts";
import { lockIsGivenUp } from "./patience.ts";
import { sameFile } from "./same-file.ts";
import { type AnyStatement, changes, modeOf, sqlOf } from "./statement.ts";

// A client for a database file with the library's interface. The library prepares every statement anew; here each SQL
// text is prepared once (bench/reads.ts compares the two).

/** Prepared statements kept; lists of varying length produce ever new texts. */
const KEPT = 500;

/** SQLite's primary result codes by their last byte, those that are used by name. */
const CODES: Record<number, string> = {
  5: "SQLITE_BUSY",
  6: "SQLITE_LOCKED",
  8: "SQLITE_READONLY",
  10: "SQLITE_IOERR",
  11: "SQLITE_CORRUPT",
  13: "SQLITE_FULL",
  14: "SQLITE_CANTOPEN",
  19: "SQLITE_CONSTRAINT",
  26: "SQLITE_NOTADB",
};
const BEGIN: Record<TransactionMode, string> = {
  write: "BEGIN IMMEDIATE",
  read: "BEGIN",
  deferred: "BEGIN",
};

type Prepared = (args: unknown[]) => ResultSet;

/** At most this long between two tries at a lock another process holds, ms; a commit holds it for a few. */
const PAUSE = 10;

/**
 * Opens a file (`busyTimeout`: ms a statement waits for another process' lock, without holding up any other). Interactive
 * transactions and replicas are not supported: all changes are batches.
 */
export function openLocalClient(path: string, busyTimeout: number): Client {
  // The library's own waiting would stop everything in this process.
  const database = new Database(path, { timeout: 0 });
  const { execute, forget } = statementsOf(database);
  const problem = sameFile(path);

  /**
   * A prepared statement that finds the file locked stays half done: it keeps the next commit from ending, and what this
   * connection sees from moving on. So every write takes the lock here first, and none asks for it later.
   */
  function begin(mode: TransactionMode): void {
    const moved = mode === "write" ? problem() : null;
    if (moved !== null) throw new LibsqlError(moved, "FILE_MOVED");
    try {
      database.exec(BEGIN[mode]);
    } catch (error) {
      throw named(error);
    }
  }

  /** Executes all statements or none. */
  function batch(statements: AnyStatement[], mode: TransactionMode): ResultSet[] {
    begin(mode);
    try {
      const results = statements.map((statement, index) => {
        try {
          return execute(statement);
        } catch (error) {
          throw inBatch(error, index);
        }
      });
      execute("COMMIT");
      return results;
    } catch (error) {
      if (database.inTransaction) execute("ROLLBACK");
      throw error;
    }
  }

  /** One statement by itself; settings of the connection are no transaction's. */
  function alone(statement: AnyStatement): ResultSet {
    const [only] = changes(statement) ? batch([statement], "write") : [execute(statement)];
    if (!only) throw new Error("a statement without a result");
    return only;
  }

  async function patiently<T>(work: () => T): Promise<T> {
    const until = performance.now() + busyTimeout;
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error) || performance.now() >= until || lockIsGivenUp()) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * PAUSE));
      }
    }
  }

  const client: Client = {
    closed: false,
    protocol: "file",
    execute: (statement: AnyStatement, args?: InArgs) =>
      patiently(() => alone(args === undefined ? statement : [sqlOf(statement), args])),
    batch: (statements, mode) => patiently(() => batch(statements, mode ?? modeOf(statements))),
    migrate: async (statements) => {
      execute("PRAGMA foreign_keys=OFF");
      try {
        return await patiently(() => batch(statements, "write"));
      } finally {
        execute("PRAGMA foreign_keys=ON");
      }
    },
    transaction: () => refuse("a transaction held open"),
    executeMultiple: async (sql) => void database.exec(sql),
    sync: () => refuse("a replica"),
    reconnect: () => refuse("a new connection"),
    close: () => {
      client.closed = true;
      forget();
      database.close();
    },
  };
  return client;
}

/** Executes statements, each text prepared once; `forget`: lets go of them. */
function statementsOf(database: Database.Database) {
  const prepared = new Map<string, Prepared>();

  function execute(statement: AnyStatement, args?: InArgs): ResultSet {
    const [sql, values] = partsOf(statement, args);
    try {
      return find(sql)(values);
    } catch (error) {
      prepared.delete(sql);
      throw named(error);
    }
  }

  function find(sql: string): Prepared {
    const kept = prepared.get(sql);
    if (kept) return kept;
    const [oldest] = prepared.keys();
    if (prepared.size >= KEPT && oldest !== undefined) prepared.delete(oldest);
    const fresh = prepare(database, sql);
    prepared.set(sql, fresh);
    return fresh;
  }

  return { execute, forget: () => prepared.clear() };
}

function partsOf(statement: AnyStatement, args: InArgs | undefined): [string, unknown[]] {
  const [sql, given] =
    typeof statement === "string"
      ? [statement, args]
      : Array.isArray(statement)
        ? statement
        : [statement.sql, statement.args];
  if (given === undefined) return [sql, []];
  if (!Array.isArray(given)) throw new LibsqlError("values are given in order, not by name", "UNSUPPORTED");
  return [sql, given.map(toSql)];
}

function prepare(database: Database.Database, sql: string): Prepared {
  const statement = database.prepare(sql);
  if (!statement.reader)
    return (args) => {
      const { changes, lastInsertRowid } = statement.run(args);
      return resultOf([], [], changes, BigInt(lastInsertRowid));
    };
  statement.raw(true);
  let names: string[] | null = null;
  return (args) => {
    const rows = statement.all(args).flatMap((row): unknown[][] => (Array.isArray(row) ? [row] : []));
    const width = rows[0]?.length ?? names?.length;
    // After a migration the same text may return other columns.
    if (names === null || names.length !== width) names = statement.columns().map(({ name }) => name);
    const columns = names;
    return resultOf(
      columns,
      rows.map((values) => new LocalRow(columns, values.map(fromSql))),
      0,
      undefined,
    );
  };
}

function resultOf(
  columns: string[],
  rows: LocalRow[],
  rowsAffected: number,
  lastInsertRowid: bigint | undefined,
): ResultSet {
  return {
    columns,
    // Declared column types are not used.
    columnTypes: [],
    rows,
    rowsAffected,
    lastInsertRowid,
    toJSON: () => ({ columns, rows: rows.map((row) => Array.from(row)), rowsAffected }),
  };
}

/** SQLite's errors with the codes of the library's own client. */
function named(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = CODES[(error.rawCode ?? 0) & 0xff] ?? "SQLITE_ERROR";
  return new LibsqlError(error.message, code, error.code, error.rawCode, error);
}

function inBatch(error: unknown, index: number): unknown {
  if (!(error instanceof LibsqlError)) return error;
  const cause = error.cause instanceof Error ? error.cause : undefined;
  return new LibsqlBatchError(error.message, index, error.code, error.extendedCode, error.rawCode, cause);
}

function refuse(what: string): never {
  throw new LibsqlError(`${what} is not supported on a file`, "UNSUPPORTED");
}
