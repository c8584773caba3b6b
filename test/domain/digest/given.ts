import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import type { DigestInput } from "../../../src/domain/digest/facts.ts";
import { spanOf } from "../../../src/domain/digest/span.ts";
import type { AskedQuestion } from "../../../src/domain/procedure/question.ts";
import { UNOPENED } from "../../../src/domain/quarter/timetable.ts";
import type { Addressee, Task } from "../../../src/domain/task/task.ts";
import { q2, q3 } from "../../cards/explain/views.ts";
import { towns } from "../programmes.ts";

/**
 * Monday 2 November 2026; the third quarter was due on 15 October, and its ranking was published on 28
 * October.
 */
export const NOW = shanghaiTime("2026-11-02", "09:10");
const PUBLISHED = shanghaiTime("2026-10-28", "10:00");

/** A week without events and obligations. */
export const calm: DigestInput = {
  programme: towns,
  kind: "weekly",
  period: "2026-W45",
  span: spanOf("weekly", "2026-W45", NOW, { published: null, covered: null }),
  quarter: {
    id: "2026Q3",
    openedAt: shanghaiTime("2026-10-01", "09:00"),
    ...UNOPENED,
    status: "published",
    reports: [],
  },
  schedules: new Map(),
  lastApproved: [],
  ranking: {
    now: { ...q3, at: PUBLISHED },
    before: { ...q2, at: shanghaiTime("2026-07-20", "10:00") },
  },
  tasks: [],
  questions: [],
  records: [],
  burden: { now: new Map(), before: new Map() },
  missed: [],
  health: { lastRunAt: shanghaiTime("2026-11-02", "09:00"), stuck: 0, dead: 0 },
};

export const toTown = (slug: string): Addressee => ({ kind: "town", slug });

/** A task of 碛口 due next spring, half done. */
export const task = (change: Partial<Task> = {}): Task => ({
  id: "t1",
  kind: "supervision",
  to: toTown("qikou"),
  area: null,
  item: null,
  title: "景区停车场",
  weight: 1,
  start: "2026-04-01",
  due: "2027-03-01",
  steps: [],
  status: "open",
  percent: 50,
  blocked: null,
  log: [],
  ...change,
});

export const question = (change: Partial<AskedQuestion> = {}): AskedQuestion => ({
  id: "q1",
  town: "qikou",
  about: "t1",
  title: "景区停车场",
  text: "预计哪天完成？",
  askedAt: shanghaiTime("2026-10-27", "10:00"),
  answer: null,
  ...change,
});

/** The log entry of the step that closed a task at `at`. */
export const closing = (at: number): Task["log"][number] => ({
  ...{ step: "confirm_close", from: "closing", to: "closed", by: "ou_x", name: "", post: "", at, values: {} },
});
