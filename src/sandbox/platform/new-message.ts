import { freshId } from "../ids.ts";
import type { SandboxChat, SandboxMessage } from "../protocol.ts";
import type { Call } from "./answer.ts";
import { type Refusal, refusal } from "./refusal.ts";

/** A message of the calling app, not yet put into its chat. */
export function newMessage(
  call: Call<"clock">,
  chat: SandboxChat,
  msg_type: string,
  content: string,
): SandboxMessage {
  const now = call.sandbox.clock.now();
  return {
    message_id: freshId("om_"),
    chat_id: chat.chat_id,
    msg_type,
    content,
    sender: { id: call.app.app_id, type: "app" },
    create_time: now,
    update_time: now,
    deleted: false,
    updated: false,
    read_by: [],
    urgent_for: [],
  };
}

/** The refusal of a sixth message to the same person or group within a second. */
export function refuseTooMany(call: Call<"faults" | "limits">, chat: SandboxChat): Refusal | undefined {
  const { faults, limits } = call.sandbox;
  // A person's five a second are the bot's own; a group's are shared by all bots in it.
  const target = chat.type === "p2p" ? `${call.app.app_id} ${chat.chat_id}` : chat.chat_id;
  if (faults.take("limits_off") || limits.takeTarget(target)) return undefined;
  return refusal(230020, chat.type === "p2p" ? "user rate limit" : "chat rate limit");
}
