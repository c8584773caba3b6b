import type { Card } from "../../../cards/card.ts";
import { draftProblemText } from "../../../cards/task/draft-problem.ts";
import { type NewTaskView, newPlanCard, newSlipCard } from "../../../cards/task/new-task.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { taskFormText } from "../../../cards/text/task-forms.ts";
import { taskStepText } from "../../../cards/text/task-steps.ts";
import { commit } from "../../../db/commit.ts";
import { causeId } from "../../../db/outbox.ts";
import { type Person, townsOf } from "../../domain/people.ts";
import { readDay } from "../../domain/read-day.ts";
import { shanghaiDay } from "../../domain/shanghai-time.ts";
import { dueIn, SUPERVISION_DAYS } from "../../domain/task/draft.ts";
import { propose } from "../../domain/task/propose.ts";
import { readSteps } from "../../domain/task/read-steps.ts";
import type { Addressee, TaskDraft } from "../../domain/task/task.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { showPrivately } from "../sending/show-privately.ts";
import { problemChoice } from "./choose-problem.ts";
import { problemOf } from "./problem-of.ts";
import { type Asked, showTask } from "./show-task.ts";
import { saveTasks } from "./task-change.ts";

// A 督办 item or a year task put forward by card.

type Typed = Record<string, string>;

/** The form of a 督办 item; made from a town's reported problem (`ref`), it holds that already. */
export async function slipForm(asked: Asked, ref: string): Promise<CardAnswer> {
  const { deps, person } = asked;
  if (addressees(asked, "supervision").length === 0)
    return toast("warning", taskFormText(person.locale).notYoursToPropose);
  const problem = await problemOf(deps, person, ref);
  const choice = await problemChoice(asked, ref);
  if (choice) return sendToPresser(asked, choice, "overview");
  const due = dueIn(SUPERVISION_DAYS, deps.clock.now());
  const typed = {
    due,
    ...(problem ? { title: problem.words, to: `town.${problem.town}`, origin: "problem" } : {}),
  };
  if (!problem) return showSlip(asked, ref, typed);
  return sendToPresser(asked, newSlipCard({ ...formView(asked, "supervision", typed), ref }), "form slip");
}

/** As a message of its own: the report's card stays what it is. */
async function sendToPresser({ deps, event, person }: Asked, card: Card, view: string): Promise<CardAnswer> {
  const now = deps.clock.now();
  const stands = { kind: "task_new", subject: "", view } as const;
  const { answering, cardFallback } = noticeText[person.locale];
  const said = enqueueCard(
    { openId: person.openId },
    card,
    `press ${event.eventId}`,
    cardFallback,
    now,
    stands,
  );
  const audit = { actor: person.openId, kind: "press.slip_form", subject: event.callback.messageId };
  await commit(deps.db, { audit, inbox: [`event:${event.eventId}`], outbox: [said] }, now);
  return toast("info", answering);
}

export async function newSlip(asked: Asked, ref: string): Promise<CardAnswer> {
  const { deps, event } = asked;
  const typed = rawInputs(event.callback.action.formValue);
  const problem = await problemOf(deps, asked.person, ref);
  const now = deps.clock.now();
  const today = shanghaiDay(now);
  const origin = (["problem", "inspection", "question", "meeting"] as const).find((o) => o === typed.origin);
  const due = typed.due?.trim() ? typed.due : dueIn(SUPERVISION_DAYS, now);
  const draft: TaskDraft = {
    ...common(typed, due, Number(today.slice(0, 4))),
    kind: "supervision",
    area: problem?.section ?? null,
    weight: 1,
    start: today,
    steps: [],
    origin: { kind: origin ?? "question", ref: problem ? ref : "" },
  };
  return putForward(asked, draft, (why) => showSlip(asked, ref, typed, why));
}

export function planForm(asked: Asked): Promise<CardAnswer> | CardAnswer {
  if (addressees(asked, "plan").length === 0)
    return toast("warning", taskFormText(asked.person.locale).notYoursToPropose);
  return showPlan(asked, {});
}

