import type { OutboxRow } from "../../../db/commit.ts";
import { causeId, type OutboxEntry } from "../../../db/outbox.ts";

// Files that the outbox makes and uploads when their turn comes, so that a press is answered at once and nothing is lost.

/**
 * An outbox entry that makes a file. `subject`: what kind of file, null for a picture of a card; `to`: the record or
 * whatever else it is made of; `order`: what else has to be known.
 */
export function madeLater(
  subject: string | null,
  to: Pick<OutboxRow, "toType" | "to">,
  order: string,
  cause: string,
  now: number,
): OutboxRow {
  return {
    ...{ id: causeId(cause), cause, kind: "upload", ...to, subject },
    ...{ msgType: "text", content: order, fallback: "", status: "pending", runAt: now, at: now },
  };
}

/** Whether an entry of the outbox makes a file of this kind. */
export function makes(subject: string) {
  return (entry: Pick<OutboxEntry, "kind" | "subject">): boolean =>
    entry.kind === "upload" && entry.subject === subject;
}
