import { is, Param, Placeholder, type QueryWithTypings, SQL, type SQLWrapper } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import type { Db } from "./open.ts";
import { prepared } from "./prepared.ts";

// Statements of the changes made all the time: building one's SQL costs more than executing it, so the text is built once
// for each database.

/** A statement of a change's batch. */
export type Write = BatchItem<"sqlite"> & SQLWrapper;

type Values = Record<string, unknown>;
type Text = { sql: string; fill: (values: Values) => unknown[] };

/** SQL whose text was built before. */
class Written extends SQL {
  constructor(private readonly query: QueryWithTypings) {
    super([]);
  }
  override toQuery(): QueryWithTypings {
    return this.query;
  }
}

const dialect = new SQLiteAsyncDialect();

/**
 * A statement with `sql.placeholder`s; the answered function makes one with values, for a change's batch. Throws where a
 * value is missing.
 */
export function written<V extends Values>(build: (db: Db) => SQLWrapper): (db: Db, values: V) => Write {
  const textOf = prepared((db): Text => {
    const { sql, params } = dialect.sqlToQuery(build(db).getSQL());
    const parts = params.map(fillerOf);
    return { sql, fill: (values) => parts.map((part) => part(values)) };
  });
  return (db, values) => {
    const { sql, fill } = textOf(db);
    return db.run(new Written({ sql, params: fill(values) }));
  };
}

/** A parameter of a built query: a placeholder, alone or as a column's value, or a constant. */
function fillerOf(param: unknown): (values: Values) => unknown {
  if (is(param, Placeholder)) return (values) => given(values, param.name);
  if (is(param, Param)) {
    const { encoder, value } = param;
    if (!is(value, Placeholder)) return () => encoder.mapToDriverValue(value);
    return (values) => {
      const one = given(values, value.name);
      return one === null ? null : encoder.mapToDriverValue(one);
    };
  }
  return () => param;
}

function given(values: Values, name: string): unknown {
  const value = values[name];
  if (value === undefined) throw new Error(`no value for ${name}`);
  return value;
}
