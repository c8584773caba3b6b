import type { Locale } from "../../src/domain/people.ts";
import type { Programme } from "../../src/domain/programme.ts";
import { LONGEST_TITLE } from "../../src/domain/task/draft.ts";
import type { Addressee, TaskOrigin } from "../../src/domain/task/task.ts";
import type { Card, FormElement } from "../card.ts";
import { button, card, form, input, md, select, submitButton, typed } from "../elements.ts";
import { nameOf } from "../names.ts";
import { taskText } from "../text/task.ts";
import { taskFormText } from "../text/task-forms.ts";
import { addresseeName } from "./addressee-name.ts";

/** `typed`: what stands in the boxes; `problem`: why it was refused. `addressees`: those the reader may choose. */
export type NewTaskView = {
  programme: Programme;
  addressees: Addressee[];
  locale: Locale;
  typed: Record<string, string>;
  problem?: string;
};

const ORIGINS: ReadonlyArray<TaskOrigin["kind"]> = ["problem", "inspection", "question", "meeting"];

/** A 督办 item: what, by whom, until when. `ref`: the record it is made from, or "". */
export function newSlipCard(view: NewTaskView & { ref: string }): Card {
  const { locale, ref, typed: was } = view;
  const text = taskFormText(locale);
  const origins = ORIGINS.map((one): [string, string] => [one, taskText(locale).origin[one]]);
  return card({ title: text.slipTitle, subtitle: nameOf(view.programme, locale), template: "orange" }, [
    ...head(view, text.slipIntro),
    form("slip_form", [
      ...addressee(view),
      md(text.origin),
      select({ name: "origin", label: text.origin, options: origins, chosen: was.origin ?? "inspection" }),
      input({ name: "title", label: text.title, value: was.title ?? "", lines: 3, maxLength: LONGEST_TITLE }),
      input({ name: "owner", label: text.owner, value: was.owner ?? text.ownerDefault }),
      input({ name: "due", label: text.due, value: was.due ?? "", placeholder: "2026-09-30" }),
      evidence(view),
      submitButton(text.create, { kind: "slip", ref }, { type: "primary" }),
    ]),
    back(view),
  ]);
}

/** A town's year task, as a row of the plan has it. */
export function newPlanCard(view: NewTaskView): Card {
  const { programme, locale, typed: was } = view;
  const text = taskFormText(locale);
  const areas = programme.areas.map((area): [string, string] => [area.id, nameOf(area, locale)]);
  return card({ title: text.planTitle, subtitle: nameOf(programme, locale), template: "blue" }, [
    ...head(view, text.planIntro),
    form("plan_form", [
      ...addressee(view),
      md(text.which),
      select({ name: "area", label: text.which, options: areas, chosen: was.area || undefined }),
      input({ name: "title", label: text.planName, value: was.title ?? "", maxLength: LONGEST_TITLE }),
      input({ name: "owner", label: text.owner, value: was.owner ?? "", placeholder: text.planOwnerHint }),
      input({ name: "weight", label: text.weight, value: was.weight ?? "" }),
      input({ name: "start", label: text.start, value: was.start ?? "", placeholder: "2026-03-01" }),
      input({ name: "due", label: text.due, value: was.due ?? "", placeholder: "2026-09-30" }),
      input({
        name: "steps",
        label: text.steps,
        value: was.steps ?? "",
        placeholder: text.stepsHint,
        lines: 2,
      }),
      evidence(view),
      submitButton(text.create, { kind: "plan" }, { type: "primary" }),
    ]),
    back(view),
  ]);
}

function head({ problem }: NewTaskView, intro: string) {
  return [...(problem ? [md(`<font color='red'>${typed(problem, 700)}</font>`)] : []), md(intro, "notation")];
}

function addressee({ programme, addressees, locale, typed: was }: NewTaskView): FormElement[] {
  const pairs = addressees.map((to): [string, string] => [
    `${to.kind}.${to.slug}`,
    addresseeName(programme, to, locale),
  ]);
  // Several to choose from: none is chosen for the person, so that a task never goes to whoever comes first.
  const [only, ...others] = pairs;
  const known = pairs.find(([value]) => value === was.to) ?? (others.length === 0 ? only : undefined);
  const label = taskFormText(locale).toWhom;
  return [md(label), select({ name: "to", label, options: pairs, chosen: known?.[0] })];
}

function evidence({ typed: was, locale }: NewTaskView): FormElement {
  return input({
    name: "evidence",
    label: taskFormText(locale).evidence,
    value: was.evidence ?? "",
    maxLength: 200,
  });
}

function back({ locale }: NewTaskView) {
  return button(taskText(locale).list, { kind: "task_list", scope: "mine", page: "1" }, { type: "text" });
}
