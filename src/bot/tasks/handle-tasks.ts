import type { Action } from "../../../cards/action.ts";
import { type TaskFormView, taskFormCard } from "../../../cards/task/form.ts";
import { SCOPES } from "../../../cards/task/list.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { taskStepText } from "../../../cards/text/task-steps.ts";
import { findTask } from "../../../db/tasks.ts";
import type { StepKind } from "../../domain/task/offers.ts";
import type { Task } from "../../domain/task/task.ts";
import { countyOfTask, maySeeTask } from "../../domain/task/who.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { showPrivately } from "../sending/show-privately.ts";
import { handleProposals } from "./handle-proposals.ts";
import { newPlan, newSlip, planForm, slipForm } from "./new-task.ts";
import { readCommand } from "./read-command.ts";
import { type Asked, showAs, showTask } from "./show-task.ts";
import { type Changed, changeTask } from "./task-change.ts";
import { listCard } from "./task-lists.ts";
import { evidenceOf, taskViewOf } from "./task-view.ts";

type TaskAction = Extract<
  Action,
  {
    kind:
      | "task"
      | "task_form"
      | "task_step"
      | "task_list"
      | "task_proposals"
      | "task_sign_all"
      | "slip_form"
      | "slip"
      | "plan_form"
      | "plan";
  }
>;

/** Presses on the cards of tasks. Who may take a step is decided from the roster; a refusal shows the task as it is. */
export async function handleTask(asked: Asked, action: TaskAction): Promise<CardAnswer> {
  switch (action.kind) {
    case "task":
      return withTask(asked, action.id, (task) => showTask(asked, task));
    case "task_form":
      return withTask(asked, action.id, (task) => showForm(asked, task, action.step));
    case "task_step":
      return withTask(asked, action.id, (task) => takeStep(asked, task, action));
    case "task_list":
      return showList(asked, action);
    case "task_proposals":
    case "task_sign_all":
      return handleProposals(asked, action);
    case "slip_form":
      return slipForm(asked, action.ref);
    case "slip":
      return newSlip(asked, action.ref);
    case "plan_form":
      return planForm(asked);
    case "plan":
      return newPlan(asked);
  }
}

/** A task this person may look at. */
async function withTask(
  { deps, person }: Asked,
  id: string,
  work: (task: Task) => Promise<CardAnswer>,
): Promise<CardAnswer> {
  const task = await findTask(deps.db, id);
  if (!task) return toast("info", noticeText[person.locale].gone);
  return maySeeTask(person, task, deps.programme)
    ? work(task)
    : toast("warning", noticeText[person.locale].notForYou);
}

async function showForm(asked: Asked, task: Task, step: string): Promise<CardAnswer> {
  const view = await taskViewOf(asked.deps, task, asked.person);
  const offered = view.offers.find((one) => one === step);
  const { refused } = taskStepText(asked.person.locale);
  if (!offered) return showTask(asked, task, toast("info", refused.stale));
  return showAs(asked, task, taskFormCard({ ...view, step: offered }), `form ${offered}`);
}

async function takeStep(
  asked: Asked,
  task: Task,
  action: { step: string; revision: string },
): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const typed = rawInputs(event.callback.action.formValue);
  const read = readCommand(action.step, typed, task, person.locale, await evidenceOf(deps, task.id));
  if (!read.ok) return read.step ? again(asked, task, read.step, typed, read.problem) : showTask(asked, task);
  const command = { ...read.command, revision: Number(action.revision) };
  const changed = await changeTask(deps, task.id, command, {
    actor: person,
    inbox: [`event:${event.eventId}`],
    pressedMessageId: event.callback.messageId,
  });
  return answer(asked, changed, command.kind, typed);
}

/** A refusal never costs what was typed: the form comes back with it, drawn from the task as it is now. */
async function answer(
  asked: Asked,
  changed: Changed,
  step: StepKind,
  typed: Record<string, string>,
): Promise<CardAnswer> {
  const text = taskStepText(asked.person.locale);
  switch (changed.kind) {
    case "unknown":
      return toast("info", noticeText[asked.person.locale].gone);
    case "repeated":
      return showTask(asked, changed.task, toast("info", noticeText[asked.person.locale].already));
    case "done": {
      const county = changed.before.kind === "plan" ? countyOfTask(changed.task, asked.deps.programme) : null;
      // On with the list it was opened from.
      if ((step === "countersign" || step === "refuse") && county !== null) {
        const list = { kind: "task_proposals", county, page: "1" } as const;
        return handleProposals(asked, list, toast("success", text.done[step]));
      }
      return showTask(asked, changed.task, toast("success", text.done[step]));
    }
    case "refused": {
      const why = text.refused[changed.refusal];
      if (Object.keys(typed).length > 0) return again(asked, changed.task, step, typed, why);
      return showTask(asked, changed.task, toast("warning", why));
    }
  }
}

async function again(
  asked: Asked,
  task: Task,
  step: StepKind,
  typed: Record<string, string>,
  problem: string,
): Promise<CardAnswer> {
  const view = await taskViewOf(asked.deps, task, asked.person);
  // Somebody else may have taken the step meanwhile: then there is nothing left to fill in.
  if (!view.offers.includes(step)) return showTask(asked, task, toast("warning", problem));
  const form: TaskFormView = { ...view, step, typed, problem };
  return showAs(asked, task, taskFormCard(form), `form ${step}`, toast("warning", problem));
}

function showList(asked: Asked, action: { scope: string; page: string }): Promise<CardAnswer> {
  const scope = SCOPES.find((one) => one === action.scope) ?? "mine";
  return listCard(asked.deps, asked.person, scope, Number(action.page)).then((card) =>
    showPrivately(asked.deps, asked.event, asked.person, {
      card,
      view: "overview",
      stands: { kind: "task_list", subject: scope },
    }),
  );
}
