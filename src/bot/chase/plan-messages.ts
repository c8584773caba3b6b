import { chaseCard, overdueCard } from "../../../cards/chase/chase.ts";
import { chaseText } from "../../../cards/text/chase.ts";
import { insertStep, takenSteps } from "../../../db/chase-steps.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import { type Audience, type Chase, planChase } from "../../domain/chase/plan-chase.ts";
import type { Person } from "../../domain/people.ts";
import { addDays, shanghaiTime } from "../../domain/shanghai-time.ts";
import type { Planned } from "../jobs/planned.ts";
import { sayCard } from "../say.ts";
import { audienceOf, readListeners, type Told } from "./audience.ts";
import { chasedItems } from "./chased-items.ts";

/** Steps older than this belong to items long closed, days. */
const REMEMBERED = 400;

type Mine = { person: Person; owed: Chase[]; watched: Chase[] };
/** What goes to one group, or to one person because the group is not registered. */
type Public = {
  to: { chatId: string } | { openId: string };
  audience: Audience;
  chases: Chase[];
  person: Person | null;
};

/**
 * The day's round (`day`: YYYY-MM-DD): reminders and the ladder, one message a person however many items, one a group.
 * Each step is written down with the messages it was said in.
 */
export async function planChaseMessages(deps: Deps, day: string): Promise<Planned> {
  const now = deps.clock.now();
  const taken = await takenSteps(deps.db, shanghaiTime(addDays(day, -REMEMBERED), "00:00"));
  const chases = planChase(await chasedItems(deps), day, deps.programme, taken);
  const people = new Map<string, Mine>();
  const groups = new Map<string, Public>();
  const listeners = await readListeners(deps);
  for (const chase of chases) address(chase, audienceOf(chase, listeners), people, groups);
  const said: Array<{ row: OutboxRow; chases: Chase[] }> = [
    ...[...people.values()].map((mine) => toPerson(deps, mine, day, now)),
    ...[...groups.values()].map((one) => toGroup(deps, one, day, now)),
  ];
  const messages = new Map<Chase, string[]>(chases.map((chase) => [chase, []]));
  for (const { row, chases: told } of said) for (const chase of told) messages.get(chase)?.push(row.id);
  return {
    outbox: said.map(({ row }) => row),
    writes: [...messages].map(([{ item, since, step }, ids]) =>
      insertStep(deps.db, { item: item.id, since, step }, ids, now),
    ),
  };
}

function address(chase: Chase, told: Told, people: Map<string, Mine>, groups: Map<string, Public>): void {
  if (told.kind === "people") {
    for (const person of told.people) {
      const mine = people.get(person.openId) ?? { person, owed: [], watched: [] };
      (told.own ? mine.owed : mine.watched).push(chase);
      people.set(person.openId, mine);
    }
    return;
  }
  const receivers =
    told.kind === "group"
      ? [{ to: { chatId: told.chatId }, person: null }]
      : told.people.map((person) => ({ to: { openId: person.openId }, person }));
  for (const { to, person } of receivers) {
    const key = `${chase.to} ${Object.values(to).join()}`;
    const one = groups.get(key) ?? { to, audience: chase.to, chases: [], person };
    one.chases.push(chase);
    groups.set(key, one);
  }
}

function toPerson(deps: Deps, { person, owed, watched }: Mine, day: string, now: number) {
  const { locale, openId } = person;
  const card = chaseCard({ programme: deps.programme, owed, watched, locale });
  const chases = [...owed, ...watched];
  const fallback = chaseText(locale).fallback(chases.length);
  const stands = { kind: "chase", subject: `chase ${day}` };
  return { row: sayCard({ openId, quiet: true }, card, `chase ${day}`, fallback, now, stands), chases };
}

function toGroup(deps: Deps, { to, audience, chases, person }: Public, day: string, now: number) {
  const locale = person?.locale ?? "zh-CN";
  const card = overdueCard({
    programme: deps.programme,
    audience: audience === "leading_group" ? "leading_group" : "county_group",
    chases,
    noGroup: person !== null,
    locale,
  });
  const fallback = chaseText(locale).groupFallback(chases.length);
  const stands = { kind: "chase", subject: `chase ${day}` };
  return {
    row: sayCard({ ...to, quiet: true }, card, `overdue ${audience} ${day}`, fallback, now, stands),
    chases,
  };
}
