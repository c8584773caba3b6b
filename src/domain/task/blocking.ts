import type { At, Command, Decision } from "./command.ts";
import { changed, moved, refuseAddressee, refused, wanting } from "./step.ts";
import type { Addressee, Task } from "./task.ts";
import { answersFor, mayConfirm } from "./who.ts";

// A blocker is a department's to remove. Once the department has accepted that, the task is not scored while it lasts.

export function block(
  { department, reason }: Extract<Command, { kind: "block" }>,
  task: Task,
  at: At,
): Decision {
  const refusal = refuseAddressee(task, at) ?? wanting(reason);
  if (refusal) return refused(refusal);
  if (task.blocked) return refused("blocked");
  const itself = task.to.kind === "department" && task.to.slug === department;
  if (itself || !at.programme.departments.some(({ slug }) => slug === department))
    return refused("unknown_department");
  const blocked = { department, reason: reason.trim(), by: at.actor.openId, at: at.now, acceptedAt: null };
  return moved(task, { blocked }, "block", reason, at);
}

export function acceptBlock(task: Task, at: At): Decision {
  const { blocked } = task;
  if (!blocked || blocked.acceptedAt !== null) return refused("not_blocked");
  if (!answersFor(at.actor, departmentOf(blocked))) return refused("not_yours");
  return changed(task, { blocked: { ...blocked, acceptedAt: at.now } }, "accept_block", "", at);
}

export function declineBlock(reason: string, task: Task, at: At): Decision {
  const { blocked } = task;
  if (!blocked || blocked.acceptedAt !== null) return refused("not_blocked");
  if (!answersFor(at.actor, departmentOf(blocked))) return refused("not_yours");
  const refusal = wanting(reason);
  if (refusal) return refused(refusal);
  return changed(task, { blocked: null }, "decline_block", reason, at);
}

/** The way is clear again: said by the addressee, by the department that cleared it, or by whoever decides about the task. */
export function unblock(task: Task, at: At): Decision {
  const { blocked } = task;
  if (!blocked) return refused("not_blocked");
  if (answersFor(at.actor, task.to)) return moved(task, { blocked: null }, "unblock", "", at);
  const theirs = answersFor(at.actor, departmentOf(blocked)) && blocked.acceptedAt !== null;
  if (!theirs && !mayConfirm(at.actor, task, at.programme)) return refused("not_yours");
  return changed(task, { blocked: null }, "unblock", "", at);
}

function departmentOf({ department }: { department: string }): Addressee {
  return { kind: "department", slug: department };
}
