import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import { proposedBy } from "../../domain/task/decide.ts";
import { isOpen, type Task } from "../../domain/task/task.ts";
import { answersFor } from "../../domain/task/who.ts";
import { personOf } from "../roster/people.ts";
import { addresseesOf, decidersOf, departmentOf } from "./task-people.ts";
import type { TaskChange } from "./task-step.ts";

/** Who has to hear of a step, other than whoever took it: those who must act on it, or waited for it. */
export async function audienceOf(deps: Deps, change: TaskChange, actor: Person): Promise<Person[]> {
  const people = await concerned(deps, change, actor);
  return people.filter(({ openId }) => openId !== actor.openId);
}

async function concerned(deps: Deps, { before, after }: TaskChange, actor: Person): Promise<Person[]> {
  switch (after.log.at(-1)?.kind) {
    case "propose":
      // Year tasks go to the county on one card (consequences.ts).
      if (after.kind === "plan") return [];
      return after.status === "open" ? addresseesOf(deps, after.to) : decidersOf(deps, after, actor.openId);
    case "countersign":
    case "grant_extension":
    case "refuse_extension":
    case "confirm_close":
    case "refuse_close":
    case "reopen":
    case "accept_block":
    case "decline_block":
      return addresseesOf(deps, after.to);
    case "request_extension":
    case "ask_close":
      return decidersOf(deps, after, actor.openId);
    case "block":
      return after.blocked ? departmentOf(deps, after.blocked.department) : [];
    case "unblock":
      return unblocked(deps, before, after, actor);
    case "refuse":
      return proposer(deps, after);
    case "withdraw":
      return before && isOpen(before) ? addresseesOf(deps, after.to) : proposer(deps, after);
    default:
      return [];
  }
}

function unblocked(
  deps: Deps,
  before: Task | null,
  after: Task,
  actor: Person,
): Promise<Person[]> | Person[] {
  if (!answersFor(actor, after.to)) return addresseesOf(deps, after.to);
  const blocked = before?.blocked;
  return blocked && blocked.acceptedAt !== null ? departmentOf(deps, blocked.department) : [];
}

/** Whoever put it forward, if it was a person of the roster and not an operator's file. */
async function proposer(deps: Deps, task: Task): Promise<Person[]> {
  const person = await personOf(deps, proposedBy(task) ?? "");
  return person ? [person] : [];
}
