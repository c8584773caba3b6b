import type { Action } from "../../../cards/action.ts";
import { bilingual, inBothLanguages } from "../../../cards/bilingual.ts";
import { bindCard, bindCountyCard, boundCard, type GroupKind } from "../../../cards/office/bind.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { findChat, putChat, removeChat } from "../../../db/chats.ts";
import { commit } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import type { ChatEvent } from "../../feishu/chat-event.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import type { Press } from "../sending/press.ts";

// The bot asks which group it was added to; a member of the city office answers by button.

const KINDS: readonly GroupKind[] = ["leading_group", "all_towns", "county"];

/** The bot was added to a group: it asks which one, each time. */
export async function botAdded(deps: Deps, event: ChatEvent, inbox: string[]): Promise<void> {
  const now = deps.clock.now();
  const card = bilingual((locale) => bindCard({ programme: deps.programme, chatName: event.name, locale }));
  const fallback = inBothLanguages((locale) => noticeText[locale].whichGroup);
  const stands = { kind: "bind", subject: event.chatId } as const;
  const cause = `bind ${inbox.join()}`;
  await commit(
    deps.db,
    {
      audit: { actor: event.operatorOpenId ?? "", kind: "chat.joined", subject: event.chatId },
      inbox,
      writes: [putChat(deps.db, { chatId: event.chatId, name: event.name, kind: null, area: "", at: now })],
      outbox: [enqueueCard({ chatId: event.chatId }, card, cause, fallback, now, stands)],
    },
    now,
  );
}

/** The bot was removed or the group dissolved: nothing is sent there any more. */
export async function botRemoved(deps: Deps, event: ChatEvent, inbox: string[]): Promise<void> {
  const audit = { actor: event.operatorOpenId ?? "", kind: "chat.left", subject: event.chatId };
  await commit(deps.db, { audit, inbox, writes: [removeChat(deps.db, event.chatId)] }, deps.clock.now());
}

/** The answer to that question; only a member of the city office can give it. */
export async function handleBind(
  { deps, event, person }: Press,
  action: Extract<Action, { kind: "bind" | "bind_county" }>,
): Promise<CardAnswer> {
  const text = noticeText[person.locale];
  if (person.role !== "city_office")
    return toast("warning", replyText(person.locale).officeOnly(deps.programme));
  const { chatId } = event.callback;
  const chat = await findChat(deps.db, chatId);
  const chatName = chat?.name ?? "";
  const { programme } = deps;
  if (action.kind === "bind_county") {
    const card = bilingual((locale) => bindCountyCard({ programme, chatName, locale }));
    return { card: { type: "raw", data: card } };
  }
  const kind = KINDS.find((k) => k === action.group);
  const known = kind !== "county" || programme.counties.some((c) => c.slug === action.area);
  if (!kind || !known) return toast("warning", text.gone);
  const now = deps.clock.now();
  const area = kind === "county" ? action.area : "";
  await commit(
    deps.db,
    {
      audit: { actor: person.openId, kind: "chat.bind", subject: chatId, detail: { kind, area } },
      inbox: [`event:${event.eventId}`],
      writes: [putChat(deps.db, { chatId, name: chatName, kind, area, at: now })],
    },
    now,
  );
  const card = bilingual((locale) => boundCard({ programme, kind, area, byName: person.name, locale }));
  return { ...toast("success", text.bound), card: { type: "raw", data: card } };
}
