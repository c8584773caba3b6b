import type { Card } from "../../../cards/card.ts";
import { taskCard } from "../../../cards/task/task.ts";
import type { TaskRow, TaskView } from "../../../cards/task/view.ts";
import { evidenceCounts, findTask } from "../../../db/tasks.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import { LIGHTS, standingOf } from "../../domain/task/lights.ts";
import { offersFor } from "../../domain/task/offers.ts";
import type { Task } from "../../domain/task/task.ts";
import { maySeeTask } from "../../domain/task/who.ts";

/** One task as this reader may see and move it now. */
export async function taskViewOf(deps: Deps, task: Task, reader: Person): Promise<TaskView> {
  const now = deps.clock.now();
  const { programme } = deps;
  const counts = await evidenceCounts(deps.db, [task.id]);
  return {
    programme,
    task,
    standing: standingOf(task, now, programme),
    evidence: counts.get(task.id) ?? { images: 0, files: 0 },
    offers: offersFor(task, reader, now, programme),
    locale: reader.locale,
  };
}

/** A task's card for whoever may see it. */
export async function drawTask(deps: Deps, id: string, reader: Person): Promise<{ card: Card } | null> {
  const task = await findTask(deps.db, id);
  if (!task || !maySeeTask(reader, task, deps.programme)) return null;
  return { card: taskCard(await taskViewOf(deps, task, reader)) };
}

/** Tasks with their lights, red first, then by due day. */
export function rowsOf(deps: Deps, tasks: Task[]): TaskRow[] {
  const now = deps.clock.now();
  return tasks
    .map((task) => ({ task, standing: standingOf(task, now, deps.programme) }))
    .sort(
      (a, b) =>
        LIGHTS.indexOf(a.standing.light) - LIGHTS.indexOf(b.standing.light) ||
        a.task.due.localeCompare(b.task.due),
    );
}

/** How many photos and files are on record for a task. */
export async function evidenceOf(deps: Deps, task: string): Promise<number> {
  const counts = (await evidenceCounts(deps.db, [task])).get(task);
  return counts ? counts.images + counts.files : 0;
}
