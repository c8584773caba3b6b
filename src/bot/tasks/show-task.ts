import type { Card } from "../../../cards/card.ts";
import { taskCard } from "../../../cards/task/task.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import type { Task } from "../../domain/task/task.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import type { CardAnswer } from "../sending/card-answer.ts";
import { showPrivately } from "../sending/show-privately.ts";
import { taskViewOf } from "./task-view.ts";

export type Asked = { deps: Deps; event: FeishuCallback; person: Person };

/** Answers a press with the task as it is, in place of the card pressed. */
export async function showTask(asked: Asked, task: Task, say?: CardAnswer): Promise<CardAnswer> {
  const card = taskCard(await taskViewOf(asked.deps, task, asked.person));
  return showAs(asked, task, card, "overview", say);
}

/** The same with another card of the task: one of its forms. */
export function showAs(
  asked: Asked,
  task: Task,
  card: Card,
  view: string,
  say?: CardAnswer,
): Promise<CardAnswer> {
  const stands = { kind: "task", subject: task.id } as const;
  return showPrivately(asked.deps, asked.event, asked.person, {
    card,
    view,
    stands,
    ...(say ? { say } : {}),
  });
}
