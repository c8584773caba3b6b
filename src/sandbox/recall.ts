import { tellRecalled } from "./events/message-events.ts";
import type { Operator } from "./events/operator.ts";
import type { SandboxMessage } from "./protocol.ts";
import type { Sandbox } from "./sandbox.ts";

/** Recalls a message for everyone, removes its pin, and sends the event to the chat's bots. */
export function recallFromChat(
  sandbox: Pick<Sandbox, "clock" | "courier" | "store">,
  message: SandboxMessage,
  operator: Operator,
): void {
  const { pinned: _gone, ...rest } = message;
  sandbox.store.putMessage({ ...rest, deleted: true, update_time: sandbox.clock.now() });
  const chat = sandbox.store.chat(message.chat_id);
  if (chat !== undefined) tellRecalled(sandbox, chat, message.message_id, operator);
}
