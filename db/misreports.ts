import { asc, eq } from "drizzle-orm";
import type { Misreport } from "../src/domain/checkup/verify-misreport.ts";
import type { PeriodId } from "../src/domain/period.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { misreport } from "./schema.ts";

/** A quarter's misreports, proposed, confirmed and dropped, oldest first. */
export async function listMisreports(db: Db, period: PeriodId): Promise<Misreport[]> {
  return db.select().from(misreport).where(eq(misreport.period, period)).orderBy(asc(misreport.proposedAt));
}

export async function findMisreport(db: Db, id: string): Promise<Misreport | null> {
  const [row] = await db.select().from(misreport).where(eq(misreport.id, id)).limit(1);
  return row ?? null;
}

export function insertMisreport(db: Db, row: Misreport): Write {
  return db.insert(misreport).values(row);
}

export function decideMisreport(
  db: Db,
  id: string,
  decision: { confirmed: boolean; decidedBy: string; decidedAt: number },
): Write {
  return db.update(misreport).set(decision).where(eq(misreport.id, id));
}
