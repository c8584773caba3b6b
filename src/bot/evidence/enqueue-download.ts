import type { OutboxRow } from "../../../db/commit.ts";
import { causeId } from "../../../db/outbox.ts";

/** An outbox entry for downloading the evidence `id` of a record, so that a crash or outage does not lose it. */
export function fetchRow(id: string, subject: string, now: number): OutboxRow {
  return {
    id: causeId(`fetch ${id}`),
    kind: "fetch",
    toType: "message_id",
    to: id,
    msgType: "text",
    content: "",
    fallback: "",
    status: "pending",
    subject,
    runAt: now,
    at: now,
  };
}
