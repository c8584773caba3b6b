import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import { formatAmount, formatPercent } from "../../src/domain/reading/numbers.ts";
import type { YearPlan } from "../../src/domain/report/year-plan.ts";
import { typed } from "../elements.ts";
import { nameOf } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { planText } from "../text/plan.ts";

// A town's plan, and a change of it, as parts of a sentence; names people typed are escaped.

/** Items and projects of a town that are told one by one; more are counted, for every town is on one card. */
const ITEMS_TOLD = 3;
const PROJECTS_TOLD = 3;
const PROJECT_NAME = 24;
const REASON = 60;

type In = { programme: Programme; locale: Locale };
type Project = YearPlan["projects"][number];

/** The plan as it is; empty for a plan that says nothing. */
export function planLines(plan: YearPlan, { programme, locale }: In): string[] {
  const text = planText(locale);
  return [
    ...(plan.investment === null ? [] : [text.investment(amount(plan.investment, locale))]),
    ...(plan.schedule ? [text.schedule(shares(plan.schedule))] : []),
    ...(plan.projects.length > 0 ? [text.projects(projectNames(plan.projects, locale))] : []),
    ...(plan.dueFrom ? [dueCounts(plan, programme, locale)] : []),
  ];
}

/** What a change makes of a plan. */
export function changeLines(before: YearPlan, after: YearPlan, { programme, locale }: In): string[] {
  return [
    ...investmentLines(before, after, locale),
    ...projectLines(before, after, locale),
    ...itemLines(before, after, programme, locale),
  ];
}

function investmentLines(before: YearPlan, after: YearPlan, locale: Locale): string[] {
  const text = planText(locale);
  const moved = before.investment !== after.investment;
  const [was, is] = [amountOrNone(before.investment, locale), amountOrNone(after.investment, locale)];
  const sharesMoved = JSON.stringify(before.schedule) !== JSON.stringify(after.schedule);
  return [
    ...(moved ? [before.investment === null ? text.investment(is) : text.investmentMoved(was, is)] : []),
    ...(sharesMoved ? [after.schedule ? text.schedule(shares(after.schedule)) : text.packSchedule] : []),
  ];
}

function projectLines(before: YearPlan, after: YearPlan, locale: Locale): string[] {
  const text = planText(locale);
  const same = (one: Project, other: Project) => JSON.stringify(one) === JSON.stringify(other);
  const changed = after.projects.filter((one) => !before.projects.some((was) => same(one, was)));
  const gone = before.projects.filter(({ id }) => !after.projects.some((one) => one.id === id));
  const told = changed.length <= PROJECTS_TOLD;
  const sum = changed.reduce((all, { total }) => all + total, 0);
  return [
    ...(told ? changed.map((project) => projectLine(project, locale)) : []),
    ...(told ? [] : [text.projectCount(projectNames(changed, locale), amount(sum, locale))]),
    ...(gone.length > 0 ? [text.projectsGone(projectNames(gone, locale))] : []),
  ];
}

function projectLine({ name, total, planned }: Project, locale: Locale): string {
  const byQuarter = planned.map(formatPercent).join("/");
  return planText(locale).project(typed(name, PROJECT_NAME), amount(total, locale), byQuarter);
}

/** `“甲”、“乙”`, of many `“甲”、“乙”、“丙”等 8 个`. */
function projectNames(projects: readonly Project[], locale: Locale): string {
  const text = planText(locale);
  const names = projects.slice(0, PROJECTS_TOLD).map(({ name }) => `“${typed(name, PROJECT_NAME)}”`);
  const named = names.join(text.list);
  return projects.length > PROJECTS_TOLD ? text.namesOf(named, projects.length) : named;
}

function itemLines(before: YearPlan, after: YearPlan, programme: Programme, locale: Locale): string[] {
  const text = planText(locale);
  const items = programme.areas.flatMap((area) => area.items);
  const moved = items.filter(({ id }) => dueKey(before, id) !== dueKey(after, id));
  if (moved.length === 0) return [];
  if (moved.length > ITEMS_TOLD) return [dueCounts(after, programme, locale), text.moreItems(moved.length)];
  return moved.map((item) => {
    const reason = after.notApplicable?.[item.id];
    const because = reason === undefined ? "" : text.because(typed(reason, REASON));
    const [was, is] = [dueText(before, item.id, locale), dueText(after, item.id, locale)];
    return `${text.dueMoved(nameOf(item, locale), was, is)}${because}`;
  });
}

/** When an item is due by a plan, in words. */
export function dueText(plan: YearPlan, item: string, locale: Locale): string {
  const text = planText(locale);
  if (plan.notApplicable?.[item] !== undefined) return text.notApplicable;
  const quarter = plan.dueFrom === null ? 1 : plan.dueFrom[item];
  return quarter === undefined ? text.notThisYear : text.quarter(quarter);
}

export function amountOrNone(value: number | null, locale: Locale): string {
  return value === null ? planText(locale).noValue : amount(value, locale);
}

function dueKey(plan: YearPlan, item: string): string {
  return `${plan.dueFrom === null ? 1 : plan.dueFrom[item]} ${plan.notApplicable?.[item]}`;
}

function dueCounts(plan: YearPlan, programme: Programme, locale: Locale): string {
  const text = planText(locale);
  const due = Object.values(plan.dueFrom ?? {});
  const counts = [1, 2, 3, 4].flatMap((quarter) => {
    const n = due.filter((one) => one === quarter).length;
    return n > 0 ? [text.dueCount(text.quarter(quarter), n)] : [];
  });
  const excused = Object.keys(plan.notApplicable ?? {}).length;
  const items = programme.areas.flatMap((area) => area.items).length;
  const unlisted = plan.dueFrom === null ? 0 : items - due.length - excused;
  return text.dueCounts(counts.join(text.list), excused, unlisted);
}

function amount(value: number, locale: Locale): string {
  return CELL_TEXT[locale].wan(formatAmount(value));
}

function shares(schedule: NonNullable<YearPlan["schedule"]>): string {
  return schedule.map((share) => formatPercent(share * 100)).join("/");
}
