import { type CardMessage, lastCardTo } from "../../../db/cards.ts";
import type { Write } from "../../../db/commit.ts";
import { findThreadTopic, namesIn, putNotUnderstood, putThreadTopic } from "../../../db/questions.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import type { Person } from "../../domain/programme/people.ts";
import { readTopic, TOPIC_CARDS } from "../../domain/question/follow-up.ts";
import type { Intent, Topic } from "../../domain/question/intent.ts";
import { masked } from "../../domain/question/mask.ts";
import type { IncomingMessage } from "../../feishu/message-event.ts";
import type { Reply } from "../sending/enqueue-message.ts";

// What is remembered from one question to the next.

type Heard = { deps: Deps; message: IncomingMessage; person: Person };

/** How long an answer in a private chat is what a follow-up refers to, ms. */
const REMEMBERED = 10 * 60_000;

/** What a follow-up refers to: the card it quotes, else the last answer in this thread or this private chat. */
export async function topicBefore(
  { deps, message, person }: Heard,
  quoted: CardMessage | null,
): Promise<Topic | null> {
  const since = deps.clock.now() - REMEMBERED;
  const alone = message.chatType === "p2p" && !message.parentId;
  const thread = message.rootId ?? message.parentId;
  const card =
    quoted ??
    (alone ? await lastCardTo(deps.db, person.openId, TOPIC_CARDS, since) : null) ??
    (thread ? await findThreadTopic(deps.db, thread, since) : null);
  return card && readTopic(card.kind, card.subject, deps.programme);
}

/** What is kept of a question: what its thread is now about, and a text that was not understood, masked. */
export async function remembered(
  { deps, message, person }: Heard,
  intent: Intent,
  reply: Reply,
  text: string,
): Promise<Write[]> {
  const { db, programme, clock } = deps;
  const now = clock.now();
  if (intent.kind === "unknown") {
    const words = masked(text, await namesIn(db, text), programme);
    return [putNotUnderstood(db, { day: shanghaiDay(now), role: person.role, words })];
  }
  if (message.chatType !== "group" || !("card" in reply)) return [];
  const { kind, subject } = reply.stands;
  const thread = message.rootId ?? message.messageId;
  return TOPIC_CARDS.includes(kind) ? [putThreadTopic(db, thread, { kind, subject }, now)] : [];
}
