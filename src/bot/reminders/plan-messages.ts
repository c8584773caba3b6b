import { asOf } from "../../../cards/living/living.ts";
import { overdueCard } from "../../../cards/reminders/overdue.ts";
import { reminderText } from "../../../cards/text/reminders.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { insertStep, takenSteps } from "../../../db/reminder-steps.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import { type Audience, planReminders, type Reminder } from "../../domain/reminders/plan-reminders.ts";
import { anyOfOffice, cardFor, type Reader, wordsFor } from "../roster/readers.ts";
import { enqueueCard, enqueueLiving } from "../sending/enqueue-message.ts";
import { myDaySubject } from "../sending/my-day-subject.ts";
import type { Planned } from "../sending/planned.ts";
import { audienceOf, type Listeners, readListeners, type Told } from "./audience.ts";
import { owedItems } from "./owed-items.ts";

/** One person's reminders of a day, or what is said publicly before a group. */
type Letter = { reader: Reader; audience: Audience | null; reminders: Reminder[] };

/**
 * The reminders of a day (`YYYY-MM-DD`): one message for each person, the card of what waits for them, however many items
 * caused it, and one for each group. Each step is recorded with its messages.
 */
export async function planReminderMessages(deps: Deps, day: string): Promise<Planned> {
  const now = deps.clock.now();
  const items = await owedItems(deps);
  const taken = await takenSteps(
    deps.db,
    items.map(({ id }) => id),
  );
  const reminders = planReminders(items, day, deps.programme, taken);
  const letters = new Map<string, Letter>();
  const listeners = await readListeners(deps);
  for (const reminder of reminders) address(reminder, audienceOf(reminder, listeners), letters);
  const said = [...letters.values()].flatMap((letter) => {
    const row = toRow(deps, letter, listeners, day, now);
    return row ? [{ row, reminders: letter.reminders }] : [];
  });
  const messages = new Map<Reminder, string[]>(reminders.map((reminder) => [reminder, []]));
  for (const { row, reminders: told } of said)
    for (const reminder of told) messages.get(reminder)?.push(row.id);
  return {
    outbox: said.map(({ row }) => row),
    writes: [...messages].map(([{ item, since, step }, ids]) =>
      insertStep(deps.db, { item: item.id, since, step }, ids, now),
    ),
  };
}

function address(reminder: Reminder, told: Told, letters: Map<string, Letter>): void {
  for (const reader of told.readers) {
    const audience = told.kind === "each" ? null : reminder.to;
    const key = `${audience ?? ""} ${Object.values(reader.to).join()}`;
    const letter = letters.get(key) ?? { reader, audience, reminders: [] };
    letters.set(key, letter);
    letter.reminders.push(reminder);
  }
}

/** Null for a reader who left the roster meanwhile. */
function toRow(
  deps: Deps,
  { reader, audience, reminders }: Letter,
  listeners: Listeners,
  day: string,
  now: number,
): OutboxRow | null {
  const to = { ...reader.to, quiet: true };
  if (audience !== null) return toGroup(deps, reader, audience, reminders, day, now);
  const person = readerIn(listeners, reader);
  if (!person) return null;
  const fallback = wordsFor(reader, (locale) => reminderText(locale).fallback);
  const card = { kind: "my_day", subject: myDaySubject(person) } as const;
  return enqueueLiving(to, card, `chase ${day}`, fallback, now);
}

function readerIn({ people, office }: Listeners, { to }: Reader): Person | null {
  if ("chatId" in to) return anyOfOffice(to.chatId);
  return [...people, ...office].find(({ openId }) => openId === to.openId) ?? null;
}

function toGroup(
  { programme }: Deps,
  reader: Reader,
  audience: Audience,
  reminders: readonly Reminder[],
  day: string,
  now: number,
): OutboxRow {
  const items = reminders.map(({ item, days }) => ({ item, days, late: true }));
  const kind = audience === "leading_group" ? audience : "county_group";
  const card = cardFor(reader, (locale) =>
    asOf(overdueCard({ programme, audience: kind, items, locale }), now, locale),
  );
  const fallback = wordsFor(reader, (locale) => reminderText(locale).groupFallback(reminders.length));
  const stands = { kind: "chase", subject: `chase ${day}` } as const;
  return enqueueCard(
    { ...reader.to, quiet: true },
    card,
    `overdue ${audience} ${day}`,
    fallback,
    now,
    stands,
  );
}
