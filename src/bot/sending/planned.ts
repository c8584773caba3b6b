import type { OutboxRow, Write } from "../../../db/commit.ts";

/** What a job wants to write and send; stored in one batch with its run, or not at all. */
export type Planned = { writes: Write[]; outbox: OutboxRow[]; touched?: string[] };
