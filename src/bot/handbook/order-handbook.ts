import type { OutboxRow } from "../../../db/commit.ts";
import { causeId, type OutboxEntry } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";

const HANDBOOK = "handbook";

/** Whether an entry of the outbox sends the handbook. */
export function isHandbook({ kind, subject }: Pick<OutboxEntry, "kind" | "subject">): boolean {
  return kind === "upload" && subject === HANDBOOK;
}

/**
 * The handbook for whoever asked for help in private, to be uploaded by the outbox; none where there is no file to send, or
 * for readers of English, who could not read it.
 */
export function handbookFor(deps: Deps, { openId, locale }: Person, messageId: string): OutboxRow[] {
  if (!deps.sendHandbook || locale !== "zh-CN") return [];
  const now = deps.clock.now();
  const cause = `${HANDBOOK} ${messageId}`;
  return [
    {
      ...{ id: causeId(cause), cause, kind: "upload", toType: "open_id", to: openId, msgType: "text" },
      ...{ content: "", fallback: "", subject: HANDBOOK, status: "pending", runAt: now, at: now },
    },
  ];
}
