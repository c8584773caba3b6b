import type { Locale } from "../../src/domain/people.ts";
import type { Programme } from "../../src/domain/programme.ts";
import { LIGHTS } from "../../src/domain/task/lights.ts";
import type { Action } from "../action.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, row, typed } from "../elements.ts";
import { nameOf } from "../names.ts";
import { taskText } from "../text/task.ts";
import { addresseeName } from "./addressee-name.ts";
import { dueName, scheduleLine, type TaskRow } from "./view.ts";

export const SCOPES = ["mine", "red", "slips", "all", "closed"] as const;
export type TaskScope = (typeof SCOPES)[number];
/** `rows`: all of them, in the order of the list; `says`: a line above it. */
export type TaskListView = {
  programme: Programme;
  scope: TaskScope;
  rows: TaskRow[];
  page: number;
  /** What the reader may put forward. */
  proposes: Array<"slip" | "plan">;
  /** The county's year tasks that wait for the reader's countersign. */
  toSign?: { county: string; n: number };
  locale: Locale;
  says?: string;
};

const PER_PAGE = 10;

/** Tasks by light, red first, ten to a page, each with the way to its card. */
export function taskListCard(view: TaskListView): Card {
  const { programme, scope, rows, locale, proposes } = view;
  const text = taskText(locale);
  const { page, pages, shown } = pageOf(rows, view.page);
  const to = (n: number): Action => ({ kind: "task_list", scope, page: String(n) });
  const propose = proposes.map((one) => [
    one === "slip"
      ? button(text.newSlip, { kind: "slip_form", ref: "" })
      : button(text.newPlan, { kind: "plan_form" }),
  ]);
  const red = rows.some(({ standing }) => standing.light === "red");
  return card(
    { title: text.listTitle[scope], subtitle: nameOf(programme, locale), template: red ? "red" : "blue" },
    [
      ...(view.says ? [md(typed(view.says))] : []),
      md(rows.length === 0 ? text.listNone : `${text.listCount(rows.length)}${lightCounts(view)}`),
      ...shown.map((one) => line(one, view)),
      ...pager(page, pages, to, locale),
      row([...countersign(view), ...propose, ...otherLists(scope, locale)], [], "flow"),
    ],
  );
}

function countersign({ toSign, locale }: TaskListView) {
  if (!toSign || toSign.n === 0) return [];
  const action = { kind: "task_proposals", county: toSign.county, page: "1" } as const;
  return [[button(taskText(locale).toSign(toSign.n), action, { type: "primary" })]];
}

function otherLists(scope: TaskScope, locale: Locale) {
  const { listTitle } = taskText(locale);
  return SCOPES.filter((one) => one !== scope).map((one) => [
    button(listTitle[one], { kind: "task_list", scope: one, page: "1" }, { type: "text" }),
  ]);
}

/** One page of a list, and how many there are; a page that is not there is the nearest one. */
export function pageOf<T>(rows: T[], wanted: number): { page: number; pages: number; shown: T[] } {
  const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  const page = Math.min(Math.max(1, wanted || 1), pages);
  return { page, pages, shown: rows.slice((page - 1) * PER_PAGE, page * PER_PAGE) };
}

/** The buttons between pages; none when there is one page. */
export function pager(
  page: number,
  pages: number,
  to: (page: number) => Action,
  locale: Locale,
): CardElement[] {
  if (pages === 1) return [];
  const text = taskText(locale);
  return [
    md(text.page(page, pages), "notation"),
    row(
      [
        ...(page > 1 ? [[button(text.earlier, to(page - 1))]] : []),
        ...(page < pages ? [[button(text.later, to(page + 1))]] : []),
      ],
      [],
      "flow",
    ),
  ];
}

function lightCounts({ rows, locale }: TaskListView): string {
  const text = taskText(locale);
  const counts = LIGHTS.map((light): [string, number] => [
    text.light[light],
    rows.filter(({ standing }) => standing.light === light).length,
  ]).filter(([, n]) => n > 0);
  return `${locale === "en" ? ": " : "："}${text.listLights(counts)}`;
}

function line(one: TaskRow, { programme, locale }: TaskListView): CardElement {
  const text = taskText(locale);
  const { task, standing } = one;
  const who = addresseeName(programme, task.to, locale);
  const state = task.status === "open" ? text.light[standing.light] : text.status[task.status];
  const words = text.listLine(typed(task.title, 60), who, dueName(one, locale), scheduleLine(one, locale));
  return row(
    [
      [md(`<font color='${standing.light}'>${state}</font> ${words}`)],
      [button(text.open, { kind: "task", id: task.id })],
    ],
    [1, 0],
  );
}
