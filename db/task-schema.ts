import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import * as z from "zod";
import type { Addressee, Task, TaskStatus } from "../src/domain/task/task.ts";
import { document } from "./columns.ts";

// The tables of jobs, tasks, escalation steps and digests. Times are UTC milliseconds.

/** A run of a scheduled job; the key prevents a second one. `missed`: its window passed without it. */
export const jobRun = sqliteTable(
  "job_run",
  {
    job: text("job").notNull(),
    /** `2026Q3`, `2026-W47`, `2026-11-23`, `2026-11-23T09`, depending on the job. */
    period: text("period").notNull(),
    /** When it was due, and when it ran or was found missed. */
    dueAt: integer("due_at").notNull(),
    at: integer("at").notNull(),
    status: text("status", { enum: ["done", "missed"] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.job, t.period] })],
);

/** A year task or 督办 item; every change is also a row of task_revision. */
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

/** One row for each change; the second writer of a revision fails. */
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

/** A photo or file sent for a task. */
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
    /** Null until downloaded. */
    url: text("url"),
    sha256: text("sha256"),
    size: integer("size"),
    by: text("by").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [index("task_evidence_task").on(t.task)],
);

/**
 * A reminder or escalation step taken for an item, so that it is taken once; progress on the item restarts the count.
 */
export const chaseStep = sqliteTable(
  "chase_step",
  {
    /** `report 2026Q3/qikou`, `task t1a2b3`. */
    item: text("item").notNull(),
    /** The day the count began: the due day, or the day of the item's last progress. */
    since: text("since").notNull(),
    /** The step's day in the ladder; 0 or negative for a reminder before the due day. */
    step: integer("step").notNull(),
    at: integer("at").notNull(),
    /** The messages it was sent in: withdrawn when the item progresses before they are sent. */
    outbox: document("chase_step.outbox", z.array(z.string()))("outbox").notNull(),
  },
  (t) => [primaryKey({ columns: [t.item, t.since, t.step] })],
);

/** The rows of a sent digest, so that the next one can show changes. */
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
