import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { PeriodId } from "../src/domain/calendar/period.ts";
import type { Publication } from "../src/domain/ranking/publication.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { prepared } from "./prepared.ts";
import { publication } from "./schema.ts";

/** Number 0 is the provisional result, sent to towns for objections and not yet published. */
const published = gt(publication.seq, 0);

const ofPeriod = eq(publication.period, sql.placeholder("period"));
const newestOfPeriod = prepared((db) =>
  db
    .select()
    .from(publication)
    .where(and(ofPeriod, published))
    .orderBy(desc(publication.seq))
    .limit(1)
    .prepare(),
);
const newest = prepared((db) =>
  db
    .select()
    .from(publication)
    .where(and(lt(publication.period, sql.placeholder("before")), published))
    .orderBy(desc(publication.period), desc(publication.seq))
    .limit(1)
    .prepare(),
);
const provisionalOfPeriod = prepared((db) =>
  db
    .select()
    .from(publication)
    .where(and(ofPeriod, eq(publication.seq, 0)))
    .limit(1)
    .prepare(),
);

/** The newest publication of a quarter: the first one, or its latest correction. */
export async function findPublication(db: Db, period: PeriodId): Promise<Publication | null> {
  const [row] = await newestOfPeriod(db).execute({ period });
  return row ?? null;
}

/** Sorts after every quarter's id. */
const AFTER_ALL = "9999Q9";

/** The newest publication of any quarter, or of any quarter before `period`. */
export async function latestPublication(db: Db, before?: PeriodId): Promise<Publication | null> {
  const [row] = await newest(db).execute({ before: before ?? AFTER_ALL });
  return row ?? null;
}

/** The newest publication of a quarter, or of any quarter when none is named. */
export function newestPublication(db: Db, period: PeriodId | undefined): Promise<Publication | null> {
  return period ? findPublication(db, period) : latestPublication(db);
}

/** Every quarter's newest publication, oldest quarter first. */
export async function allPublications(db: Db): Promise<Publication[]> {
  const rows = await db
    .select()
    .from(publication)
    .where(published)
    .orderBy(asc(publication.period), asc(publication.seq));
  return [...new Map(rows.map((row) => [row.period, row])).values()];
}

/** A quarter's ranking as it was first published, before any correction. */
export async function firstPublication(db: Db, period: PeriodId): Promise<Publication | null> {
  const [row] = await db
    .select()
    .from(publication)
    .where(and(eq(publication.period, period), eq(publication.seq, 1)));
  return row ?? null;
}

/** When each quarter was first published (UTC ms), without corrections. */
export async function firstPublications(db: Db): Promise<Array<{ period: PeriodId; at: number }>> {
  return db
    .select({ period: publication.period, at: publication.at })
    .from(publication)
    .where(eq(publication.seq, 1));
}

/** The key (period, seq) makes simultaneous publications of a quarter conflict. */
export function insertPublication(db: Db, row: Publication): Write {
  return db.insert(publication).values(row);
}

/** A quarter's provisional result, as sent to the towns. */
export async function findProvisional(db: Db, period: PeriodId): Promise<Publication | null> {
  const [row] = await provisionalOfPeriod(db).execute({ period });
  return row ?? null;
}
