import { inBothLanguages } from "../../cards/bilingual.ts";
import { noticeText } from "../../cards/text/notices.ts";
import { replyText } from "../../cards/text/replies.ts";
import { Conflict, commit } from "../../db/commit.ts";
import type { Deps } from "../deps.ts";
import { foldName } from "../domain/places/place-index.ts";
import type { Person } from "../domain/programme/people.ts";
import { parseChatEvent } from "../feishu/chat-event.ts";
import type { FeishuEvent } from "../feishu/envelope.ts";
import { parseMenuEvent } from "../feishu/menu-event.ts";
import { parseMessageEvent } from "../feishu/message-event.ts";
import { parseRecallEvent } from "../feishu/recall-event.ts";
import { botOpenId } from "./bot-open-id.ts";
import { handleMessage } from "./handle-message.ts";
import { keepPace } from "./keep-pace.ts";
import { recordRecalled } from "./procedures/recalled.ts";
import { answerIntent } from "./questions/answer-intent.ts";
import { understandNow } from "./questions/context.ts";
import { helpFor } from "./questions/help-answers.ts";
import { handleRecalled } from "./report/recalled.ts";
import { botAdded, botRemoved } from "./roster/groups.ts";
import { personOf } from "./roster/people.ts";
import { enqueueCard, enqueueReply, enqueueText } from "./sending/enqueue-message.ts";

/** Where the keys of the bot's menu are set. */
const MENU_SETTING = "developer console > bot > custom menu > event key";
const NOTHING = { town: "", other: "", period: "" };

/**
 * Whether nothing would be done about an event, seen by itself: its kind is not used, or people talk among themselves in a
 * group. Such talk is stored nowhere.
 */
export function isForNobody({ eventType, event }: FeishuEvent): boolean {
  if (eventType !== "im.message.receive_v1") return !Object.hasOwn(HANDLERS, eventType);
  const message = parseMessageEvent(event, "");
  if (message === null || message.senderType !== "user") return true;
  return message.chatType === "group" && !message.mentionsBot && message.parentId === undefined;
}

/** Handles one event. When it returns, all results are stored; repeating the event changes nothing. */
export async function handleEvent(deps: Deps, event: FeishuEvent): Promise<void> {
  try {
    await HANDLERS[event.eventType]?.(deps, event, [`event:${event.eventId}`]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    noteRepeated(deps, event);
  }
}

/** Counts and logs an event that came again. */
export function noteRepeated(deps: Deps, { eventType: type, eventId: id }: FeishuEvent): void {
  deps.counts.add("events_repeated_total", {});
  deps.log("info", "event repeated", { type, id });
}

/** What is done about an event, by kind. `inbox`: the key that makes it happen once. */
const HANDLERS: Record<string, (deps: Deps, event: FeishuEvent, inbox: string[]) => Promise<void>> = {
  "im.message.receive_v1": received,
  "im.message.recalled_v1": recalled,
  "im.chat.member.bot.added_v1": async (deps, { event }, inbox) => {
    const chat = parseChatEvent(event);
    if (chat) await botAdded(deps, chat, inbox);
  },
  "im.chat.member.bot.deleted_v1": removed,
  "im.chat.disbanded_v1": removed,
  "im.chat.access_event.bot_p2p_chat_entered_v1": async (deps, { event }, inbox) => {
    const chat = parseChatEvent(event);
    if (chat?.operatorOpenId) await greet(deps, chat.operatorOpenId, inbox);
  },
  "application.bot.menu_v6": menu,
};

async function received(deps: Deps, { event, eventId }: FeishuEvent): Promise<void> {
  const read = parseMessageEvent(event, "");
  // Only a message that mentions somebody depends on who the bot is.
  const named = read !== null && read.mentions.length > 0;
  const message = named ? parseMessageEvent(event, await botOpenId(deps)) : read;
  if (message) await handleMessage(deps, message, eventId);
}

async function recalled(deps: Deps, { event, eventId }: FeishuEvent): Promise<void> {
  const messageId = parseRecallEvent(event);
  if (!messageId) return;
  await handleRecalled(deps, messageId, eventId);
  await recordRecalled(deps, messageId, eventId);
}

async function removed(deps: Deps, { event }: FeishuEvent, inbox: string[]): Promise<void> {
  const chat = parseChatEvent(event);
  if (chat) await botRemoved(deps, chat, inbox);
}

/** Introduces the bot when a person of the roster opens the chat for the first time. */
async function greet(deps: Deps, openId: string, inbox: string[]): Promise<void> {
  const person = await personOf(deps, openId);
  if (!person) return;
  const now = deps.clock.now();
  const card = await helpFor(deps, person, { first: true });
  const fallback = noticeText[person.locale].cardFallback;
  const hello = enqueueCard({ openId }, card, "hello", fallback, now, { kind: "help", subject: "" });
  await commit(
    deps.db,
    { audit: { actor: openId, kind: "chat.entered", subject: openId }, inbox, outbox: [hello] },
    now,
  );
}

/** Somebody who is not on the roster is told so, as for a message. */
async function strangerTapped(deps: Deps, openId: string, eventId: string, inbox: string[]): Promise<void> {
  const now = deps.clock.now();
  const text = inBothLanguages((locale) => replyText(locale).notInRoster(deps.programme));
  const audit = { actor: openId, kind: "menu.stranger", subject: eventId };
  await commit(
    deps.db,
    { audit, inbox, outbox: [enqueueText({ openId }, text, `menu ${eventId}`, now)] },
    now,
  );
}

/** The operator hears which key the menu names and which there are; whoever tapped is not left without an answer. */
async function unknownKey(
  deps: Deps,
  person: Person,
  { key, eventId, inbox }: { key: string; eventId: string; inbox: string[] },
): Promise<void> {
  const keys = deps.questions.flatMap(({ menu }) => menu ?? []).join(" ");
  deps.log("warn", "menu key unknown", { key, keys, set: MENU_SETTING });
  const now = deps.clock.now();
  const text = noticeText[person.locale].menuUnknown;
  const said = enqueueText({ openId: person.openId }, text, `menu ${eventId}`, now);
  const audit = { actor: person.openId, kind: "menu.unknown", subject: eventId };
  await commit(deps.db, { audit, inbox, outbox: [said] }, now);
}

async function menu(deps: Deps, event: FeishuEvent, inbox: string[]): Promise<void> {
  const tapped = parseMenuEvent(event.event);
  if (!tapped) return;
  const key = foldName(tapped.eventKey);
  const question = deps.questions.find(({ menu }) => menu !== undefined && foldName(menu) === key);
  const person = await personOf(deps, tapped.operatorOpenId);
  await keepPace(deps, tapped.operatorOpenId, person?.locale ?? "zh-CN");
  if (!person) return strangerTapped(deps, tapped.operatorOpenId, event.eventId, inbox);
  if (!question) return unknownKey(deps, person, { key: tapped.eventKey, eventId: event.eventId, inbox });
  // A tap says the kind's own example.
  const intent = await understandNow(deps, person, question.words[person.locale].say(NOTHING));
  const now = deps.clock.now();
  const reply = await answerIntent(deps, { person, chat: null }, intent, "");
  const to = { openId: person.openId };
  const cause = `menu ${event.eventId}`;
  const fallback = noticeText[person.locale].cardFallback;
  const said = enqueueReply(to, reply, cause, fallback, now);
  const audit = { actor: person.openId, kind: `menu.${intent.kind}`, subject: event.eventId };
  await commit(deps.db, { audit, inbox, outbox: [said] }, now);
}
