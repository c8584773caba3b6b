import type { SectionId } from "../report/content.ts";

// One item of work that somebody answers for: a town's year task, or a 督办 item with a clock of its own.

/** Who must do it: a post, never a person, so a hand-over loses nothing. */
export type Addressee = { kind: "town" | "county" | "department"; slug: string };

/** A milestone: `share` is the % of the whole that is scheduled to be done once its day is over. */
export type TaskStep = { name: string; due: string; share: number };

/**
 * proposed: waits for the countersign · open: being worked on · closing: its end is asked for, with evidence ·
 * closed 销号: confirmed · withdrawn: refused or taken back.
 */
export type TaskStatus = "proposed" | "open" | "closing" | "closed" | "withdrawn";

/** Where a 督办 item comes from. `ref`: the record it was made from (`2026Q3/qikou`), or "". */
export type TaskOrigin = { kind: "problem" | "inspection" | "question" | "meeting"; ref: string };

/** More time, asked for and not yet decided. */
export type ExtensionRequest = { to: string; reason: string; by: string; at: number };

/** What keeps a task from going on, and the department that could remove it. Once accepted the task is not scored. */
export type Blocker = {
  department: string;
  reason: string;
  by: string;
  at: number;
  acceptedAt: number | null;
};

export type TaskEventKind =
  | "propose"
  | "countersign"
  | "refuse"
  | "sign"
  | "progress"
  | "show"
  | "request_extension"
  | "grant_extension"
  | "refuse_extension"
  | "ask_close"
  | "confirm_close"
  | "refuse_close"
  | "reopen"
  | "block"
  | "accept_block"
  | "decline_block"
  | "unblock"
  | "withdraw";

/**
 * One thing that happened to a task, oldest first in its log. `by`: an open_id, `name`: what that person was called
 * then. `percent`: what was reported; `due`: the day asked for or granted.
 */
export type TaskEvent = {
  kind: TaskEventKind;
  by: string;
  name: string;
  at: number;
  words: string;
  percent?: number;
  due?: string;
};

export type Task = {
  id: string;
  /** plan: a year task of a town 年度任务; supervision: a 督办 item. */
  kind: "plan" | "supervision";
  year: number;
  to: Addressee;
  /** The content area it belongs to, or null; with the pack's item it carries out, if one. */
  area: SectionId | null;
  item: string | null;
  title: string;
  /** The post in the addressee's office that answers for it, in words: 分管副镇长. */
  ownerPost: string;
  weight: number;
  /** Days `YYYY-MM-DD`. */
  start: string;
  due: string;
  steps: TaskStep[];
  /** What has to be shown when it is done; "" when nothing in particular. */
  evidenceNeeded: string;
  origin: TaskOrigin | null;
  status: TaskStatus;
  /** % done as last reported, 0 to 100. */
  percent: number;
  extension: ExtensionRequest | null;
  blocked: Blocker | null;
  /** When its addressee last moved it (UTC ms); null before. The ladder counts from here. */
  movedAt: number | null;
  reopened: number;
  /** Grows by one with every change; a card carries the revision it was drawn from. */
  revision: number;
  log: TaskEvent[];
};

/** What a task is before anybody agreed to it: what a file's row or a form says. */
export type TaskDraft = Pick<
  Task,
  | "kind"
  | "to"
  | "area"
  | "item"
  | "title"
  | "ownerPost"
  | "weight"
  | "start"
  | "due"
  | "steps"
  | "evidenceNeeded"
  | "origin"
>;

/** Still to be done by its addressee. */
export function isOpen(task: Task): boolean {
  return task.status === "open" || task.status === "closing";
}

/** What tells a town's year task from its others: a plan names each once. */
export function taskKey({ to, area, item, title, due }: TaskDraft): string {
  return JSON.stringify([to.kind, to.slug, area, item, title.trim(), due.slice(0, 4)]);
}
