import { Conflict, commit, type OutboxRow, type Write } from "../../../db/commit.ts";
import { findTask, saveTask } from "../../../db/tasks.ts";
import type { Deps } from "../../deps.ts";
import type { Command, TaskRefusal } from "../../domain/task/command.ts";
import { decide } from "../../domain/task/decide.ts";
import type { Task } from "../../domain/task/task.ts";
import { consequences, touchedByTasks } from "./consequences.ts";
import type { TaskCause, TaskChange } from "./task-step.ts";

/** What else is written in the same batch. */
type Beside = { writes?: Write[]; outbox?: OutboxRow[] };

export type Changed =
  | { kind: "done"; task: Task; before: Task }
  /** The same press or message came before; the task is the truth now. */
  | { kind: "repeated"; task: Task }
  | { kind: "refused"; task: Task; refusal: TaskRefusal }
  | { kind: "unknown" };

/** Two people at once is common; twenty times in a row is not. */
const TRIES = 20;

/**
 * Takes one step with one task: load, decide, save state + audit + inbox + what must be said. Someone faster makes it
 * start again from the truth.
 */
export async function changeTask(
  deps: Deps,
  id: string,
  command: Command,
  cause: TaskCause,
  beside: (task: Task, before: Task) => Beside | Promise<Beside> = () => ({}),
): Promise<Changed> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const before = await findTask(deps.db, id);
    if (!before) return { kind: "unknown" };
    const decision = decide(command, before, cause.actor, deps.clock.now(), deps.programme);
    if (!decision.ok) return { kind: "refused", task: before, refusal: decision.reason };
    if (decision.repeated) return { kind: "repeated", task: before };
    try {
      await saveTasks(deps, [{ before, after: decision.task }], cause, await beside(decision.task, before));
      return { kind: "done", task: decision.task, before };
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (error.table === "inbox") return { kind: "repeated", task: (await findTask(deps.db, id)) ?? before };
    }
  }
  throw new Error(`task ${id} could not be saved: it kept changing`);
}

/** Stores steps of several tasks, all or none, with what they make the bot say. Throws `Conflict`. */
export async function saveTasks(
  deps: Deps,
  changes: TaskChange[],
  cause: TaskCause,
  beside: Beside = {},
): Promise<void> {
  const now = deps.clock.now();
  const by = cause.actor.openId;
  const { writes, outbox } = await consequences(deps, changes, cause);
  const [first] = changes;
  const kind = first?.after.log.at(-1)?.kind ?? "none";
  await commit(
    deps.db,
    {
      audit: {
        actor: by,
        kind: `task.${kind}`,
        subject: changes.length === 1 && first ? first.after.id : `${changes.length} tasks`,
        detail: { tasks: changes.map(({ after }) => [after.id, after.revision, after.status]) },
      },
      inbox: cause.inbox,
      writes: [
        ...changes.flatMap(({ after }) => saveTask(deps.db, after, by, now)),
        ...writes,
        ...(beside.writes ?? []),
      ],
      outbox: [...outbox, ...(beside.outbox ?? [])],
      touched: touchedByTasks(deps, changes),
      pressed: cause.pressedMessageId,
    },
    now,
  );
}
