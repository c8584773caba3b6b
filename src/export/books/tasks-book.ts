import { nameOf, sectionName } from "../../../cards/names.ts";
import { type Programme, townBySlug } from "../../domain/programme/programme.ts";
import type { TaskLight } from "../../domain/task/lights.ts";
import type { Book, BookSheet, Cell, Tone } from "../book/book.ts";
import { type BookView, dayOf, footOf, placeOf, programmeOf, textOf } from "./view.ts";

// 年度任务 of a year: how each town stands, and every task in the columns an import reads, so that the sheet is the
// template too.

/** A year task: as it was proposed last, and how it stands. Days are `YYYY-MM-DD`. */
export type TaskLine = {
  town: string;
  area: string;
  item: string | null;
  title: string;
  owner: string;
  weight: number;
  start: string;
  due: string;
  steps: string;
  evidence: string;
  state: string;
  closed: boolean;
  percent: number;
  scheduled: number;
  light: TaskLight;
  until: string;
};
type View = BookView & { year: number; tasks: readonly TaskLine[] };

const CHARTED = 20;
/** Rows to add tasks in. */
const SPARE = 60;
const TONES: Record<TaskLight, Tone> = {
  ...{ red: "red", yellow: "yellow", blue: "blue", green: "green", grey: "grey" },
};

export function tasksBook(view: View): Book {
  const text = textOf(view).tasks;
  const title = text.title(programmeOf(view), view.year);
  return { sheets: [overview(view, title), list(view)], made: footOf(view, title) };
}

function overview(view: View, title: string): BookSheet {
  const { overview: name, town, county, tasks: text } = textOf(view);
  const { columns } = text;
  const lit = (tasks: readonly TaskLine[], light: TaskLight) =>
    tasks.filter((task) => task.light === light).length;
  const closed = (tasks: readonly TaskLine[]) => tasks.filter((task) => task.closed).length;
  const rows = view.programme.towns
    .map((one) => ({ one, own: view.tasks.filter((task) => task.town === one.slug) }))
    .map(({ one, own }) => ({ one, own, mean: meanOf(own) }))
    .toSorted((a, b) => (b.mean ?? -1) - (a.mean ?? -1));
  const figure = { width: 10, format: "count" } as const;
  const toned = (n: number, tone: Tone): Cell => (n > 0 ? { value: n, tone } : n);
  return {
    name,
    title,
    lines: [
      text.state(view.tasks.length, closed(view.tasks), lit(view.tasks, "red")),
      textOf(view).asOf(dayOf(view)),
    ],
    columns: [
      { title: town, width: 18, format: "text" },
      { title: county, width: 16, format: "text" },
      { title: columns.all, ...figure },
      { title: columns.closed, ...figure },
      { title: columns.red, ...figure },
      { title: columns.yellow, ...figure },
      { title: columns.mean, width: 12, format: "percent" },
    ],
    rows: rows.map(({ one, own, mean }): Cell[] => [
      ...placeOf(view, one),
      own.length,
      closed(own),
      toned(lit(own, "red"), "red"),
      toned(lit(own, "yellow"), "yellow"),
      mean,
    ]),
    freeze: 1,
    chart: { title: text.chart, names: 0, figures: 6, rows: CHARTED },
  };
}

/** The mean progress by weight, %; null without tasks. */
function meanOf(tasks: readonly TaskLine[]): number | null {
  const weight = tasks.reduce((sum, task) => sum + task.weight, 0);
  if (weight === 0) return null;
  return tasks.reduce((sum, task) => sum + task.weight * (task.closed ? 100 : task.percent), 0) / weight;
}

/** The headers are those an import knows; what it does not know comes after them. */
function list(view: View): BookSheet {
  const { tasks: text } = textOf(view);
  const { columns } = text;
  const { programme } = view;
  const items = [
    ...new Set(programme.areas.flatMap((area) => area.items.map((item) => nameOf(item, view.locale)))),
  ];
  const towns = programme.towns.map((one) => placeOf(view, one)[0]);
  const areas = programme.areas.map((area) => nameOf(area, view.locale));
  return {
    name: text.sheet,
    title: text.title(programmeOf(view), view.year),
    lines: [text.note],
    columns: [
      { title: columns.town, width: 12, format: "text", rule: { of: "list", list: towns } },
      { title: columns.area, width: 14, format: "text", rule: { of: "list", list: areas } },
      { title: columns.item, width: 16, format: "text", rule: { of: "list", list: items } },
      { title: columns.title, width: 28, format: "text" },
      { title: columns.owner, width: 12, format: "text" },
      { title: columns.weight, width: 7, format: "plain", rule: { of: "number", least: 0 } },
      { title: columns.start, width: 12, format: "text" },
      { title: columns.due, width: 12, format: "text" },
      { title: columns.steps, width: 26, format: "text" },
      { title: columns.evidence, width: 18, format: "text" },
      { title: columns.state, width: 10, format: "text" },
      { title: columns.percent, width: 10, format: "percent" },
      { title: columns.scheduled, width: 10, format: "percent" },
      { title: columns.light, width: 7, format: "text" },
      { title: columns.until, width: 15, format: "day" },
    ],
    rows: view.tasks.map((task): Cell[] => [
      placeOf(view, townBySlug(programme, task.town))[0],
      sectionName(programme, task.area, view.locale),
      itemName(view, task.item),
      task.title,
      task.owner,
      task.weight,
      task.start,
      task.due,
      task.steps,
      task.evidence,
      task.state,
      task.percent,
      task.closed ? null : task.scheduled,
      { value: text.lights[task.light], tone: TONES[task.light] },
      task.until,
    ]),
    freeze: 4,
    spare: SPARE,
  };
}

function itemName(
  { programme, locale }: { programme: Programme; locale: BookView["locale"] },
  id: string | null,
) {
  const found = programme.areas.flatMap(({ items }) => items).find((item) => item.id === id);
  return found ? nameOf(found, locale) : "";
}
