import type { OutboxRow } from "../../../db/commit.ts";
import { causeId } from "../../../db/outbox.ts";

/**
 * A download still to be made, of the evidence `id` of a record; it goes through the outbox so that a crash or an outage
 * does not lose a photo.
 */
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
