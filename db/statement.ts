import type { InArgs, InStatement, InValue, TransactionMode } from "@libsql/client/http";
import type { SQLWrapper } from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";

/** A statement as the library's interface takes it. */
export type AnyStatement = InStatement | [string, InArgs?];

/** A statement that changes rows or tables. */
const CHANGES = /^\s*(?:insert|update|delete|replace|create|drop|alter|with)\b/i;

export function changes(statement: AnyStatement): boolean {
  return CHANGES.test(sqlOf(statement));
}

/** A batch that changes anything takes the database's lock before it begins. */
export function modeOf(statements: readonly AnyStatement[]): TransactionMode {
  return statements.some(changes) ? "write" : "read";
}

export function sqlOf(statement: AnyStatement): string {
  if (typeof statement === "string") return statement;
  return Array.isArray(statement) ? statement[0] : statement.sql;
}

/** A statement as plain data: the database, or another process, needs no more. */
export type Statement = { sql: string; args: InValue[] };

const dialect = new SQLiteAsyncDialect();

/** The text and values of a built query. */
export function plain(query: SQLWrapper): Statement {
  const { sql, params } = dialect.sqlToQuery(query.getSQL());
  return { sql, args: params.map(storable) };
}

function storable(value: unknown): InValue {
  if (isValue(value)) return value;
  throw new TypeError(`${typeof value} cannot be stored`);
}

/** Whether a column can hold a value. */
export function isValue(value: unknown): value is InValue {
  if (value === null || value instanceof Uint8Array || value instanceof ArrayBuffer || value instanceof Date)
    return true;
  return ["string", "number", "bigint", "boolean"].includes(typeof value);
}
