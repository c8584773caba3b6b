import { sql } from "drizzle-orm";
import type { TakenStep } from "../src/domain/reminders/plan-reminders.ts";
import type { Db } from "./open.ts";
import { chaseStep } from "./task-schema.ts";
import { type Write, written } from "./written.ts";

/** Reminder and escalation steps taken about these items, however long ago: a step is taken once. */
export async function takenSteps(db: Db, items: readonly string[]): Promise<TakenStep[]> {
  return db
    .select({ item: chaseStep.item, since: chaseStep.since, step: chaseStep.step })
    .from(chaseStep)
    .where(sql`${chaseStep.item} in (select value from json_each(${JSON.stringify(items)}))`);
}

/** Records a step and the messages it was sent in. */
export function insertStep(db: Db, step: TakenStep, messages: string[], now: number): Write {
  return db.insert(chaseStep).values({ ...step, at: now, outbox: messages });
}

const about = sql`(select value from json_each(${sql.placeholder("items")}))`;
// `cross join` fixes the order: an item has few steps, and many other messages may be pending.
const waiting = sql`select distinct o.id from chase_step s cross join json_each(s.outbox) m cross join outbox o
    where s.item in ${about} and o.id = m.value and o.status = 'pending' and o.attempts = 0`;
// Usually no such message is pending, and then no other step is read.
const forgetOthers = written<{ items: string }>(
  () => sql`delete from chase_step where rowid in (select s.rowid from (${waiting}) w cross join chase_step s,
    json_each(s.outbox) m where m.value = w.id) and item not in ${about}`,
);
const withdraw = written<{ items: string }>(
  () => sql`update outbox set status = 'superseded' where id in (${waiting})`,
);
const forgetWithdrawn = written<{ items: string }>(
  () => sql`delete from chase_step where item in ${about} and exists (select 1 from json_each(chase_step.outbox) m,
    outbox o where o.id = m.value and o.status = 'superseded')`,
);

/**
 * Withdraws unsent reminders about items that have just progressed. A message lists everything one person owes, so its
 * other items count as not reminded and come with the next round.
 */
export function withdrawReminders(db: Db, items: string[]): Write[] {
  const of = { items: JSON.stringify(items) };
  return [forgetOthers(db, of), withdraw(db, of), forgetWithdrawn(db, of)];
}
