import { asOf } from "../../../cards/living/living.ts";
import { overdueCard, reminderCard } from "../../../cards/reminders/reminder.ts";
import { reminderText } from "../../../cards/text/reminders.ts";
import { insertStep, takenSteps } from "../../../db/reminder-steps.ts";
import type { Deps } from "../../deps.ts";
import { addDays, shanghaiTime } from "../../domain/calendar/shanghai-time.ts";
import { type Audience, planReminders, type Reminder } from "../../domain/reminders/plan-reminders.ts";
import { cardFor, type Reader, wordsFor } from "../roster/readers.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import type { Planned } from "../sending/planned.ts";
import { audienceOf, readListeners, type Told } from "./audience.ts";
import { owedItems } from "./owed-items.ts";

/** Older steps belong to items long closed, days. */
const REMEMBERED = 400;

/** What one reader owes and what they are told of; or what is said publicly, before a group or whoever stands in for it. */
type Letter = { reader: Reader } & (
  | { kind: "each"; owed: Reminder[]; watched: Reminder[]; unheld: Reminder[] }
  | { kind: "public"; audience: Audience; reminders: Reminder[]; instead: boolean }
);

/**
 * The reminders of a day (`YYYY-MM-DD`): one message for each person, however many items, and one for each group. Each
 * step is recorded with its messages.
 */
export async function planReminderMessages(deps: Deps, day: string): Promise<Planned> {
  const now = deps.clock.now();
  const taken = await takenSteps(deps.db, shanghaiTime(addDays(day, -REMEMBERED), "00:00"));
  const reminders = planReminders(await owedItems(deps), day, deps.programme, taken);
  const letters = new Map<string, Letter>();
  const listeners = await readListeners(deps);
  for (const reminder of reminders) address(reminder, audienceOf(reminder, listeners), letters);
  const said = [...letters.values()].map((letter) => ({
    row: letter.kind === "each" ? toEach(deps, letter, day, now) : toPublic(deps, letter, day, now),
    reminders:
      letter.kind === "each" ? [...letter.owed, ...letter.watched, ...letter.unheld] : letter.reminders,
  }));
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
    const id = Object.values(reader.to).join();
    const key = told.kind === "each" ? id : `${reminder.to} ${id}`;
    const letter = letters.get(key) ?? newLetter(reader, told, reminder.to);
    letters.set(key, letter);
    if (letter.kind === "public") letter.reminders.push(reminder);
    else if (told.kind === "each") letter[told.why].push(reminder);
  }
}

function newLetter(reader: Reader, told: Told, audience: Audience): Letter {
  return told.kind === "each"
    ? { kind: "each", reader, owed: [], watched: [], unheld: [] }
    : { kind: "public", reader, audience, reminders: [], instead: told.instead };
}

type LetterOf<K extends Letter["kind"]> = Extract<Letter, { kind: K }>;

function toEach(deps: Deps, { reader, owed, watched, unheld }: LetterOf<"each">, day: string, now: number) {
  const { programme } = deps;
  const card = cardFor(reader, (locale) =>
    asOf(reminderCard({ programme, owed, watched, unheld, locale }), now, locale),
  );
  const n = owed.length + watched.length + unheld.length;
  const fallback = wordsFor(reader, (locale) => reminderText(locale).fallback(n));
  return enqueueCard({ ...reader.to, quiet: true }, card, `chase ${day}`, fallback, now, standsOn(day));
}

function toPublic(
  deps: Deps,
  { reader, audience, reminders, instead }: LetterOf<"public">,
  day: string,
  now: number,
) {
  const kind = audience === "leading_group" ? audience : "county_group";
  const view = { programme: deps.programme, audience: kind, reminders, noGroup: instead } as const;
  const card = cardFor(reader, (locale) => asOf(overdueCard({ ...view, locale }), now, locale));
  const fallback = wordsFor(reader, (locale) => reminderText(locale).groupFallback(reminders.length));
  const cause = `overdue ${audience} ${day}`;
  return enqueueCard({ ...reader.to, quiet: true }, card, cause, fallback, now, standsOn(day));
}

function standsOn(day: string) {
  return { kind: "chase", subject: `chase ${day}` } as const;
}
