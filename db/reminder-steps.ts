import { inArray, notInArray, sql } from "drizzle-orm";
import type { TakenStep } from "../src/domain/reminders/plan-reminders.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { outbox } from "./schema.ts";
import { chaseStep } from "./task-schema.ts";

/** Reminder and escalation steps taken since `from` (UTC ms). */
export async function takenSteps(db: Db, from: number): Promise<TakenStep[]> {
  return db
    .select({ item: chaseStep.item, since: chaseStep.since, step: chaseStep.step })
    .from(chaseStep)
    .where(sql`${chaseStep.at} >= ${from}`);
}

/** Records a step and the messages it was sent in. */
export function insertStep(db: Db, step: TakenStep, messages: string[], now: number): Write {
  return db.insert(chaseStep).values({ ...step, at: now, outbox: messages });
}

/**
 * Withdraws unsent reminders about items that have just progressed. A message lists everything one person owes, so its
 * other items count as not reminded and come with the next round.
 */
export function withdrawReminders(db: Db, items: string[]): Write[] {
  const about = sql`s.item in ${items}`;
  const unsent = sql`o.status = 'pending' and o.attempts = 0`;
  const waiting = sql`select distinct o.id from chase_step s, json_each(s.outbox) m, outbox o
    where ${about} and o.id = m.value and ${unsent}`;
  // `cross join` fixes the order: usually no message is pending, and then no step is read.
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
