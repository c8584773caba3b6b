import { taskFormCard } from "../../../cards/task/form.ts";
import { taskListCard } from "../../../cards/task/list.ts";
import { newPlanCard, newSlipCard } from "../../../cards/task/new-task.ts";
import { problemsCard } from "../../../cards/task/problems.ts";
import { proposalsCard } from "../../../cards/task/proposals.ts";
import { taskCard } from "../../../cards/task/task.ts";
import { standingOf } from "../../../src/domain/task/lights.ts";
import { type Shown, show } from "../../cards/show.ts";
import { FORMS, given, LATE, longestTask, taskView } from "../../cards/task/tasks.ts";
import type { Setting } from "./setting.ts";

/** The cards of tasks: at a step of their life, as forms, in lists, put forward anew. */
export function tasks({ programme, locale, words, name, report }: Setting): Shown[] {
  const longest = longestTask(programme, words, name);
  const steps = ["progress", "request_extension", "grant_extension", "refuse_extension", "block"] as const;
  const view = taskView(programme, longest, locale, [...steps]);
  const typed = { words: words(300), reason: words(300), to: "2026-10-15", percent: "55%" };
  const many = Array.from({ length: 12 }, (_, i) => ({ ...longest, id: `t${i}` }));
  const rows = [...many, given.opened, given.closing].map((task) => ({
    task,
    standing: standingOf(task, LATE, programme),
  }));
  const list = { programme, rows, page: 1, locale };
  const county = programme.counties[0]?.slug ?? "";
  const addressees = programme.towns.map(({ slug }) => ({ kind: "town" as const, slug }));
  const form = { programme, addressees, locale, typed: {} };
  return [
    ...show(taskCard, {
      proposed: taskView(programme, given.proposed, locale, ["countersign", "refuse"]),
      "under way": taskView(programme, given.opened, locale, ["sign", "progress"]),
      closing: taskView(programme, given.closing, locale, ["confirm_close", "refuse_close"]),
      "supervised item": taskView(programme, given.item, locale, ["sign"]),
      "at its longest": { ...view, notice: words(60) },
    }),
    ...show(
      taskFormCard,
      Object.fromEntries(FORMS.map((step) => [step, { ...view, step, typed, problem: words(60) }])),
    ),
    ...show(taskListCard, {
      mine: {
        ...list,
        scope: "mine",
        proposes: ["slip", "plan"],
        toSign: { county, n: 12 },
        says: words(60),
      },
      none: { ...list, rows: [], scope: "red", proposes: [] },
    }),
    ...show(proposalsCard, {
      some: { programme, county, tasks: many, seen: "0123456789abcdef", page: 1, locale },
      none: { programme, county, tasks: [], seen: "0123456789abcdef", page: 1, locale },
    }),
    ...show(newSlipCard, {
      "": { ...form, ref: "" },
      refused: { ...form, ref: "2026Q3/qikou/roads", typed: { title: words(100) }, problem: words(60) },
    }),
    ...show(newPlanCard, { "": form }),
    ...show(problemsCard, { "": report }),
  ];
}
