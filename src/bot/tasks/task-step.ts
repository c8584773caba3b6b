import type { Person } from "../../domain/people.ts";
import type { Task } from "../../domain/task/task.ts";

/** A task before and after one step; `before` is null for a new one. */
export type TaskChange = { before: Task | null; after: Task };
export type TaskCause = {
  actor: Person;
  /** Inbox keys of the event or message that asked for it. */
  inbox: string[];
  /** The card that was pressed: it shows the new state in the answer, not by an update. */
  pressedMessageId?: string;
};
