import { formatPercent } from "../../src/domain/numbers.ts";
import type { Locale } from "../../src/domain/people.ts";
import type { Programme } from "../../src/domain/programme.ts";
import type { Standing, TaskLight } from "../../src/domain/task/lights.ts";
import type { StepKind } from "../../src/domain/task/offers.ts";
import type { Task } from "../../src/domain/task/task.ts";
import type { Template } from "../card.ts";
import { longDayName } from "../names.ts";
import { taskText } from "../text/task.ts";

/** One task as one reader sees it: `offers` are the steps this reader may take. */
export type TaskView = {
  programme: Programme;
  task: Task;
  standing: Standing;
  evidence: { images: number; files: number };
  offers: StepKind[];
  locale: Locale;
  /** Why what was pressed could not be done, or what has just happened. */
  notice?: string;
};

/** A task in a list. */
export type TaskRow = Pick<TaskView, "task" | "standing">;

export const TEMPLATES: Record<TaskLight, Template> = {
  red: "red",
  yellow: "yellow",
  blue: "blue",
  green: "green",
  grey: "grey",
};

/** `序时进度62%，实际55%`, and how long it is overdue. */
export function scheduleLine({ task, standing }: TaskRow, locale: Locale): string {
  const text = taskText(locale);
  const line = text.schedule(formatPercent(standing.scheduled), formatPercent(task.percent));
  if (standing.light !== "red") return line;
  const late = standing.overdue === null ? text.overdueUncounted : text.overdue(standing.overdue);
  return `${line}${locale === "en" ? "; " : "，"}<font color='red'>${late}</font>`;
}

/** The due day; that it is unconfirmed, where its year's holidays are not announced. */
export function dueName({ task, standing }: TaskRow, locale: Locale): string {
  const said = standing.unconfirmed ? taskText(locale).unconfirmed(task.due.slice(0, 4)) : "";
  return `${longDayName(task.due, locale)}${said}`;
}
