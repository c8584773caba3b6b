import { freshId } from "../ids.ts";
import { isAvailableTo } from "../platform/availability.ts";
import type { Act } from "../protocol.ts";
import type { Sandbox } from "../sandbox.ts";
import { tellEntered, tellMembership, tellMenu, tellReaction, tellRead } from "./bot-events.ts";
import type { ActOutcome } from "./press-card.ts";
import { isSeenBy } from "./sees.ts";

type Of<Kind extends Act["act"]> = Extract<Act, { act: Kind }>;

/** A person puts an emoji under a message of their chat. */
export function reactTo(sandbox: Sandbox, act: Of<"react">): ActOutcome {
  const message = sandbox.store.message(act.message_id);
  const chat = message && sandbox.store.chat(message.chat_id);
  const isThere = message !== undefined && !message.deleted && isSeenBy(message, act.as);
  if (!isThere || !chat?.members.includes(act.as)) {
    return { ok: false, error: `there is no message ${act.message_id}` };
  }
  const before = (message.reactions ?? []).filter((one) => one.by !== act.as || one.emoji !== act.emoji);
  sandbox.store.putMessage({ ...message, reactions: [...before, { emoji: act.emoji, by: act.as }] });
  tellReaction(sandbox, chat, message.message_id, act.as, act.emoji);
  return { ok: true, message_id: message.message_id };
}

/** A person looks at a chat: everything in it is read and no longer urgent for them. */
export function readChat(sandbox: Sandbox, act: Of<"read">): ActOutcome {
  const { store, clock } = sandbox;
  const chat = store.chat(act.chat_id);
  if (!chat?.members.includes(act.as)) return { ok: false, error: "the person is not in this chat" };
  const unread = store
    .messagesOf(chat.chat_id)
    .filter((one) => !one.deleted && !one.read_by.includes(act.as) && isSeenBy(one, act.as));
  for (const message of unread) store.markRead(message, act.as, clock.now());
  const fromBots = unread.filter((one) => one.sender.type === "app").map((one) => one.message_id);
  if (chat.type === "p2p" && fromBots.length > 0) tellRead(sandbox, chat, act.as, fromBots);
  return { ok: true, chat_id: chat.chat_id };
}

/** A person opens the chat with a bot. */
export function enterChat(sandbox: Sandbox, act: Of<"enter">): ActOutcome {
  const app = sandbox.store.app(act.app_id);
  if (app === undefined) return { ok: false, error: `there is no app ${act.app_id}` };
  if (!isAvailableTo(app, act.as)) return { ok: false, error: `${app.name} is not available to the person` };
  const chat = sandbox.store.p2pChat(act.as, act.app_id);
  tellEntered(sandbox, chat, act.app_id, act.as);
  return { ok: true, chat_id: chat.chat_id };
}

/** A person chooses a menu item that pushes an event; one that sends a text is a `send`. */
export function chooseMenu(sandbox: Sandbox, act: Of<"menu">): ActOutcome {
  const app = sandbox.store.app(act.app_id);
  if (!app?.menu.some((item) => item.event_key === act.event_key)) {
    return { ok: false, error: `the bot's menu has no item with the event_key ${act.event_key}` };
  }
  tellMenu(sandbox, act.app_id, act.as, act.event_key);
  return { ok: true };
}

/** A person makes a group with others. */
export function createGroup(sandbox: Sandbox, act: Of<"create_group">): ActOutcome {
  const members = [...new Set([act.as, ...act.members])];
  const unknown = members.find((member) => sandbox.store.person(member) === undefined);
  if (unknown !== undefined) return { ok: false, error: `there is no person ${unknown}` };
  const chat_id = freshId("oc_");
  sandbox.store.putChat({ chat_id, type: "group", name: act.name, members, bots: [], dissolved: false });
  return { ok: true, chat_id };
}

/** A member adds a bot to a group or takes it out. */
export function changeBot(sandbox: Sandbox, act: Of<"add_bot"> | Of<"remove_bot">): ActOutcome {
  const { store } = sandbox;
  const chat = store.chat(act.chat_id);
  if (chat?.type !== "group" || chat.dissolved || !chat.members.includes(act.as)) {
    return { ok: false, error: "the person is in no such group" };
  }
  if (store.app(act.app_id) === undefined) return { ok: false, error: `there is no app ${act.app_id}` };
  const isIn = chat.bots.includes(act.app_id);
  const adding = act.act === "add_bot";
  if (isIn === adding) return { ok: false, error: `the bot is ${isIn ? "already" : "not"} in the group` };
  const others = chat.bots.filter((bot) => bot !== act.app_id);
  const changed = store.putChat({ ...chat, bots: adding ? [...others, act.app_id] : others });
  tellMembership(sandbox, changed, act.app_id, act.as, adding ? "added" : "deleted");
  return { ok: true, chat_id: chat.chat_id };
}
