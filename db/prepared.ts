import type { Db } from "./open.ts";

/**
 * A query whose SQL is written once for each database and then only run: writing it costs four times what reading one
 * row by its key does (bench/reads.ts). What changes from run to run stands in it as `sql.placeholder`.
 */
export function prepared<Query>(build: (db: Db) => Query): (db: Db) => Query {
  const kept = new WeakMap<Db, Query>();
  return (db) => {
    const known = kept.get(db);
    if (known) return known;
    const query = build(db);
    kept.set(db, query);
    return query;
  };
}
