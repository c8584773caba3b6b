import type { At, Decision, TaskRefusal } from "./command.ts";
import type { Task, TaskEvent, TaskEventKind, TaskStatus } from "./task.ts";
import { answersFor, mayConfirm } from "./who.ts";

// What every step of a task's life is made of: who may take it, and the next revision with its line in the log.

export function mineOnly(task: Task, at: At): TaskRefusal | null {
  return answersFor(at.actor, task.to) ? null : "not_yours";
}

/** The addressee's own steps are taken while the task is open. */
export function refuseAddressee(task: Task, at: At): TaskRefusal | null {
  return mineOnly(task, at) ?? (task.status === "open" ? null : "wrong_status");
}

/** Those who decide about an end, and the status it takes. */
export function refuseJudge(task: Task, status: TaskStatus, at: At): TaskRefusal | null {
  if (!mayConfirm(at.actor, task, at.programme)) return "not_yours";
  return task.status === status ? null : "wrong_status";
}

export function wanting(reason: string): TaskRefusal | null {
  return reason.trim() === "" ? "no_reason" : null;
}

export function refused(reason: TaskRefusal): Decision {
  return { ok: false, reason };
}

type Told = Pick<TaskEvent, "percent" | "due">;

/** The next revision, with one more line in its log. */
export function changed(
  task: Task,
  change: Partial<Task>,
  kind: TaskEventKind,
  words: string,
  { actor, now }: At,
  told: Told = {},
): Decision {
  const event: TaskEvent = {
    kind,
    by: actor.openId,
    name: actor.name,
    at: now,
    words: words.trim(),
    ...told,
  };
  const next: Task = { ...task, ...change, revision: task.revision + 1, log: [...task.log, event] };
  return { ok: true, task: next, repeated: false };
}

/** The same for a step of the addressee, from which the ladder counts anew. */
export function moved(
  task: Task,
  change: Partial<Task>,
  kind: TaskEventKind,
  words: string,
  at: At,
  told: Told = {},
): Decision {
  return changed(task, { ...change, movedAt: at.now }, kind, words, at, told);
}
