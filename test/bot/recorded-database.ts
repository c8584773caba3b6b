import { createClient, type InStatement, type TransactionMode } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import type { Db } from "../../db/open.ts";

/** A SELECT with its arguments and the keys of the returned rows, such as `report 2026Q3/qikou`. */
export type Read = { sql: string; args: string; rows: string[] };

/**
 * A second connection to a database file that records every SELECT and batch, and the call stack of each use
 * of `db.select`.
 */
export type Recorded = { db: Db; reads: Read[]; batches: number; stacks: string[]; close: () => void };

export function recordDatabase(url: string): Recorded {
  const client = createClient({ url, concurrency: 1 });
  const recorded: Recorded = {
    db: drizzle(client),
    reads: [],
    batches: 0,
    stacks: [],
    close: () => client.close(),
  };
  const execute = async (statement: InStatement) => {
    const answer = await client.execute(statement);
    const { sql, args } = typeof statement === "string" ? { sql: statement, args: [] } : statement;
    // A row's key is its first selected column; a row count has no key.
    const table = /^\s*select\b.*?\bfrom "?(\w+)"?/is.exec(sql)?.[1];
    const rows = /^\s*select\s+count/i.test(sql)
      ? []
      : answer.rows.map((row) => `${table} ${String(row[0])}`);
    if (table !== undefined) recorded.reads.push({ sql, args: JSON.stringify(args), rows });
    return answer;
  };
  const batch = (statements: InStatement[], mode?: TransactionMode) => {
    recorded.batches += 1;
    return client.batch(statements, mode);
  };
  const watched = new Proxy(client, {
    get: (target, name) => (name === "execute" ? execute : name === "batch" ? batch : bound(target, name)),
  });
  recorded.db = new Proxy(drizzle(watched), {
    get: (target, name) => {
      if (name === "select") recorded.stacks.push(new Error().stack ?? "");
      return bound(target, name);
    },
  });
  return recorded;
}

function bound(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === "function" ? value.bind(target) : value;
}
