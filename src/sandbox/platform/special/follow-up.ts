import * as z from "zod";
import { type Answer, type Call, refused, success } from "../answer.ts";
import { isAvailableTo } from "../availability.ts";
import { visibleMessage } from "../own-message.ts";
import type { Refusal } from "../refusal.ts";

const FRESH_MS = 600_000;
const bodySchema = z.object({ follow_ups: z.array(z.unknown()) });
const words = z.string().min(1).max(200);
const followUps = z
  .array(
    z.object({
      content: words,
      i18n_contents: z
        .array(z.object({ content: words, language: z.string() }))
        .max(50)
        .default([]),
    }),
  )
  .min(1)
  .max(3);

// This API uses some message codes with its own meaning.
const MESSAGES = {
  230001: "Your request contains an invalid request parameter.",
  230002: "expired message.",
  230003: "only support p2p chat.",
  230004: "invisible message.",
  230005: "user is not visible to bot.",
  230006: "only support latest message.",
  230007: "invalid follow up.",
  230008: "follow up already exist.",
};

/** POST /im/v1/messages/:id/push_follow_up: reply suggestions under the bot's newest p2p message. */
export function pushFollowUp(call: Call<"clock" | "store">): Answer {
  const body = bodySchema.safeParse(call.body);
  if (!body.success) return refuse(230001);
  const given = followUps.safeParse(body.data.follow_ups);
  if (!given.success) return refuse(230007);
  const found = visibleMessage(call);
  if (!found.ok) return found.refusal.code === 99992354 ? refused(found.refusal) : refuse(230004);
  const { message } = found;
  const { store, clock } = call.sandbox;
  const chat = store.chat(message.chat_id);
  if (chat?.type !== "p2p") return refuse(230003);
  if (message.sender.id !== call.app.app_id) return refuse(230004);
  if (!chat.members.every((openId) => isAvailableTo(call.app, openId))) return refuse(230005);
  if (clock.now() - message.create_time > FRESH_MS) return refuse(230002);
  if (store.messagesOf(message.chat_id).at(-1)?.message_id !== message.message_id) return refuse(230006);
  if (message.follow_ups !== undefined) return refuse(230008);
  const follow_ups = given.data.map(({ content, i18n_contents }) => ({
    content,
    i18n: Object.fromEntries(i18n_contents.map((one) => [one.language, one.content])),
  }));
  store.putMessage({ ...message, follow_ups });
  return success({});
}

function refuse(code: keyof typeof MESSAGES): Answer {
  const refusal: Refusal = { code, msg: MESSAGES[code], status: 400 };
  return refused(refusal);
}
