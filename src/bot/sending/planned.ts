import type { OutboxRow } from "../../../db/commit.ts";
import type { Write } from "../../../db/written.ts";

/** What a job wants to write and send; stored in one batch with its run, or not at all. */
export type Planned = {
  writes: Write[];
  outbox: OutboxRow[];
  touched?: string[];
  /** Stores what is too much for one batch. It means nothing until the rest is stored, and may be done again. */
  before?: () => Promise<void>;
};
