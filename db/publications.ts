import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { PeriodId } from "../src/domain/calendar/period.ts";
import type { Publication } from "../src/domain/ranking/publication.ts";
import type { Db } from "./open.ts";
import { prepared } from "./prepared.ts";
import { publication } from "./schema.ts";
import { publicationText, sealed } from "./seals.ts";
import type { Write } from "./written.ts";

/** Number 0 is the provisional result, sent to towns for objections and not yet published. */
const published = gt(publication.seq, 0);

/** Publications kept once they are read: two years of quarters, each with a correction. */
const KEPT = 16;
/** Rows are only ever added, so what was read stays true; a correction is a row of its own. */
const kept = new WeakMap<Db, Map<string, Publication>>();

/** What tells one publication from another, without its documents. */
type Head = Pick<Publication, "period" | "seq" | "at">;
const head = { period: publication.period, seq: publication.seq, at: publication.at };

const ofPeriod = eq(publication.period, sql.placeholder("period"));
const ofNumber = eq(publication.seq, sql.placeholder("seq"));
const whole = prepared((db) => db.select().from(publication).where(and(ofPeriod, ofNumber)).prepare());
const newestOfPeriod = prepared((db) =>
  db
    .select(head)
    .from(publication)
    .where(and(ofPeriod, published))
    .orderBy(desc(publication.seq))
    .limit(1)
    .prepare(),
);
const newest = prepared((db) =>
  db
    .select(head)
    .from(publication)
    .where(and(lt(publication.period, sql.placeholder("before")), published))
    .orderBy(desc(publication.period), desc(publication.seq))
    .limit(1)
    .prepare(),
);
const everyHead = prepared((db) =>
  db
    .select(head)
    .from(publication)
    .where(published)
    .orderBy(asc(publication.period), asc(publication.seq))
    .prepare(),
);
const numbered = prepared((db) =>
  db.select(head).from(publication).where(and(ofPeriod, ofNumber)).limit(1).prepare(),
);

/** The publication itself, parsed once. */
async function read(db: Db, { period, seq, at }: Head): Promise<Publication> {
  const known = kept.get(db) ?? new Map<string, Publication>();
  kept.set(db, known);
  const key = `${period} ${seq} ${at}`;
  const found = known.get(key) ?? (await whole(db).execute({ period, seq }))[0];
  if (!found) throw new Error(`the publication ${period} ${seq} is gone`);
  // What was used last is given up last.
  known.delete(key);
  known.set(key, found);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return found;
}

async function readFirst(db: Db, [first]: Head[]): Promise<Publication | null> {
  return first ? read(db, first) : null;
}

/** The newest publication of a quarter: the first one, or its latest correction. */
export async function findPublication(db: Db, period: PeriodId): Promise<Publication | null> {
  return readFirst(db, await newestOfPeriod(db).execute({ period }));
}

/** Sorts after every quarter's id. */
const AFTER_ALL = "9999Q9";

/** The newest publication of any quarter, or of any quarter before `period`. */
export async function latestPublication(db: Db, before?: PeriodId): Promise<Publication | null> {
  return readFirst(db, await newest(db).execute({ before: before ?? AFTER_ALL }));
}

/** The newest publication of a quarter, or of any quarter when none is named. */
export function newestPublication(db: Db, period: PeriodId | undefined): Promise<Publication | null> {
  return period ? findPublication(db, period) : latestPublication(db);
}

/** Every quarter's newest publication, oldest quarter first; `last`: of only so many quarters. */
export async function allPublications(db: Db, last?: number): Promise<Publication[]> {
  const heads = new Map((await everyHead(db).execute()).map((row) => [row.period, row]));
  const asked = [...heads.values()].slice(last === undefined ? 0 : -last);
  return Promise.all(asked.map((one) => read(db, one)));
}

/** The quarters that have a published result, oldest first. */
export async function publishedPeriods(db: Db): Promise<PeriodId[]> {
  return [...new Set((await everyHead(db).execute()).map(({ period }) => period))];
}

/** A quarter's ranking as it was first published, before any correction. */
export async function firstPublication(db: Db, period: PeriodId): Promise<Publication | null> {
  return readFirst(db, await numbered(db).execute({ period, seq: 1 }));
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
  const { period, seq, scheme, inputs, result } = row;
  const text = publicationText([scheme, inputs, result].map((part) => JSON.stringify(part)));
  return sealed(db.insert(publication).values(row), { [`publication ${period} ${seq}`]: text });
}

/** A quarter's result by its number, as it was published or corrected. */
export async function numberedPublication(
  db: Db,
  period: PeriodId,
  seq: number,
): Promise<Publication | null> {
  return readFirst(db, await numbered(db).execute({ period, seq }));
}

/** A quarter's provisional result, as sent to the towns. */
export async function findProvisional(db: Db, period: PeriodId): Promise<Publication | null> {
  return readFirst(db, await numbered(db).execute({ period, seq: 0 }));
}
