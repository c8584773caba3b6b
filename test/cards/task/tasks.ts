import type { TaskView } from "../../../cards/task/view.ts";
import type { Locale } from "../../../src/domain/people.ts";
import type { Programme } from "../../../src/domain/programme.ts";
import { shanghaiTime } from "../../../src/domain/shanghai-time.ts";
import { standingOf } from "../../../src/domain/task/lights.ts";
import type { Task, TaskEvent } from "../../../src/domain/task/task.ts";
import { closing, item, opened, proposed } from "../../domain/task/given.ts";

/** Tuesday 20 October 2026: the given task is overdue. */
export const LATE = shanghaiTime("2026-10-20", "10:00");

type Words = (limit: number) => string;

/** A task at its longest: every field full, an extension asked for, a blocker taken on, a year's log. */
export function longestTask(programme: Programme, words: Words, name: string): Task {
  const event = (i: number): TaskEvent => ({
    kind: i % 3 === 0 ? "request_extension" : "progress",
    by: "ou_1",
    name,
    at: LATE - i * 3_600_000,
    words: words(500),
    percent: 66.67,
    due: "2026-12-31",
  });
  const [area] = programme.areas;
  const day = (i: number) => `2026-09-${String(i + 10)}`;
  return {
    ...opened,
    to: { kind: "town", slug: programme.towns.at(-1)?.slug ?? "" },
    area: area?.id ?? null,
    item: area?.items[0]?.id ?? null,
    title: words(100),
    ownerPost: words(30),
    weight: 12.5,
    steps: Array.from({ length: 12 }, (_, i) => ({ name: words(30), due: day(i), share: (i + 1) * 8 })),
    evidenceNeeded: words(200),
    origin: { kind: "problem", ref: "2026Q3/qikou/roads" },
    percent: 66.67,
    extension: { to: "2028-12-29", reason: words(500), by: "ou_1", at: LATE },
    blocked: {
      department: programme.departments[0]?.slug ?? "nobody",
      reason: words(500),
      by: "ou_1",
      at: LATE,
      acceptedAt: LATE,
    },
    due: "2028-12-29",
    reopened: 3,
    revision: 60,
    log: Array.from({ length: 60 }, (_, i) => event(60 - i)),
  };
}

/** One task as it is shown to someone who may take every step there is. */
export function taskView(
  programme: Programme,
  task: Task,
  locale: Locale,
  offers: TaskView["offers"] = [],
): TaskView {
  return {
    programme,
    task,
    standing: standingOf(task, LATE, programme),
    evidence: { images: 12, files: 3 },
    offers,
    locale,
  };
}

/** Every kind of form. */
export const FORMS = [
  "progress",
  "request_extension",
  "ask_close",
  "block",
  "refuse",
  "refuse_extension",
  "refuse_close",
  "reopen",
  "decline_block",
  "withdraw",
] as const;

/** Tasks at different points of their life, for the faces of one card. */
export const given = { proposed, opened, closing, item };
