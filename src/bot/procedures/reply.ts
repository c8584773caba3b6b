import { findCard } from "../../../db/cards.ts";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import { findRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import { holds } from "../../domain/procedure/posts.ts";
import type { IncomingMessage } from "../../feishu/message-event.ts";
import { enqueueText } from "../sending/enqueue-message.ts";
import { refusalText } from "./handle-record.ts";
import { kitFor } from "./record-view.ts";
import { takeStep } from "./take-step.ts";

/**
 * Words that quote a record's card, from somebody whose step they take by the procedure's own reading: the step is taken,
 * or why not is said. Answers whether they were that; everything else is understood as it would be anywhere.
 */
export async function replyToRecord(
  deps: Deps,
  person: Person,
  message: IncomingMessage,
  eventId: string,
): Promise<boolean> {
  const quoted = message.parentId ? await findCard(deps.db, message.parentId) : null;
  const record = quoted?.kind === "record" ? await findRecord(deps.db, quoted.subject) : null;
  const words = wordsOf(message);
  if (!record || words === "") return false;
  const kit = kitFor(deps, record);
  const read = kit.definition.reply?.(words, record);
  const step = read && kit.definition.steps[read.step];
  if (!read || !step?.who.some((post) => holds(person, post, record, deps.programme))) return false;
  const say = (text: string): OutboxRow => {
    const to = message.chatType === "group" ? { replyTo: message.messageId } : { openId: person.openId };
    return enqueueText(to, text, `answer ${message.messageId}`, deps.clock.now());
  };
  const inbox = [`event:${eventId}`, `message:${message.messageId}`];
  const done = kit.words[person.locale].steps[read.step]?.done ?? "";
  const cause = { actor: person, inbox, says: [say(done)] };
  const outcome = await takeStep(deps, cause, { id: record.id, step: read.step }, read.typed);
  if (outcome.kind !== "refused") return true;
  const audit = { actor: person.openId, kind: "message.record", subject: message.messageId };
  const why = say(refusalText(kit, outcome.refusal, person));
  await commit(deps.db, { audit, inbox, outbox: [why] }, deps.clock.now());
  return true;
}

/** What a message says in words alone; "" for one that brings pictures or files. */
function wordsOf({ content }: IncomingMessage): string {
  if (content.kind === "text") return content.text.trim();
  return content.kind === "post" && content.imageKeys.length === 0 ? content.text.trim() : "";
}