export async function newPlan(asked: Asked): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const typed = rawInputs(event.callback.action.formValue);
  const year = Number(shanghaiDay(deps.clock.now()).slice(0, 4));
  const steps = readSteps(typed.steps ?? "", year);
  if (steps === null) return showPlan(asked, typed, taskFormText(person.locale).badSteps);
  const draft: TaskDraft = {
    ...common(typed, typed.due ?? "", year),
    kind: "plan",
    area: typed.area ?? "",
    weight: Number(typed.weight ?? ""),
    start: readDay(typed.start ?? "", year) ?? "",
    steps,
    origin: null,
  };
  return putForward(asked, draft, (problem) => showPlan(asked, typed, problem));
}

function common(typed: Typed, due: string, year: number) {
  return {
    to: addressee(typed.to ?? ""),
    item: null,
    title: (typed.title ?? "").trim(),
    ownerPost: (typed.owner ?? "").trim(),
    due: readDay(due, year) ?? "",
    evidenceNeeded: (typed.evidence ?? "").trim(),
  };
}

async function putForward(
  asked: Asked,
  draft: TaskDraft,
  again: (problem: string) => Promise<CardAnswer>,
): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const forms = taskFormText(person.locale);
  const id = causeId(`task ${event.eventId}`).slice(0, 16);
  const proposal = propose(draft, id, null, person, deps.clock.now(), deps.programme);
  if (!proposal.ok) {
    const parts = proposal.reason === "problems" ? proposal.problems : [];
    const said = parts.map((problem) => draftProblemText(problem, person.locale)).join("；");
    return again(said === "" ? forms.notYoursToPropose : said);
  }
  await saveTasks(deps, [{ before: null, after: proposal.task }], {
    actor: person,
    inbox: [`event:${event.eventId}`],
    pressedMessageId: event.callback.messageId,
  });
  const text = taskStepText(person.locale);
  const said = proposal.task.status === "open" ? text.sent : text.created;
  return showTask(asked, proposal.task, toast("success", said));
}

function showSlip(asked: Asked, ref: string, typed: Typed, problem?: string): Promise<CardAnswer> {
  const view = formView(asked, "supervision", typed, problem);
  return show(asked, newSlipCard({ ...view, ref }), "form slip", problem);
}

function showPlan(asked: Asked, typed: Typed, problem?: string): Promise<CardAnswer> {
  return show(asked, newPlanCard(formView(asked, "plan", typed, problem)), "form plan", problem);
}

function formView(asked: Asked, kind: TaskDraft["kind"], typed: Typed, problem?: string): NewTaskView {
  return {
    programme: asked.deps.programme,
    addressees: addressees(asked, kind),
    locale: asked.person.locale,
    typed,
    ...(problem ? { problem } : {}),
  };
}

function show(
  { deps, event, person }: Asked,
  card: Card,
  view: string,
  problem?: string,
): Promise<CardAnswer> {
  const say = problem ? { say: toast("warning", [...problem].slice(0, 80).join("")) } : {};
  const stands = { kind: "task_new", subject: "" } as const;
  return showPrivately(deps, event, person, { card, view, stands, ...say });
}

/** To whom this person may address a task; empty when to nobody. */
function addressees({ deps, person }: Pick<Asked, "deps" | "person">, kind: TaskDraft["kind"]): Addressee[] {
  const { counties, departments } = deps.programme;
  const towns = townsOf(person, deps.programme).map(({ slug }) => ({ kind: "town", slug }) as const);
  if (kind === "plan") return maySetPlans(person) ? towns : [];
  if (person.role === "county_reviewer") return towns;
  if (person.role !== "city_office" && person.role !== "leader") return [];
  return [
    ...towns,
    ...counties.map(({ slug }) => ({ kind: "county", slug }) as const),
    ...departments.map(({ slug }) => ({ kind: "department", slug }) as const),
  ];
}

function maySetPlans({ role }: Person): boolean {
  return role === "town_official" || role === "county_reviewer" || role === "city_office";
}

/** `town.qikou`, as a form's choice has it. What it may not be is for propose() to say. */
function addressee(value: string): Addressee {
  const [kind, slug = ""] = value.split(".");
  return kind === "county" || kind === "department" ? { kind, slug } : { kind: "town", slug };
}
