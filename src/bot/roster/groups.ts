import type { Action } from "../../../cards/action.ts";
import { bilingual, inBothLanguages } from "../../../cards/bilingual.ts";
import {
  bindCard,
  bindCountyCard,
  boundCard,
  type GroupKind,
  releasedCard,
} from "../../../cards/office/bind.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { boundChats, type Chat, findChat, putChat, removeChat } from "../../../db/chats.ts";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import { staleByReader } from "../../../db/stale-cards.ts";
import type { Deps } from "../../deps.ts";
import { owedSubject } from "../../domain/reminders/owed-subject.ts";
import type { ChatEvent } from "../../feishu/chat-event.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { enqueueCard, enqueueText } from "../sending/enqueue-message.ts";
import type { Press } from "../sending/press.ts";

// The bot asks which group it was added to; a member of the city office answers by button.

const KINDS: readonly GroupKind[] = ["leading_group", "all_towns", "county", "office"];

/**
 * The bot was added to a group: it asks which one, each time. A group with people of another company is not bound, because
 * whatever is said there leaves the office; the reason is said.
 */
export async function botAdded(deps: Deps, event: ChatEvent, inbox: string[]): Promise<void> {
  if (event.external) return refuseExternal(deps, event, inbox);
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

async function refuseExternal(
  deps: Deps,
  { chatId, operatorOpenId }: ChatEvent,
  inbox: string[],
): Promise<void> {
  const text = inBothLanguages((locale) => noticeText[locale].externalGroup);
  const now = deps.clock.now();
  const audit = { actor: operatorOpenId ?? "", kind: "chat.external", subject: chatId };
  await commit(
    deps.db,
    {
      audit,
      inbox,
      writes: [removeChat(deps.db, chatId)],
      outbox: [enqueueText({ chatId }, text, `external ${inbox.join()}`, now)],
    },
    now,
  );
}

/** The bot was removed or the group dissolved: nothing is sent there any more. */
export async function botRemoved(deps: Deps, event: ChatEvent, inbox: string[]): Promise<void> {
  const audit = { actor: event.operatorOpenId ?? "", kind: "chat.left", subject: event.chatId };
  const touched = listsOf((await findChat(deps.db, event.chatId))?.area ?? "");
  await commit(
    deps.db,
    { audit, inbox, writes: [removeChat(deps.db, event.chatId)], touched },
    deps.clock.now(),
  );
}

/** The lists of those who are told what a group is not there to be told. */
function listsOf(county: string): string[] {
  const above = county === "" ? [] : [owedSubject({ role: "county_reviewer", area: county })];
  return [owedSubject({ role: "city_office", area: "" }), ...above];
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
  const bound = { chatId, name: chatName, kind, area, at: now };
  const replaced = (await boundChats(deps.db)).filter((other) => givesWay(other, bound));
  const chats = [bound, ...replaced.map((other) => ({ ...other, kind: null, area: "" }))];
  await commit(
    deps.db,
    {
      audit: { actor: person.openId, kind: "chat.bind", subject: chatId, detail: { kind, area } },
      inbox: [`event:${event.eventId}`],
      writes: [
        ...chats.map((one) => putChat(deps.db, one)),
        staleByReader(
          deps.db,
          chats.map((one) => one.chatId),
          now,
        ),
      ],
      outbox: replaced.map((other) => released(deps, other, bound, event.eventId)),
      touched: listsOf(area),
    },
    now,
  );
  const instead = replaced.map(({ name }) => name).join("、");
  const card = bilingual((locale) =>
    boundCard({ programme, kind, area, byName: person.name, instead, locale }),
  );
  return { ...toast("success", text.bound), card: { type: "raw", data: card } };
}

/** Whether a group loses its purpose to another: every purpose has one group, except that towns may be in several. */
function givesWay(other: Chat, bound: Chat): boolean {
  const same = other.kind === bound.kind && other.area === bound.area;
  return same && other.chatId !== bound.chatId && bound.kind !== "all_towns";
}

/** Tells a group that it gets these messages no longer. */
function released(
  deps: Deps,
  { chatId }: Chat,
  to: { kind: GroupKind; area: string; name: string },
  eventId: string,
): OutboxRow {
  const { programme } = deps;
  const { kind, area, name: chatName } = to;
  const card = bilingual((locale) => releasedCard({ programme, kind, area, chatName, locale }));
  const fallback = inBothLanguages((locale) => noticeText[locale].whichGroup);
  const stands = { kind: "bind", subject: chatId } as const;
  return enqueueCard(
    { chatId, quiet: true },
    card,
    `released ${eventId}`,
    fallback,
    deps.clock.now(),
    stands,
  );
}
