import { and, eq, gte, lt, sql } from "drizzle-orm";
import type { Role } from "../src/domain/programme/people.ts";
import type { Db } from "./open.ts";
import { notUnderstood, threadTopic } from "./question-schema.ts";
import { person } from "./schema.ts";
import type { Write } from "./written.ts";

/** What a card was about, by its kind and subject. */
export type StoredTopic = { kind: string; subject: string };

/** Remembers what the last answer in a thread, or a private chat, was about. */
export function putThreadTopic(db: Db, thread: string, topic: StoredTopic, now: number): Write {
  const row = { ...topic, at: now };
  return db
    .insert(threadTopic)
    .values({ thread, ...row })
    .onConflictDoUpdate({ target: threadTopic.thread, set: row });
}

/** What the last answer in a thread was about, if it was given at or after `since`. */
export async function findThreadTopic(
  db: Db,
  thread: string,
  since: number,
): Promise<(StoredTopic & { at: number }) | null> {
  const [row] = await db
    .select()
    .from(threadTopic)
    .where(and(eq(threadTopic.thread, thread), gte(threadTopic.at, since)))
    .limit(1);
  return row ?? null;
}

/** Deletes what threads were about before `until`. */
export async function forgetThreadTopics(db: Db, until: number): Promise<void> {
  await db.delete(threadTopic).where(lt(threadTopic.at, until));
}

/** Counts a text that was not understood; `words`: with names and numbers masked. */
export function putNotUnderstood(db: Db, of: { day: string; role: Role; words: string }): Write {
  return db
    .insert(notUnderstood)
    .values({ ...of, times: 1 })
    .onConflictDoUpdate({
      target: [notUnderstood.day, notUnderstood.role, notUnderstood.words],
      set: { times: sql`${notUnderstood.times} + 1` },
    });
}

/** What was not understood from a day to before another (`YYYY-MM-DD`): how often, and by which roles. */
export async function listNotUnderstood(
  db: Db,
  from: string,
  before: string,
): Promise<Array<{ words: string; times: number; roles: Role[] }>> {
  const rows = await db
    .select()
    .from(notUnderstood)
    .where(and(gte(notUnderstood.day, from), lt(notUnderstood.day, before)));
  const found = new Map<string, { words: string; times: number; roles: Role[] }>();
  for (const { words, times, role } of rows) {
    const before = found.get(words);
    const roles = [...new Set([...(before?.roles ?? []), role])];
    found.set(words, { words, times: (before?.times ?? 0) + times, roles });
  }
  return [...found.values()].sort((a, b) => b.times - a.times || (a.words < b.words ? -1 : 1));
}

/** The names of the roster that a text contains. */
export async function namesIn(db: Db, text: string): Promise<string[]> {
  const rows = await db
    .select({ name: person.name })
    .from(person)
    .where(sql`length(${person.name}) > 1 and instr(${text}, ${person.name}) > 0`);
  return rows.map(({ name }) => name);
}
