import type { Db } from "./open.ts";

/**
 * Builds a query once for each database and reuses it: building the SQL costs four times as much as reading one row by
 * its key (bench/reads.ts). Variable values are `sql.placeholder`s.
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
