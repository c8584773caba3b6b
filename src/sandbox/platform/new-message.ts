import { freshId } from "../ids.ts";
import type { SandboxChat, SandboxMessage } from "../protocol.ts";
import type { Call } from "./answer.ts";
import { type Refusal, refusal } from "./refusal.ts";

/** Creates a message of the calling app, without adding it to its chat. */
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

/** Refuses more than five messages a second to one person or group. */
export function refuseTooMany(call: Call<"faults" | "limits">, chat: SandboxChat): Refusal | undefined {
  const { faults, limits } = call.sandbox;
  // The limit of five a second is per bot for a person, but shared by all bots for a group.
  const target = chat.type === "p2p" ? `${call.app.app_id} ${chat.chat_id}` : chat.chat_id;
  if (faults.take("limits_off") || limits.takeTarget(target)) return undefined;
  return refusal(230020, chat.type === "p2p" ? "user rate limit" : "chat rate limit");
}
