import { inArray, notInArray, sql } from "drizzle-orm";
import type { TakenStep } from "../src/domain/reminders/plan-reminders.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
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
export function withdrawReminders(db: Db, items: string[]): Write[] {
  const about = sql`s.item in ${items}`;
  const unsent = sql`o.status = 'pending' and o.attempts = 0`;
  const waiting = sql`select distinct o.id from chase_step s, json_each(s.outbox) m, outbox o
    where ${about} and o.id = m.value and ${unsent}`;
  // `cross join` keeps the order: where no message waits, and that is the rule, no step is looked at.
  const unsaid = sql`select s.rowid from (${waiting}) w cross join chase_step s, json_each(s.outbox) m
    where m.value = w.id`;
  return [
    db.delete(chaseStep).where(sql`rowid in (${unsaid}) and ${notInArray(chaseStep.item, items)}`),
    db.update(outbox).set({ status: "superseded" }).where(sql`id in (${waiting})`),
    db.delete(chaseStep).where(
      sql`${inArray(chaseStep.item, items)} and exists (select 1 from json_each(${chaseStep.outbox}) m, outbox o
        where o.id = m.value and o.status = 'superseded')`,
    ),
  ];
}
