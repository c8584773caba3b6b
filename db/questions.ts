import { and, asc, desc, eq, gte, isNull, or } from "drizzle-orm";
import type { TrackedQuestion } from "../src/domain/tracked-question.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { trackedQuestion } from "./task-schema.ts";

export async function findQuestion(db: Db, id: string): Promise<TrackedQuestion | null> {
  const [row] = await db.select().from(trackedQuestion).where(eq(trackedQuestion.id, id)).limit(1);
  return row ?? null;
}

/** Questions nobody has answered yet, oldest first. */
export async function openQuestions(db: Db): Promise<TrackedQuestion[]> {
  return db
    .select()
    .from(trackedQuestion)
    .where(isNull(trackedQuestion.answer))
    .orderBy(asc(trackedQuestion.askedAt));
}

/** Open ones, and those answered since `from`, oldest first. */
export async function questionsSince(db: Db, from: number): Promise<TrackedQuestion[]> {
  return db
    .select()
    .from(trackedQuestion)
    .where(or(isNull(trackedQuestion.answer), gte(trackedQuestion.answeredAt, from)))
    .orderBy(asc(trackedQuestion.askedAt));
}

/** What a town was ever asked about one thing, newest first. */
export async function questionsAbout(db: Db, town: string, about: string): Promise<TrackedQuestion[]> {
  return db
    .select()
    .from(trackedQuestion)
    .where(and(eq(trackedQuestion.town, town), eq(trackedQuestion.about, about)))
    .orderBy(desc(trackedQuestion.askedAt));
}

/** The id is made from the thing asked about and how often it was: two who ask at once clash. */
export function insertQuestion(db: Db, row: TrackedQuestion): Write {
  return db.insert(trackedQuestion).values(row);
}

export function answerQuestion(
  db: Db,
  id: string,
  answer: { answer: string; answeredBy: string; answeredAt: number },
): Write {
  return db.update(trackedQuestion).set(answer).where(eq(trackedQuestion.id, id));
}
