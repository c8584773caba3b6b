import type { InArgs, InStatement, TransactionMode } from "@libsql/client/http";

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
