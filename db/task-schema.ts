import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import * as z from "zod";
import { document } from "./columns.ts";

// The tables of jobs, escalation steps and digests. Times are UTC milliseconds.

/**
 * A run of a scheduled job; the key prevents a second one. `missed`: its window passed without it; `covered`: another,
 * later run stood for it.
 */
export const jobRun = sqliteTable(
  "job_run",
  {
    job: text("job").notNull(),
    /** `2026Q3`, `2026-W47`, `2026-11-23`, `2026-11-23T09`, depending on the job. */
    period: text("period").notNull(),
    /** When it was due, and when it ran or was found missed. */
    dueAt: integer("due_at").notNull(),
    at: integer("at").notNull(),
    status: text("status", { enum: ["done", "missed", "covered"] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.job, t.period] })],
);

/**
 * A reminder or escalation step taken for an item, so that it is taken once; progress on the item restarts the count.
 */
export const chaseStep = sqliteTable(
  "chase_step",
  {
    /** `report 2026Q3/qikou`, `record t1a2b3 open`. */
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
