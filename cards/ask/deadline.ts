import { daysBetween, shanghaiDay } from "../../src/domain/calendar/shanghai-time.ts";
import { workingDaysBetween } from "../../src/domain/calendar/working-days.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Stage, Timetable } from "../../src/domain/quarter/timetable.ts";
import type { Scheme } from "../../src/domain/scoring/scheme.ts";
import { isGroup, nodesOf } from "../../src/domain/scoring/scheme-tree.ts";
import type { Card } from "../card.ts";
import { button, card, md, row } from "../elements.ts";
import { dayName, nameOf, periodName } from "../names.ts";
import { query } from "../query.ts";
import { deadlineText } from "../text/deadlines.ts";
import { dueWords, quarterLine } from "../text/quarter.ts";

/** `mine`: the reader fills in a report, and may be led to it; `looks`: they may look into reports. */
export type DeadlineView = {
  programme: Programme;
  quarter: Timetable;
  scheme: Scheme;
  now: number;
  mine: boolean;
  looks: boolean;
  locale: Locale;
};

/** When a quarter's reports are due, why that day, when it locks, and what a day late costs. */
export function deadlineCard(view: DeadlineView): Card {
  const { programme, quarter, locale } = view;
  const text = deadlineText(locale);
  const period = periodName(quarter.period, locale);
  const lines = [...headline(view), ...reasons(view), ...lateness(view)];
  return card({ title: text.title(period), subtitle: nameOf(programme, locale), template: "blue" }, [
    md(lines.join("<br>")),
    md(text.understood(period), "notation"),
    ...(view.mine ? [row([[button(text.myForm, query.myForm())]])] : []),
    ...(view.looks && !view.mine ? [row([[button(text.missing, query.missing(quarter.period))]])] : []),
  ]);
}

/** The due day, why that day, how far it is, and where the quarter stands; the day is said once. */
function headline({ quarter, now, locale }: DeadlineView): string[] {
  const text = deadlineText(locale);
  const { stage } = quarter;
  const running = stage === "opening" || stage === "open";
  const stands = quarterLine(quarter, locale, false);
  const due = dueWords(quarter, locale);
  if (quarter.due === null || due === null)
    return running ? [stands] : [text.unknown(quarter.unknownYear), stands];
  if (!running) return stage === "late" || stage === "locked" ? [stands] : [text.past(due), stands];
  const today = shanghaiDay(now);
  const working = workingDaysBetween(today, quarter.due);
  const left = text.due(due, daysBetween(today, quarter.due), working.known ? working.days : null);
  return stage === "open" ? [left] : [left, stands];
}

/** The stages before the lock. */
const LOCKS_YET: readonly Stage[] = ["opening", "open", "late"];

function reasons({ programme, quarter, locale }: DeadlineView): string[] {
  const text = deadlineText(locale);
  const { reason, lock, stage } = quarter;
  return [
    ...(reason?.kind === "working_days" ? [text.reason(reason.n)] : []),
    ...(lock === null || !LOCKS_YET.includes(stage) ? [] : [text.lock(dayName(lock, locale))]),
    ...(stage === "published" ? [] : [text.publication(nameOf(programme.office, locale))]),
  ];
}

/** What each working day late takes off, in points of the indicator and of the whole score. */
function lateness({ scheme, locale }: DeadlineView): string[] {
  const leaf = [...nodesOf(scheme.root)].find((node) => !isGroup(node) && node.value.kind === "late");
  if (!leaf || isGroup(leaf) || leaf.value.kind !== "late") return [];
  const top = scheme.root.children.some(({ id }) => id === leaf.id);
  const all = scheme.root.children.reduce((sum, { weight }) => sum + weight, 0);
  const points = top ? ((leaf.value.perDay / 100) * leaf.weight * 100) / all : null;
  return [deadlineText(locale).late(leaf.value.perDay, points?.toFixed(2) ?? null, leaf.value.zeroAfter)];
}
