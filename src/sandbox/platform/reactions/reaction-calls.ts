import * as z from "zod";
import { userIds } from "../../ids.ts";
import type { SandboxChat, SandboxMessage } from "../../protocol.ts";
import { type Answer, type Call, refuse, refused, success } from "../answer.ts";
import { isAvailableTo } from "../availability.ts";
import { userIdType } from "../find-person.ts";
import { pageOf } from "../page-of.ts";
import { readFields } from "../read-fields.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { unknownId } from "../unknown-id.ts";
import { isEmoji } from "./emoji-types.ts";
import { putReaction, type Reaction, removeReaction } from "./put-reaction.ts";

const bodySchema = z.object({ reaction_type: z.object({ emoji_type: z.string() }) });

/** POST /im/v1/messages/:id/reactions: adds the bot's reaction to a message of its chats. */
export function createReaction(call: Call<"clock" | "courier" | "store">): Answer {
  const body = readFields(bodySchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const found = findMessage(call);
  if (!found.ok) return refused(found.refusal);
  const { emoji_type } = body.fields.reaction_type;
  if (!isEmoji(emoji_type)) return refuse(231001);
  if (found.message.msg_type === "system") return refuse(231017);
  const bot = { id: call.app.app_id, type: "app" } as const;
  return success(reactionView(putReaction(call.sandbox, found.chat, found.message, bot, emoji_type)));
}

/** GET /im/v1/messages/:id/reactions: all reactions, or those of one `reaction_type`. */
export function listReactions(call: Call<"store">): Answer {
  const found = findMessage(call);
  if (!found.ok) return refused(found.refusal);
  const idType = userIdType(call.query.get("user_id_type"));
  if (idType === undefined) return refuse(231014);
  const kind = call.query.get("reaction_type") ?? "";
  if (kind !== "" && !isEmoji(kind)) return refuse(231001);
  const all = (found.message.reactions ?? []).filter((one) => kind === "" || one.emoji === kind);
  const paged = pageOf(all, call.query, { standard: 20, max: 50 }, 231012);
  if (!paged.ok) return refused(paged.refusal);
  return success({ ...paged.page, items: paged.page.items.map((one) => reactionView(one, idType)) });
}

/** DELETE /im/v1/messages/:id/reactions/:reaction_id: only the bot's own reaction. */
export function deleteReaction(call: Call<"clock" | "courier" | "store">): Answer {
  const found = findMessage(call);
  if (!found.ok) return refused(found.refusal);
  const id = call.params.reaction_id ?? "";
  const isIt = (one: Reaction) => one.id === id;
  const reaction = found.message.reactions?.find(isIt);
  if (reaction === undefined) {
    const isElsewhere = call.sandbox.store.messages().some((one) => one.reactions?.some(isIt));
    return refuse(isElsewhere ? 231010 : 231011);
  }
  if (reaction.by !== call.app.app_id) return refuse(231007);
  const bot = { id: call.app.app_id, type: "app" } as const;
  removeReaction(call.sandbox, found.chat, found.message, bot, reaction);
  return success(reactionView(reaction));
}

type Found = { ok: true; message: SandboxMessage; chat: SandboxChat } | { ok: false; refusal: Refusal };

function findMessage(call: Call<"store">): Found {
  const { store } = call.sandbox;
  const id = call.params.message_id ?? "";
  const message = store.message(id);
  const chat = message && store.chat(message.chat_id);
  if (message === undefined || chat === undefined) return { ok: false, refusal: unknownId("message_id", id) };
  call.notes.chat_id = chat.chat_id;
  if (!chat.bots.includes(call.app.app_id)) return { ok: false, refusal: refusal(231002) };
  if (message.deleted) return { ok: false, refusal: refusal(231003) };
  if (chat.dissolved) return { ok: false, refusal: refusal(232009) };
  const [other] = chat.members;
  if (chat.type === "p2p" && other !== undefined && !isAvailableTo(call.app, other)) {
    return { ok: false, refusal: refusal(231022) };
  }
  return { ok: true, message, chat };
}

function reactionView(reaction: Reaction, idType: "open_id" | "union_id" | "user_id" = "open_id") {
  const { id, emoji, by, at } = reaction;
  const isApp = by.startsWith("cli_");
  return {
    reaction_id: id,
    operator: { operator_id: isApp ? by : userIds(by)[idType], operator_type: isApp ? "app" : "user" },
    action_time: String(at),
    reaction_type: { emoji_type: emoji },
  };
}
