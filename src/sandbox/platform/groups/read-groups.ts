import { TENANT_KEY, userIds } from "../../ids.ts";
import type { SandboxChat } from "../../protocol.ts";
import { type Answer, type Call, refuse, refused, success } from "../answer.ts";
import { userIdType } from "../find-person.ts";
import { pageOf } from "../page-of.ts";
import { unknownId } from "../unknown-id.ts";
import { findChat, ownerOf } from "./find-group.ts";

const SIZE = { standard: 20, max: 100 };

/** GET /im/v1/chats: the bot's groups, never p2p chats (feishu-contract 4.7). */
export function listChats(call: Call<"store">): Answer {
  return listed(call, groupsOf(call));
}

/** GET /im/v1/chats/:id: one chat. Refuses a bot outside the group with 232011. */
export function getChat(call: Call<"store">): Answer {
  const found = findChat(call);
  if (!found.ok) return refused(found.refusal);
  const { chat } = found;
  return success({
    ...chatView(chat),
    chat_mode: chat.type,
    ...(chat.type === "group"
      ? { chat_type: "private", group_message_type: chat.group_message_type ?? "chat", chat_tag: "inner" }
      : {}),
    user_count: String(chat.members.length),
    bot_count: String(chat.bots.length),
  });
}

/** GET /im/v1/chats/:id/members: people only, without bots. */
export function listMembers(call: Call<"store">): Answer {
  const idType = userIdType(call.query.get("member_id_type"));
  if (idType === undefined) return refuse(232001, "invalid member_id_type");
  const found = findChat(call);
  if (!found.ok) return refused(found.refusal);
  if (found.chat.dissolved) return refuse(232009);
  const { store } = call.sandbox;
  const members = found.chat.members.flatMap((openId) => store.person(openId) ?? []);
  const paged = pageOf(members, call.query, SIZE, 232001);
  if (!paged.ok) return refused(paged.refusal);
  const items = paged.page.items.map((person) => ({
    member_id_type: idType,
    member_id: userIds(person.open_id)[idType],
    name: person.name,
    tenant_key: TENANT_KEY,
  }));
  return success({ ...paged.page, items, member_total: members.length });
}

/** GET /im/v1/chats/search?query=: the bot's groups whose name contains the query. */
export function searchChats(call: Call<"store">): Answer {
  const word = (call.query.get("query") ?? "").toLowerCase();
  const named = groupsOf(call).filter(({ name }) => word !== "" && name.toLowerCase().includes(word));
  return listed(call, named);
}

/** GET /im/v1/chats/:id/members/is_in_chat: whether the bot is a member. */
export function isInChat(call: Call<"store">): Answer {
  const id = call.params.chat_id ?? "";
  const chat = call.sandbox.store.chat(id);
  if (chat === undefined) return refused(unknownId("chat_id", id));
  return success({ is_in_chat: chat.bots.includes(call.app.app_id) });
}

function groupsOf(call: Call<"store">): SandboxChat[] {
  const chats = call.sandbox.store.chats();
  return chats.filter(
    (chat) => chat.type === "group" && !chat.dissolved && chat.bots.includes(call.app.app_id),
  );
}

function listed(call: Call, groups: SandboxChat[]): Answer {
  const found = pageOf(groups, call.query, SIZE, 232001);
  if (!found.ok) return refused(found.refusal);
  const items = found.page.items.map((chat) => ({ chat_id: chat.chat_id, ...chatView(chat) }));
  return success({ ...found.page, items });
}

/** A chat as represented in the chat APIs; an owner that is a bot is not shown. */
export function chatView(chat: SandboxChat): Record<string, unknown> {
  const owner = ownerOf(chat);
  return {
    avatar: "",
    name: chat.name,
    description: chat.description ?? "",
    ...(owner?.startsWith("ou_") ? { owner_id: owner, owner_id_type: "open_id" } : {}),
    external: false,
    tenant_key: TENANT_KEY,
    chat_status: chat.dissolved ? "dissolved" : "normal",
  };
}
