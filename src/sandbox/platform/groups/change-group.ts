import * as z from "zod";
import { dissolveGroup, changeGroup as putChange } from "../../groups.ts";
import { freshId } from "../../ids.ts";
import type { SandboxChat } from "../../protocol.ts";
import { type Answer, type Call, refuse, refused, success } from "../answer.ts";
import { isAvailableTo } from "../availability.ts";
import { findPerson, userIdType } from "../find-person.ts";
import { readFields } from "../read-fields.ts";
import { findGroup, ownerOf } from "./find-group.ts";
import { chatView } from "./read-groups.ts";

const settings = {
  name: z.string().max(100).optional(),
  description: z.string().max(100).optional(),
  owner_id: z.string().optional(),
  group_message_type: z.enum(["chat", "thread"]).optional(),
};
const createSchema = z.object({
  ...settings,
  user_id_list: z.array(z.string()).max(50).default([]),
  bot_id_list: z.array(z.string()).max(5).default([]),
});
const changeSchema = z.object(settings);
const linkSchema = z.object({ validity_period: z.enum(["week", "year", "permanently"]).default("week") });

const DEFAULT_NAME = "群聊";

/**
 * POST /im/v1/chats?user_id_type=&uuid=: creates a group with the bot in it; the same uuid returns the same
 * group for ten hours.
 */
export function createChat(call: Call<"made" | "store">): Answer {
  const body = readFields(createSchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const idType = userIdType(call.query.get("user_id_type"));
  if (idType === undefined) return refuse(232001, "invalid user_id_type");
  const { store, made } = call.sandbox;
  const { owner_id, user_id_list, bot_id_list, name, description, group_message_type } = body.fields;
  const uuid = call.query.get("uuid");
  const key = uuid === null ? undefined : `${call.app.app_id} ${uuid} ${owner_id ?? ""}`;
  const before = store.chat(made.chatOnce.find(key ?? "") ?? "");
  if (before !== undefined) return success(createdView(before));
  const owner = owner_id === undefined ? undefined : findPerson(store, idType, owner_id);
  const people = user_id_list.map((id) => findPerson(store, idType, id));
  const hasAll = (owner_id === undefined || owner !== undefined) && !people.includes(undefined);
  if (!hasAll || bot_id_list.some((id) => store.app(id) === undefined)) return refuse(232043);
  const members = [owner, ...people].flatMap((person) => person ?? []);
  if (members.some(({ resigned }) => resigned)) return refuse(232022);
  if (members.some(({ open_id }) => !isAvailableTo(call.app, open_id))) return refuse(232024);
  const chat = store.putChat({
    chat_id: freshId("oc_"),
    type: "group",
    name: name ?? DEFAULT_NAME,
    members: [...new Set(members.map(({ open_id }) => open_id))],
    bots: [...new Set([call.app.app_id, ...bot_id_list])],
    dissolved: false,
    owner: owner?.open_id ?? call.app.app_id,
    ...(description === undefined ? {} : { description }),
    ...(group_message_type === undefined ? {} : { group_message_type }),
  });
  if (key !== undefined) made.chatOnce.note(key, chat.chat_id);
  call.notes.chat_id = chat.chat_id;
  return success(createdView(chat));
}

/**
 * PUT /im/v1/chats/:id: changes name, description, owner or type; bots that do not own the group may change
 * only the first two.
 */
export function updateChat(call: Call<"courier" | "store">): Answer {
  const body = readFields(changeSchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const idType = userIdType(call.query.get("user_id_type"));
  if (idType === undefined) return refuse(232001, "invalid user_id_type");
  const found = findGroup(call);
  if (!found.ok) return refused(found.refusal);
  const { name, description, owner_id, group_message_type } = body.fields;
  const isOwner = ownerOf(found.chat) === call.app.app_id;
  if (!isOwner && (owner_id !== undefined || group_message_type !== undefined)) return refuse(232016);
  const owner = owner_id === undefined ? undefined : findPerson(call.sandbox.store, idType, owner_id);
  if (owner_id !== undefined && (owner === undefined || !found.chat.members.includes(owner.open_id))) {
    return refuse(232012);
  }
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(group_message_type === undefined ? {} : { group_message_type }),
    ...(owner === undefined ? {} : { owner: owner.open_id }),
  };
  putChange(call.sandbox, found.chat, change, { id: call.app.app_id, type: "app" });
  return success({});
}

/** DELETE /im/v1/chats/:id: dissolves a group that the bot owns. */
export function deleteChat(call: Call<"courier" | "store">): Answer {
  const found = findGroup(call);
  if (!found.ok) return refused(found.refusal);
  if (ownerOf(found.chat) !== call.app.app_id) return refuse(232017);
  dissolveGroup(call.sandbox, found.chat, { id: call.app.app_id, type: "app" });
  return success({});
}

/** POST /im/v1/chats/:id/link: the group's share link, valid for a week by default. */
export function shareLink(call: Call<"clock" | "store">): Answer {
  const body = readFields(linkSchema, call.body ?? {});
  if (!body.ok) return refused(body.refusal);
  const found = findGroup(call);
  if (!found.ok) return found.refusal.code === 232008 ? refuse(232062) : refused(found.refusal);
  const { validity_period: period } = body.fields;
  const days = period === "week" ? 7 : 365;
  const expires = Math.floor(call.sandbox.clock.now() / 1000) + days * 86_400;
  return success({
    share_link: `https://applink.feishu.cn/client/chat/chatter/add_by_link?link_token=${freshId("")}`,
    expire_time: period === "permanently" ? "" : String(expires),
    is_permanent: period === "permanently",
  });
}

function createdView(chat: SandboxChat) {
  const { chat_status: _status, ...view } = chatView(chat);
  return {
    chat_id: chat.chat_id,
    ...view,
    chat_mode: "group",
    chat_type: "private",
    chat_tag: "inner",
    group_message_type: chat.group_message_type ?? "chat",
  };
}
