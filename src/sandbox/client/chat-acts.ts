import { tellEntered, tellMenu } from "../events/chat-events.ts";
import { tellRead } from "../events/message-events.ts";
import { isAvailableTo } from "../platform/availability.ts";
import { putReaction, removeReaction } from "../platform/reactions/put-reaction.ts";
import type { Act } from "../protocol.ts";
import { recallFromChat } from "../recall.ts";
import type { Sandbox } from "../sandbox.ts";
import type { ActOutcome } from "./press-card.ts";
import { isSeenBy } from "./sees.ts";

type Of<Kind extends Act["act"]> = Act & { act: Kind };

/** A person adds or removes their reaction to a message of a chat they are in. */
export function reactTo(
  sandbox: Pick<Sandbox, "clock" | "courier" | "store">,
  act: Of<"react" | "unreact">,
): ActOutcome {
  const message = sandbox.store.message(act.message_id);
  const chat = message && sandbox.store.chat(message.chat_id);
  const isThere = message !== undefined && !message.deleted && isSeenBy(message, act.as);
  if (!isThere || !chat?.members.includes(act.as)) {
    return { ok: false, error: `there is no message ${act.message_id}` };
  }
  const operator = { id: act.as, type: "user" } as const;
  if (act.act === "react") putReaction(sandbox, chat, message, operator, act.emoji);
  else {
    const own = message.reactions?.find(({ by, emoji }) => by === act.as && emoji === act.emoji);
    if (own === undefined) return { ok: false, error: `the person has put no ${act.emoji} there` };
    removeReaction(sandbox, chat, message, operator, own);
  }
  return { ok: true, message_id: message.message_id };
}

/** A person recalls their own message. */
export function recallMessage(
  sandbox: Pick<Sandbox, "clock" | "courier" | "store">,
  act: Of<"recall">,
): ActOutcome {
  const message = sandbox.store.message(act.message_id);
  if (message === undefined || message.deleted || message.sender.id !== act.as) {
    return { ok: false, error: `the person has sent no message ${act.message_id}` };
  }
  recallFromChat(sandbox, message, message.sender);
  return { ok: true, message_id: message.message_id };
}

/** A person opens a chat: its messages become read and are no longer urgent for them. */
export function readChat(sandbox: Pick<Sandbox, "clock" | "courier" | "store">, act: Of<"read">): ActOutcome {
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
export function enterChat(sandbox: Pick<Sandbox, "courier" | "store">, act: Of<"enter">): ActOutcome {
  const app = sandbox.store.app(act.app_id);
  if (app === undefined) return { ok: false, error: `there is no app ${act.app_id}` };
  if (!isAvailableTo(app, act.as)) return { ok: false, error: `${app.name} is not available to the person` };
  const chat = sandbox.store.p2pChat(act.as, act.app_id);
  tellEntered(sandbox, chat, act.app_id, act.as);
  return { ok: true, chat_id: chat.chat_id };
}

/** A person chooses a menu item that pushes an event; an item that sends a text is a `send` act. */
export function chooseMenu(
  sandbox: Pick<Sandbox, "clock" | "courier" | "store">,
  act: Of<"menu">,
): ActOutcome {
  const app = sandbox.store.app(act.app_id);
  if (!app?.menu.some((item) => item.event_key === act.event_key)) {
    return { ok: false, error: `the bot's menu has no item with the event_key ${act.event_key}` };
  }
  tellMenu(sandbox, act.app_id, act.as, act.event_key);
  return { ok: true };
}
