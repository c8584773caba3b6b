import { and, desc, eq, gte, inArray, lt, max, ne, or, sql } from "drizzle-orm";
import type { DigestKind } from "../src/domain/digest/digest-kind.ts";
import type { DigestFacts } from "../src/domain/digest/facts.ts";
import { readSeen, type Seen } from "../src/domain/digest/what-changed.ts";
import type { Report } from "../src/domain/report/report.ts";
import { TASK_PROCEDURES } from "../src/domain/task/task.ts";
import type { Db } from "./open.ts";
import { record } from "./record-schema.ts";
import { outbox, person, report, reportRevision } from "./schema.ts";
import { digest } from "./task-schema.ts";
import type { Write } from "./written.ts";

type Stretch = { from: number; to: number };
type ByTown = Array<{ town: string; n: number }>;

/** The last digest of these kinds to an audience (`leading_group` or a county's slug); null before the first. */
export async function lastDigest(db: Db, kinds: DigestKind[], audience: string): Promise<Seen | null> {
  const [row] = await db
    .select({ facts: digest.facts })
    .from(digest)
    .where(and(inArray(digest.kind, kinds), eq(digest.audience, audience)))
    .orderBy(desc(digest.at))
    .limit(1);
  return row ? readSeen(row.facts) : null;
}

/** The end of the time that the last digest told of, UTC ms; null before the first. */
export async function digestsCover(db: Db): Promise<number | null> {
  const [row] = await db
    .select({ to: sql<number | null>`json_extract(${digest.facts}, '$.span.to')` })
    .from(digest)
    .orderBy(desc(digest.at))
    .limit(1);
  return row?.to ?? null;
}

/** The last digest's card in a chat (an open_id or chat_id) and its message, if it was sent after `since`. */
export async function lastDigestCard(
  db: Db,
  to: string,
  since: number,
): Promise<{ messageId: string; content: string } | null> {
  const isDigest = and(eq(outbox.cardKind, "digest"), sql`${outbox.cause} like 'digest %'`);
  const [row] = await db
    .select({ messageId: outbox.messageId, content: outbox.content })
    .from(outbox)
    .where(
      and(
        ...[eq(outbox.to, to), eq(outbox.status, "sent"), eq(outbox.kind, "send"), isDigest],
        ...[eq(outbox.msgType, "interactive"), gte(outbox.firstTriedAt, since)],
      ),
    )
    .orderBy(sql`rowid desc`)
    .limit(1);
  return row?.messageId ? { messageId: row.messageId, content: row.content } : null;
}

/** The key (kind, period, audience) prevents a second digest. */
export function insertDigest(db: Db, audience: string, facts: DigestFacts): Write {
  const { kind, period, at } = facts;
  return db.insert(digest).values({ kind, period, audience, at, facts });
}

/**
 * The number of messages due before `late` and still pending, and of those given up within the period. The update of a
 * card in place is no message: its reader was reached before.
 */
export async function outboxTrouble(
  db: Db,
  late: number,
  { from, to }: Stretch,
): Promise<{ stuck: number; dead: number }> {
  const waiting = and(eq(outbox.status, "pending"), lt(outbox.runAt, late));
  const lost = and(inArray(outbox.status, ["dead", "unsure"]), ne(outbox.kind, "update"));
  const ended = and(lost, gte(outbox.at, from), lt(outbox.at, to));
  const [stuck, dead] = await Promise.all([db.$count(outbox, waiting), db.$count(outbox, ended)]);
  return { stuck, dead };
}

/** New messages delivered to the holders of each town's posts; updates of a card in place do not count. */
export async function messagesByTown(db: Db, { from, to }: Stretch): Promise<ByTown> {
  const tried = sql<number>`coalesce(${outbox.firstTriedAt}, ${outbox.at})`;
  return db
    .select({ town: person.area, n: sql<number>`count(*)` })
    .from(outbox)
    .innerJoin(person, eq(person.openId, outbox.to))
    .where(
      and(
        inArray(person.role, ["town_official", "town_principal"]),
        eq(outbox.kind, "send"),
        inArray(outbox.status, ["sent", "unsure"]),
        sql`${tried} >= ${from} and ${tried} < ${to}`,
      ),
    )
    .groupBy(person.area);
}

/** Reports at their opening and at each return within a period. */
export async function askingRevisions(db: Db, { from, to }: Stretch): Promise<Report[]> {
  const opened = eq(reportRevision.revision, 1);
  const returned = sql`json_extract(${reportRevision.doc}, '$.returned.revision') = ${reportRevision.revision}`;
  const rows = await db
    .select({ doc: reportRevision.doc })
    .from(reportRevision)
    .where(and(gte(reportRevision.at, from), lt(reportRevision.at, to), or(opened, returned)));
  return rows.map(({ doc }) => doc);
}

/** Reports of quarters that were active within a period; their questions carry the time they were asked. */
export async function reportsTouched(db: Db, { from }: Pick<Stretch, "from">): Promise<Report[]> {
  const rows = await db.select({ doc: report.doc }).from(report).where(gte(report.updatedAt, from));
  return rows.map(({ doc }) => doc);
}

/** Questions from digests, by town. */
export async function questionsByTown(db: Db, { from, to }: Stretch): Promise<ByTown> {
  const begun = and(gte(record.begunAt, from), lt(record.begunAt, to));
  return db
    .select({ town: record.town, n: sql<number>`count(*)` })
    .from(record)
    .where(and(eq(record.procedure, "question"), begun))
    .groupBy(record.town);
}

/** Tasks of towns, by town: each asks for its progress. */
export async function tasksByTown(db: Db, { from, to }: Stretch): Promise<ByTown> {
  return db
    .select({ town: record.town, n: sql<number>`count(*)` })
    .from(record)
    .where(
      and(
        inArray(record.procedure, [...TASK_PROCEDURES]),
        sql`${record.town} <> ''`,
        gte(record.begunAt, from),
        lt(record.begunAt, to),
      ),
    )
    .groupBy(record.town);
}

/** Every town's last approved report. */
export async function lastApprovedReports(db: Db): Promise<Report[]> {
  const newest = db
    .select({ town: report.town, period: max(report.period).as("newest_period") })
    .from(report)
    .where(eq(report.status, "approved"))
    .groupBy(report.town)
    .as("newest");
  const rows = await db
    .select({ doc: report.doc })
    .from(report)
    .innerJoin(newest, and(eq(newest.town, report.town), eq(newest.period, report.period)));
  return rows.map(({ doc }) => doc);
}
