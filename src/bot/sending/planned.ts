import type { OutboxRow, Write } from "../../../db/commit.ts";

/** What a job wants written and said; it is done in one batch with its run, or not at all. */
export type Planned = { writes: Write[]; outbox: OutboxRow[]; touched?: string[] };
