import { encrypt, envelope, signed } from "../feishu/sealed.ts";
import type { World } from "./world.ts";

// Deliveries made by hand, signed and encrypted like the platform's, for cases no client can produce.

export type Delivered = { status: number; answer: { toast?: { content: string }; card?: unknown } };

/** An event or callback in the platform's envelope; the same `eventId` means the same event. */
export function sealedFor(world: World, type: string, event: unknown, eventId: string): string {
  const [app] = world.sandbox.apps;
  if (!app) throw new Error("no app");
  const header = { event_id: eventId, token: app.verification_token, app_id: app.app_id };
  return JSON.stringify({ encrypt: encrypt(JSON.stringify(envelope(type, event, header)), app.encrypt_key) });
}

/** Posts an encrypted body to the bot's webhook and waits until everything it caused is done. */
export async function deliver(world: World, body: string): Promise<Delivered> {
  const [app] = world.sandbox.apps;
  const { headers, body: bytes } = signed(body, Date.now(), app?.encrypt_key);
  const answer = await fetch(`${world.botUrl}/feishu/webhook`, { method: "POST", headers, body: bytes });
  const read: unknown = await answer.json();
  await world.settle();
  return { status: answer.status, answer: isAnswer(read) ? read : {} };
}

/** A card press as a callback: person, message, and the value the card carries. */
export function press(
  by: string,
  message: { messageId: string; chatId?: string },
  action: { action: string; form?: Record<string, unknown> },
): unknown {
  return {
    operator: { open_id: by, union_id: "on_1", tenant_key: "tenant0001" },
    token: "c-1",
    action: {
      tag: "button",
      value: { action: action.action },
      name: action.action,
      ...(action.form ? { form_value: action.form } : {}),
    },
    host: "im_message",
    context: { open_message_id: message.messageId, open_chat_id: message.chatId ?? "oc_somewhere" },
  };
}

let presses = 0;

/** Delivers one forged press. */
export function pressForged(
  world: World,
  by: string,
  messageId: string,
  action: string,
  form?: Record<string, unknown>,
): Promise<Delivered> {
  presses += 1;
  const event = press(by, { messageId }, { action, ...(form ? { form } : {}) });
  return deliver(world, sealedFor(world, "card.action.trigger", event, `forged-${presses}`));
}

function isAnswer(read: unknown): read is Delivered["answer"] {
  return typeof read === "object" && read !== null;
}
