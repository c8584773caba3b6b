import { and, asc, eq, isNull } from "drizzle-orm";
import type { Objection } from "../src/domain/objection.ts";
import type { PeriodId } from "../src/domain/period.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { objection } from "./schema.ts";

/** A quarter's objections, oldest first. */
export async function listObjections(db: Db, period: PeriodId): Promise<Objection[]> {
  return db.select().from(objection).where(eq(objection.period, period)).orderBy(asc(objection.at));
}

export async function findObjection(db: Db, id: string): Promise<Objection | null> {
  const [row] = await db.select().from(objection).where(eq(objection.id, id)).limit(1);
  return row ?? null;
}

export async function openObjections(db: Db, period: PeriodId): Promise<number> {
  return db.$count(objection, and(eq(objection.period, period), isNull(objection.answer)));
}

export function insertObjection(db: Db, row: Objection): Write {
  return db.insert(objection).values(row);
}

export function answerObjection(
  db: Db,
  id: string,
  answer: { answer: string; accepted: boolean; answeredBy: string; answeredAt: number },
): Write {
  return db.update(objection).set(answer).where(eq(objection.id, id));
}
