import type { OutboxRow } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import { madeLater, makes } from "../sending/made-later.ts";

const HANDBOOK = "handbook";

/** Whether an entry of the outbox sends the handbook. */
export const isHandbook = makes(HANDBOOK);

/**
 * The handbook for whoever asked for help in private, to be uploaded by the outbox; none where there is no file to send, or
 * for readers of English, who could not read it.
 */
export function handbookFor(deps: Deps, { openId, locale }: Person, messageId: string): OutboxRow[] {
  if (!deps.sendHandbook || locale !== "zh-CN") return [];
  const to = { toType: "open_id", to: openId } as const;
  return [madeLater(HANDBOOK, to, "", `${HANDBOOK} ${messageId}`, deps.clock.now())];
}
