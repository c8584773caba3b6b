import { and, eq, inArray, sql } from "drizzle-orm";
import type { TakenStep } from "../src/domain/reminders/plan-reminders.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { supersedeByCause } from "./outbox.ts";
import { outbox } from "./schema.ts";
import { chaseStep } from "./task-schema.ts";

/** Steps taken since `from` (UTC ms). */
export async function takenSteps(db: Db, from: number): Promise<TakenStep[]> {
  return db
    .select({ item: chaseStep.item, since: chaseStep.since, step: chaseStep.step })
    .from(chaseStep)
    .where(sql`${chaseStep.at} >= ${from}`);
}

export function insertStep(db: Db, step: TakenStep, messages: string[], now: number): Write {
  return db.insert(chaseStep).values({ ...step, at: now, outbox: messages });
}

/**
 * Takes back what is still waiting to be said about items that have just moved. A message speaks of everything one
 * person owes: what it said of other items counts as unsaid again and comes with the next round.
 */
export async function withdrawReminders(db: Db, items: string[], now: number): Promise<Write[]> {
  const steps = await db
    .select({ outbox: chaseStep.outbox })
    .from(chaseStep)
    .where(inArray(chaseStep.item, items));
  const said = [...new Set(steps.flatMap((step) => step.outbox))];
  if (said.length === 0) return [];
  const unsent = and(inArray(outbox.id, said), eq(outbox.status, "pending"), eq(outbox.attempts, 0));
  const waiting = await db.select({ id: outbox.id }).from(outbox).where(unsent);
  const ids = waiting.map(({ id }) => id);
  if (ids.length === 0) return [];
  const unsaid = sql`exists (select 1 from json_each(${chaseStep.outbox}) where ${inArray(sql`value`, ids)})`;
  return [supersedeByCause(db, ids, now), db.delete(chaseStep).where(unsaid)];
}
