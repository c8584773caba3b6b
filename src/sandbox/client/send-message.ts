import { isSubscribed } from "../console/settings.ts";
import { tellMessage } from "../events/message-events.ts";
import { freshId } from "../ids.ts";
import { isAvailableTo } from "../platform/availability.ts";
import { imageFormat } from "../platform/image-format.ts";
import type { Act, Outgoing, SandboxChat, SandboxMessage } from "../protocol.ts";
import type { Sandbox } from "../sandbox.ts";
import { placeOfNew, placeOfReply } from "../threads.ts";
import type { ActOutcome } from "./press-card.ts";
import { isSeenBy } from "./sees.ts";

const TEXT_BYTES = 150 * 1024;
const IMAGE_BYTES = 10 * 1_048_576;
const FILE_BYTES = 30 * 1_048_576;

/** A person sends a message to a chat, given by its id or by the bot of a p2p chat. */
export function sendMessage(
  sandbox: Pick<Sandbox, "clock" | "courier" | "faults" | "store">,
  act: Act & { act: "send" },
): ActOutcome {
  const { store } = sandbox;
  if (act.chat_id !== undefined)
    return say(sandbox, act.as, store.chat(act.chat_id), act.content, placeOfNew);
  const app = store.app(act.app_id ?? "");
  if (act.app_id === undefined || app === undefined) {
    return { ok: false, error: "send needs the chat_id of a chat or the app_id of an app" };
  }
  if (!isAvailableTo(app, act.as)) return { ok: false, error: `${app.name} is not available to the person` };
  return say(sandbox, act.as, store.p2pChat(act.as, act.app_id), act.content, placeOfNew);
}

/** A person replies to a message. */
export function replyToMessage(
  sandbox: Pick<Sandbox, "clock" | "courier" | "faults" | "store">,
  act: Act & { act: "reply" },
): ActOutcome {
  const parent = sandbox.store.message(act.message_id);
  if (parent === undefined || parent.deleted || !isSeenBy(parent, act.as))
    return { ok: false, error: `there is no message ${act.message_id}` };
  const place = () => placeOfReply(sandbox.store, parent, act.in_thread);
  return say(sandbox, act.as, sandbox.store.chat(parent.chat_id), act.content, place);
}

function say(
  sandbox: Pick<Sandbox, "clock" | "courier" | "faults" | "store">,
  as: string,
  chat: SandboxChat | undefined,
  outgoing: Outgoing,
  place: (chat: SandboxChat) => ReturnType<typeof placeOfNew>,
): ActOutcome {
  if (chat === undefined || !chat.members.includes(as))
    return { ok: false, error: "the person is not in this chat" };
  if (chat.dissolved) return { ok: false, error: "the group has been dissolved" };
  if (!hasTextBox(sandbox, chat))
    return { ok: false, error: "the bot takes no messages: it is not subscribed to im.message.receive_v1" };
  const body = contentOf(sandbox, as, outgoing);
  if (!body.ok) return body;
  const now = sandbox.clock.now();
  const message: SandboxMessage = {
    message_id: freshId("om_"),
    chat_id: chat.chat_id,
    ...place(chat),
    msg_type: outgoing.kind,
    content: JSON.stringify(body.content),
    sender: { id: as, type: "user" },
    create_time: now,
    update_time: now,
    deleted: false,
    updated: false,
    read_by: [as],
    urgent_for: [],
  };
  sandbox.store.putMessage(message);
  tellMessage(sandbox, chat, message);
  return { ok: true, message_id: message.message_id, chat_id: chat.chat_id };
}

// A p2p chat with a bot has a text box only if the bot is subscribed to messages (feishu-contract 2.1).
function hasTextBox({ store }: Pick<Sandbox, "store">, chat: SandboxChat): boolean {
  const bot = chat.type === "p2p" ? store.app(chat.bots[0] ?? "") : undefined;
  return bot === undefined || isSubscribed(bot, "event", "im.message.receive_v1");
}

type Content = { ok: true; content: Record<string, string> } | { ok: false; error: string };

function contentOf(sandbox: Pick<Sandbox, "store">, as: string, outgoing: Outgoing): Content {
  if (outgoing.kind === "text") {
    const { text } = outgoing;
    if (Buffer.byteLength(text) > TEXT_BYTES) return { ok: false, error: "the text is longer than 150 KB" };
    return { ok: true, content: { text } };
  }
  const bytes = Uint8Array.from(Buffer.from(outgoing.base64, "base64"));
  const { kind, name } = outgoing;
  if (bytes.length === 0) return { ok: false, error: `${name} is empty` };
  if (kind === "image") {
    if (bytes.length > IMAGE_BYTES) return { ok: false, error: `${name} is larger than 10 MB` };
    if (imageFormat(bytes) === undefined)
      return { ok: false, error: `${name} is not a picture; send it as a file` };
    const image_key = freshId("img_v3_");
    sandbox.store.putResource({ key: image_key, kind, type: "message", name, owner: as, bytes });
    return { ok: true, content: { image_key } };
  }
  if (bytes.length > FILE_BYTES) return { ok: false, error: `${name} is larger than 30 MB` };
  const file_key = freshId("file_v3_");
  sandbox.store.putResource({ key: file_key, kind, type: "stream", name, owner: as, bytes });
  return { ok: true, content: { file_key, file_name: name } };
}
