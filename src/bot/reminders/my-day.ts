import type { Card } from "../../../cards/card.ts";
import type { ListedItem } from "../../../cards/reminders/item-line.ts";
import { myDayCard } from "../../../cards/reminders/my-day.ts";
import { lastChange } from "../../../db/cards.ts";
import { whoeverWaits } from "../../../db/own-request.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { isYearKnown, workingDaysBetween } from "../../domain/calendar/working-days.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { OwedItem } from "../../domain/reminders/owed-item.ts";
import { mayHear } from "../../domain/reminders/plan-reminders.ts";
import { myDaySubject } from "../sending/my-day-subject.ts";
import { audienceOf, isOwn, type Listeners, readListeners } from "./audience.ts";
import { owedItems } from "./owed-items.ts";

// 等我办的: everything that waits for a person, on one card. It is drawn from the present state; the day's reminder is
// this card.

/** A person's card, or the office's group's; null for a former holder of the post. */
export async function drawMyDay(deps: Deps, subject: string, reader: Person): Promise<{ card: Card } | null> {
  if (subject !== myDaySubject(reader)) return null;
  const { programme } = deps;
  const today = shanghaiDay(deps.clock.now());
  const { items, listeners } = await situationOf(deps, today);
  const listed = items.flatMap((item) => {
    const one = standing(item, today);
    const why = whyListed(one, reader.openId, listeners);
    return why ? [{ ...one, ...why }] : [];
  });
  const of = (why: Why["why"]) => listed.filter((one) => one.why === why).toSorted(byDue);
  const noGroup = listed.some(({ instead }) => instead);
  const view = { programme, owed: of("owed"), watched: of("watched"), unheld: of("unheld"), noGroup };
  return { card: myDayCard({ ...view, locale: reader.locale }) };
}

type Why = { why: "owed" | "watched" | "unheld"; instead?: true };

/**
 * Why an item is on somebody's list today: it is theirs, or they were told of it because it is overdue or nobody holds its
 * post. Null: it is not.
 */
function whyListed({ item, late, days }: ListedItem, openId: string, listeners: Listeners): Why | null {
  if (isOwn(item, openId, listeners)) return { why: "owed" };
  const { ladder, reminders } = listeners.programme;
  const isNear = days !== null && days <= Math.max(...reminders.daysBefore);
  const steps = late
    ? ladder.filter(({ day, to }) => days !== null && day <= days && mayHear(item, to))
    : isNear
      ? [{ day: 0, to: "owner" as const }]
      : [];
  const told = steps.flatMap(({ day, to }) => {
    const one = audienceOf({ item, to, step: day }, listeners);
    const isTold = one.readers.some(({ to: at }) => Object.values(at).includes(openId));
    return one.kind === "each" && one.why !== "owed" && isTold ? [one] : [];
  });
  const [first] = told;
  if (!first) return null;
  const instead = told.some((one) => one.instead);
  return { why: first.why, ...(instead ? { instead } : {}) };
}

function standing(item: OwedItem, today: string): ListedItem {
  if (item.due === null) return { item, late: false, days: null };
  const late = today > item.due;
  const between = late ? workingDaysBetween(item.due, today) : workingDaysBetween(today, item.due);
  return { item, late, days: between.known ? between.days : null };
}

/** What has no day comes last. */
function byDue(a: ListedItem, b: ListedItem): number {
  const day = ({ item }: ListedItem) => item.due ?? "9999";
  return day(a).localeCompare(day(b)) || a.item.id.localeCompare(b.item.id);
}

type Situation = { items: OwedItem[]; listeners: Listeners };

/** The last one read: many cards are drawn of one state. */
const kept = new WeakMap<object, { of: string; situation: Promise<Situation> }>();

function situationOf(deps: Deps, today: string): Promise<Situation> {
  return lastChange(deps.db).then((seq) => {
    const of = `${seq} ${today} ${isYearKnown(Number(today.slice(0, 4)) + 1)}`;
    const who = whoeverWaits(deps.db);
    const known = kept.get(who);
    if (known?.of === of) return known.situation;
    const situation = Promise.all([owedItems(deps), readListeners(deps)]).then(([items, listeners]) => ({
      items,
      listeners,
    }));
    kept.set(who, { of, situation });
    return situation;
  });
}
