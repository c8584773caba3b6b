import { type CardMessage, lastCardTo } from "../../../db/cards.ts";
import { findThreadTopic, namesIn, putNotUnderstood, putThreadTopic } from "../../../db/questions.ts";
import type { Write } from "../../../db/written.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import type { Person } from "../../domain/programme/people.ts";
import { readTopic, TOPIC_CARDS, topicSubject } from "../../domain/question/follow-up.ts";
import type { Intent, Topic } from "../../domain/question/intent.ts";
import { masked } from "../../domain/question/mask.ts";
import { ITSELF } from "../../domain/question/sought.ts";
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
  const thread = alone ? message.chatId : (message.rootId ?? message.parentId);
  const [sent, kept] = await Promise.all([
    quoted ?? (alone ? lastCardTo(deps.db, person.openId, TOPIC_CARDS, since) : null),
    thread && !quoted ? findThreadTopic(deps.db, thread, since) : null,
  ]);
  const card = kept && (!sent || kept.at >= sent.at) ? kept : sent;
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
  if (message.chatType !== "group") {
    const subject =
      "living" in reply && reply.living.kind === "record" ? ofRecord(intent, reply.living.subject) : null;
    return subject === null ? [] : [putThreadTopic(db, message.chatId, { kind: "sought", subject }, now)];
  }
  if (!("card" in reply)) return [];
  const { kind, subject } = reply.stands;
  const thread = message.rootId ?? message.messageId;
  return TOPIC_CARDS.includes(kind) ? [putThreadTopic(db, thread, { kind, subject }, now)] : [];
}

/** The subject of an answer that was one record itself; null where it was not asked for by its procedure. */
function ofRecord(intent: Intent, id: string): string | null {
  if (intent.kind !== "sought" && intent.kind !== "records") return null;
  const of = intent.kind === "sought" ? intent.sought.of : [intent.of];
  const town = intent.kind === "sought" ? intent.towns : intent.town ? [intent.town] : [];
  const sought = { of, word: "", is: "any" as const, by: `${ITSELF}${id}` };
  return topicSubject({ whom: town.length > 0 ? { towns: town } : "all", sought });
}
