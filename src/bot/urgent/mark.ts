import { receiverName } from "../../../cards/receiver.ts";
import { type MarkRefusal, urgentText } from "../../../cards/text/urgent.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import {
  causeId,
  findOutbox,
  type OutboxEntry,
  settleEnded,
  settleLater,
  settleSent,
} from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import { quietUntil } from "../../domain/calendar/quiet-hours.ts";
import { FeishuRefused, FeishuUnreachable } from "../../feishu/feishu-error.ts";
import { refusalKind } from "../../feishu/refusal-kind.ts";
import { personOf } from "../roster/people.ts";
import { officeReaders, wordsFor } from "../roster/readers.ts";
import { enqueueText } from "../sending/enqueue-message.ts";
import { isRunning, recordOfNews } from "./news.ts";

/**
 * The app has no permission to mark messages urgent. The mark is dropped without waiting, and other messages
 * still go out.
 */
const NO_SCOPE = 99991672;
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 10 * 60_000;

/**
 * The outbox row that marks a message as urgent: queued after it for the same person; it finds the message by
 * its id.
 */
export function markOf({ id, to, subject = null, at }: OutboxRow): OutboxRow {
  return {
    ...{ id: causeId(`mark ${id}`), kind: "urgent", toType: "open_id", to, msgType: "text", content: id },
    ...{ fallback: "", subject, cause: `mark ${subject}`, status: "pending", runAt: at, quiet: 1, at },
  };
}

/**
 * Marks a sent message as urgent for its receiver. Marking is idempotent, so an attempt with unknown outcome
 * is repeated, but never after the message's end or outside working hours. If it is refused, the message
 * stays unmarked and the office is informed once.
 */
export async function markUrgent(deps: Deps, entry: OutboxEntry): Promise<void> {
  const message = await findOutbox(deps.db, entry.content);
  const now = deps.clock.now();
  if (message?.status === "pending") {
    const runAt = Math.max(message.runAt, now + FIRST_WAIT);
    return settleLater(deps.db, entry.id, { runAt, error: "its message has not gone out yet" });
  }
  if (message?.status !== "sent" || !message.messageId)
    return settleEnded(deps.db, entry.id, "superseded", "its message did not go out");
  const about = await recordOfNews(deps, entry.subject ?? "");
  if (!about || !isRunning(about.record, now) || quietUntil(now) > now)
    return settleEnded(deps.db, entry.id, "superseded", "its time has passed");
  const { messageId } = message;
  try {
    const { invalidOpenIds } = await deps.feishu.urgentApp(messageId, [entry.to]);
    if (invalidOpenIds.length > 0)
      return await refused(deps, entry, "receiver", "the receiver cannot be reached so");
    await settleSent(deps.db, entry, { messageId, chatId: "" }, now);
  } catch (error) {
    if (error instanceof FeishuUnreachable) {
      deps.log("warn", "urgent mark unanswered", { id: entry.id, attempts: entry.attempts });
      const unanswered = error.mayHaveHappened || entry.unanswered === 1;
      return settleLater(deps.db, entry.id, {
        runAt: now + backOff(entry),
        error: error.message,
        unanswered,
      });
    }
    if (!(error instanceof FeishuRefused)) throw error;
    await settleNo(deps, entry, error);
  }
}

async function settleNo(deps: Deps, entry: OutboxEntry, no: FeishuRefused): Promise<void> {
  deps.log("warn", "urgent mark refused", { id: entry.id, code: no.code, logId: no.logId });
  if (no.code === NO_SCOPE) return refused(deps, entry, "no_scope", no.message);
  if (refusalKind(no) !== "later") return refused(deps, entry, "receiver", no.message);
  const runAt = deps.clock.now() + (no.retryAfterMs ?? backOff(entry));
  await settleLater(deps.db, entry.id, { runAt, error: no.message });
}

async function refused(deps: Deps, entry: OutboxEntry, why: MarkRefusal, error: string): Promise<void> {
  await settleEnded(deps.db, entry.id, "dead", error, await toldOffice(deps, entry, why));
}

/** One message to each member of the office. */
async function toldOffice(deps: Deps, entry: OutboxEntry, why: MarkRefusal): Promise<OutboxRow[]> {
  const person = await personOf(deps, entry.to);
  return (await officeReaders(deps)).map((reader) => {
    const words = wordsFor(reader, (locale) => {
      const { unmarked } = urgentText(locale);
      const who = receiverName({ kind: "person", person }, deps.programme, locale);
      return why === "no_scope" ? unmarked.no_scope : unmarked.receiver(who);
    });
    // One message however many receivers are affected.
    const cause = `urgent unmarked ${entry.subject?.split("/")[0]}`;
    return {
      ...enqueueText({ ...reader.to, quiet: true }, words, cause, deps.clock.now()),
      cardKind: "notice",
    };
  });
}

function backOff({ attempts }: OutboxEntry): number {
  return Math.min(1_000 * 2 ** Math.min(attempts, 20), LONGEST_WAIT);
}
