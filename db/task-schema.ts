import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import * as z from "zod";
import type { Addressee, Task, TaskStatus } from "../src/domain/task/task.ts";
import { document } from "./columns.ts";

// The tables of what runs by the clock: jobs, tasks, the ladder, digests and what is asked. Times are UTC milliseconds.

/** A heartbeat job's run: the key makes it happen once, whoever ticks. `missed`: its window passed without it. */
export const jobRun = sqliteTable(
  "job_run",
  {
    job: text("job").notNull(),
    /** `2026Q3`, `2026-W47`, `2026-11-23`, `2026-11-23T09`: as the job counts. */
    period: text("period").notNull(),
    /** When it was due and when it ran or was found missed. */
    dueAt: integer("due_at").notNull(),
    at: integer("at").notNull(),
    status: text("status", { enum: ["done", "missed"] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.job, t.period] })],
);

/** A year task or 督办 item as it stands; every change is kept in task_revision. */
export const task = sqliteTable(
  "task",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<Task["kind"]>().notNull(),
    year: integer("year").notNull(),
    toKind: text("to_kind").$type<Addressee["kind"]>().notNull(),
    toSlug: text("to_slug").notNull(),
    due: text("due").notNull(),
    status: text("status").$type<TaskStatus>().notNull(),
    revision: integer("revision").notNull(),
    doc: text("doc", { mode: "json" }).$type<Task>().notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [index("task_to").on(t.toKind, t.toSlug), index("task_status").on(t.status)],
);

/** One row a change; whoever writes revision n second was too late. */
export const taskRevision = sqliteTable(
  "task_revision",
  {
    task: text("task")
      .notNull()
      .references(() => task.id),
    revision: integer("revision").notNull(),
    at: integer("at").notNull(),
    by: text("by").notNull(),
    doc: text("doc", { mode: "json" }).$type<Task>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.task, t.revision] })],
);

/** A photo or file shown for a task. */
export const taskEvidence = sqliteTable(
  "task_evidence",
  {
    /** Message id and file key. */
    id: text("id").primaryKey(),
    task: text("task")
      .notNull()
      .references(() => task.id),
    messageId: text("message_id").notNull(),
    fileKey: text("file_key").notNull(),
    kind: text("kind", { enum: ["image", "file"] }).notNull(),
    name: text("name").notNull(),
    /** Until downloaded: null. */
    url: text("url"),
    sha256: text("sha256"),
    size: integer("size"),
    by: text("by").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [index("task_evidence_task").on(t.task)],
);

/** A step of the ladder taken for an overdue item, so that it is taken once; a movement of the item begins anew. */
export const chaseStep = sqliteTable(
  "chase_step",
  {
    /** `report 2026Q3/qikou`, `task t1a2b3`. */
    item: text("item").notNull(),
    /** The day the count began: the due day, or the day the item last moved. */
    since: text("since").notNull(),
    /** The step's day in the ladder; negative for a reminder before the due day. */
    step: integer("step").notNull(),
    at: integer("at").notNull(),
    /** The messages it was said in: dropped when the item moves before they go out. */
    outbox: document("chase_step.outbox", z.array(z.string()))("outbox").notNull(),
  },
  (t) => [primaryKey({ columns: [t.item, t.since, t.step] })],
);

/** What a digest said, so that the next one can say what changed. */
export const digest = sqliteTable(
  "digest",
  {
    kind: text("kind", { enum: ["weekly", "monthly", "quarterly"] }).notNull(),
    period: text("period").notNull(),
    /** `leading_group`, or a county's slug. */
    audience: text("audience").notNull(),
    at: integer("at").notNull(),
    facts: document("digest.facts", z.unknown())("facts").notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.period, t.audience] })],
);
