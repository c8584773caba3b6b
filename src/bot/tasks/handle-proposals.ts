import type { Action } from "../../../cards/action.ts";
import { proposalsCard } from "../../../cards/task/proposals.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { taskStepText } from "../../../cards/text/task-steps.ts";
import { Conflict } from "../../../db/commit.ts";
import type { TaskRefusal } from "../../domain/task/command.ts";
import { decide } from "../../domain/task/decide.ts";
import type { Task } from "../../domain/task/task.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { showPrivately } from "../sending/show-privately.ts";
import {
  mayLookAtProposals,
  pageView,
  proposalsSubject,
  proposalsViewOf,
  proposedIn,
  seenOf,
} from "./proposals.ts";
import type { Asked } from "./show-task.ts";
import { saveTasks } from "./task-change.ts";
import type { TaskChange } from "./task-step.ts";

type ProposalsAction = Extract<Action, { kind: "task_proposals" | "task_sign_all" }>;

/** The county's list of year tasks to countersign: looked at, or agreed to as a whole. */
export async function handleProposals(
  asked: Asked,
  action: ProposalsAction,
  say?: CardAnswer,
): Promise<CardAnswer> {
  const { deps, person } = asked;
  if (!mayLookAtProposals(person, action.county))
    return toast("warning", noticeText[person.locale].notForYou);
  const tasks = await proposedIn(deps, action.county);
  if (action.kind === "task_proposals") return show(asked, action.county, tasks, Number(action.page), say);
  return signAll(asked, action, tasks);
}

/** Agrees to every task of the list the card showed. What the presser put forward stays for somebody else. */
async function signAll(
  asked: Asked,
  action: { county: string; seen: string },
  tasks: Task[],
): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const text = taskStepText(person.locale);
  if (seenOf(tasks) !== action.seen)
    return show(asked, action.county, tasks, 1, toast("info", text.refused.stale));
  const now = deps.clock.now();
  const changes: TaskChange[] = [];
  const refusals: TaskRefusal[] = [];
  for (const before of tasks) {
    const decision = decide({ kind: "countersign" }, before, person, now, deps.programme);
    if (decision.ok) changes.push({ before, after: decision.task });
    else refusals.push(decision.reason);
  }
  const [refusal] = refusals;
  if (changes.length === 0)
    return show(asked, action.county, tasks, 1, toast("warning", text.refused[refusal ?? "wrong_status"]));
  try {
    await saveTasks(deps, changes, {
      actor: person,
      inbox: [`event:${event.eventId}`],
      pressedMessageId: event.callback.messageId,
    });
  } catch (error) {
    // A colleague was first with one of them: the list is looked at again.
    if (!(error instanceof Conflict) || error.table === "inbox") throw error;
    const left = await proposedIn(deps, action.county);
    return show(asked, action.county, left, 1, toast("info", text.refused.stale));
  }
  const left = await proposedIn(deps, action.county);
  const say =
    left.length > 0 ? toast("info", text.refused.own_request) : toast("success", text.done.countersign);
  return show(asked, action.county, left, 1, say);
}

function show(
  { deps, event, person }: Asked,
  county: string,
  tasks: Task[],
  page: number,
  say?: CardAnswer,
): Promise<CardAnswer> {
  const card = proposalsCard(proposalsViewOf(deps, county, tasks, person, page));
  const stands = { kind: "task_proposals", subject: proposalsSubject(county) } as const;
  return showPrivately(deps, event, person, { card, view: pageView(page), stands, ...(say ? { say } : {}) });
}
