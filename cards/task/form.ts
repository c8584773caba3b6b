import { formatPercent } from "../../src/domain/numbers.ts";
import { LONGEST_WORDS } from "../../src/domain/task/draft.ts";
import type { StepKind } from "../../src/domain/task/offers.ts";
import type { Card, FormElement } from "../card.ts";
import { button, card, form, input, md, select, submitButton, typed } from "../elements.ts";
import { nameOf } from "../names.ts";
import { taskFormText } from "../text/task-forms.ts";
import { taskStepText } from "../text/task-steps.ts";
import { addresseeName } from "./addressee-name.ts";
import { dueName, scheduleLine, type TaskView } from "./view.ts";

/** `typed`: what stands in the boxes, `problem`: why it was refused, or what has to be asked. */
export type TaskFormView = TaskView & {
  step: StepKind;
  typed?: Record<string, string>;
  problem?: string;
};

/** What a step asks before it is taken: a figure, a day, a reason. */
export function taskFormCard(view: TaskFormView): Card {
  const { programme, task, step, locale } = view;
  const text = taskFormText(locale);
  const steps = taskStepText(locale);
  const subtitle = `${steps.button[step]} · ${addresseeName(programme, task.to, locale)}`;
  return card({ title: task.title, subtitle, template: "wathet" }, [
    ...(view.problem ? [md(`<font color='red'>${typed(view.problem, 700)}</font>`)] : []),
    md(
      `${scheduleLine(view, locale)}<br>${text.due}${locale === "en" ? ": " : "："}${dueName(view, locale)}`,
      "notation",
    ),
    form("task_form", [
      ...fields(view),
      submitButton(
        text.send,
        { kind: "task_step", id: task.id, step, revision: String(task.revision) },
        { type: "primary" },
      ),
    ]),
    button(text.back, { kind: "task", id: task.id }, { type: "text" }),
  ]);
}

function fields(view: TaskFormView): FormElement[] {
  const { programme, task, step, locale } = view;
  const text = taskFormText(locale);
  const was = view.typed ?? {};
  switch (step) {
    case "progress":
      return [
        input({ name: "percent", label: text.percent, value: was.percent ?? formatPercent(task.percent) }),
        words(text.words, was.words),
      ];
    case "ask_close":
      return [words(text.wordsClose, was.words)];
    case "request_extension":
      return [
        input({ name: "to", label: text.newDue, value: was.to ?? "", placeholder: "2026-09-30" }),
        reason(view),
      ];
    case "block": {
      const departments = programme.departments.map((one): [string, string] => [
        one.slug,
        nameOf(one, locale),
      ]);
      const [first] = departments;
      return [
        ...(first
          ? [
              md(text.department),
              select({
                name: "department",
                label: text.department,
                options: departments,
                chosen: was.department || undefined,
              }),
            ]
          : []),
        reason(view),
      ];
    }
    default:
      return [reason(view)];
  }
}

function reason({ typed: was, locale }: TaskFormView): FormElement {
  return input({
    name: "reason",
    label: taskFormText(locale).reason,
    value: was?.reason ?? "",
    lines: 3,
    maxLength: LONGEST_WORDS,
  });
}

function words(label: string, value = ""): FormElement {
  return input({ name: "words", label, value, lines: 3, maxLength: LONGEST_WORDS });
}
