import { bilingual, inBothLanguages } from "../../../cards/bilingual.ts";
import { asOf } from "../../../cards/living/living.ts";
import { overdueCard, reminderCard } from "../../../cards/reminders/reminder.ts";
import { reminderText } from "../../../cards/text/reminders.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { insertStep, takenSteps } from "../../../db/reminder-steps.ts";
import type { Deps } from "../../deps.ts";
import { addDays, shanghaiTime } from "../../domain/calendar/shanghai-time.ts";
import type { Locale, Person } from "../../domain/programme/people.ts";
import { type Audience, planReminders, type Reminder } from "../../domain/reminders/plan-reminders.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import type { Planned } from "../sending/planned.ts";
import { audienceOf, readListeners, type Told } from "./audience.ts";
import { owedItems } from "./owed-items.ts";

/** Older steps belong to items long closed, days. */
const REMEMBERED = 400;

type Mine = { person: Person; owed: Reminder[]; watched: Reminder[]; unheld: Reminder[] };
/** A message to a group, or to a person because the group is not bound. */
type Public = {
  to: { chatId: string } | { openId: string };
  audience: Audience;
  reminders: Reminder[];
  person: Person | null;
};

/**
 * The reminders of a day (`YYYY-MM-DD`): one message for each person, however many items, and one for each group. Each
 * step is recorded with its messages.
 */
export async function planReminderMessages(deps: Deps, day: string): Promise<Planned> {
  const now = deps.clock.now();
  const taken = await takenSteps(deps.db, shanghaiTime(addDays(day, -REMEMBERED), "00:00"));
  const reminders = planReminders(await owedItems(deps), day, deps.programme, taken);
  const people = new Map<string, Mine>();
  const groups = new Map<string, Public>();
  const listeners = await readListeners(deps);
  for (const reminder of reminders) address(reminder, audienceOf(reminder, listeners), people, groups);
  const said: Array<{ row: OutboxRow; reminders: Reminder[] }> = [
    ...[...people.values()].map((mine) => toPerson(deps, mine, day, now)),
    ...[...groups.values()].map((one) => toGroup(deps, one, day, now)),
  ];
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

function address(
  reminder: Reminder,
  told: Told,
  people: Map<string, Mine>,
  groups: Map<string, Public>,
): void {
  if (told.kind === "people") {
    for (const person of told.people) {
      const mine = people.get(person.openId) ?? { person, owed: [], watched: [], unheld: [] };
      mine[told.why].push(reminder);
      people.set(person.openId, mine);
    }
    return;
  }
  const receivers =
    told.kind === "group"
      ? [{ to: { chatId: told.chatId }, person: null }]
      : told.people.map((person) => ({ to: { openId: person.openId }, person }));
  for (const { to, person } of receivers) {
    const key = `${reminder.to} ${Object.values(to).join()}`;
    const one = groups.get(key) ?? { to, audience: reminder.to, reminders: [], person };
    one.reminders.push(reminder);
    groups.set(key, one);
  }
}

function toPerson(deps: Deps, { person, owed, watched, unheld }: Mine, day: string, now: number) {
  const { locale, openId } = person;
  const view = { programme: deps.programme, owed, watched, unheld, locale };
  const card = asOf(reminderCard(view), now, locale);
  const reminders = [...owed, ...watched, ...unheld];
  const fallback = reminderText(locale).fallback(reminders.length);
  const stands = { kind: "chase", subject: `chase ${day}` } as const;
  return {
    row: enqueueCard({ openId, quiet: true }, card, `chase ${day}`, fallback, now, stands),
    reminders,
  };
}

function toGroup(deps: Deps, { to, audience, reminders, person }: Public, day: string, now: number) {
  const kind = audience === "leading_group" ? audience : "county_group";
  const view = { programme: deps.programme, audience: kind, reminders, noGroup: person !== null } as const;
  const cardIn = (locale: Locale) => asOf(overdueCard({ ...view, locale }), now, locale);
  const fallbackIn = (locale: Locale) => reminderText(locale).groupFallback(reminders.length);
  const card = person ? cardIn(person.locale) : bilingual(cardIn);
  const fallback = person ? fallbackIn(person.locale) : inBothLanguages(fallbackIn);
  const stands = { kind: "chase", subject: `chase ${day}` } as const;
  return {
    row: enqueueCard({ ...to, quiet: true }, card, `overdue ${audience} ${day}`, fallback, now, stands),
    reminders,
  };
}
