import * as z from "zod";
import { isRecord } from "../card/is-record.ts";
import { platformError } from "../card-rules/check-card.ts";
import { parseJson } from "../parse-json.ts";
import type { Resource } from "../store.ts";
import type { Call } from "./answer.ts";
import { type Refusal, refusal } from "./refusal.ts";

const TEXT_BYTES = 150 * 1024;
const RICH_BYTES = 30 * 1024;

/**
 * Refuses a message type or content that the platform would refuse; undefined if acceptable (feishu-contract
 * 4.3).
 */
export function refuseContent(
  call: Call<"admitCard" | "store">,
  msgType: string,
  content: string,
): Refusal | undefined {
  const limit = msgType === "text" ? TEXT_BYTES : RICH_BYTES;
  if (Buffer.byteLength(content) > limit) return refusal(230025);
  const parsed = parseJson(content);
  if (msgType === "interactive") return refuseCard(call, content, parsed);
  if (!isRecord(parsed)) return refusal(230001, "content is not a string in json format");
  switch (msgType) {
    case "text":
      return typeof parsed.text === "string" && parsed.text !== ""
        ? undefined
        : refusal(230001, "text is empty");
    case "post":
      return postSchema.safeParse(parsed).success ? undefined : refusal(230001, "invalid post content");
    case "image":
      return refuseResource(call, parsed.image_key, (resource) => resource.kind === "image");
    case "file":
      return refuseResource(
        call,
        parsed.file_key,
        (resource) => resource.kind === "file" && resource.type !== "opus",
      );
    case "audio":
      return refuseResource(call, parsed.file_key, (resource) => resource.type === "opus");
    case "media":
      return refuseResource(call, parsed.file_key, (resource) => resource.type === "mp4");
    case "share_chat":
      return refuseSharedChat(call, parsed.chat_id);
    case "share_user":
      return call.sandbox.store.person(String(parsed.user_id)) === undefined ? refusal(230001) : undefined;
    case "sticker":
    case "system":
      return undefined;
    default:
      return refusal(230001, "invalid msg_type");
  }
}

/**
 * Refuses an invalid card (230099 and its sub-code), recording the card rules' verdict for the inspector.
 * Templates have to be expanded before.
 */
export function refuseCard(call: Call<"admitCard">, json: string, card: unknown): Refusal | undefined {
  if (isRecord(card) && card.type === "template") {
    const message = "template does not exist, please confirm whether this template has been released";
    return { ...platformError({ code: 200380, path: "ROOT", message }), status: 400 };
  }
  const problems = call.sandbox.admitCard(call.app.app_id, json, card);
  call.notes.card_problems = problems.map((one) => `${one.code} ${one.path} ${one.message}`);
  const [first] = problems;
  return first === undefined ? undefined : { ...platformError(first), status: 400 };
}

const postSchema = z.record(
  z.string(),
  z.object({ title: z.string().optional(), content: z.array(z.array(z.looseObject({ tag: z.string() }))) }),
);

function refuseResource(
  call: Call<"store">,
  key: unknown,
  fits: (resource: Resource) => boolean,
): Refusal | undefined {
  const resource = typeof key === "string" ? call.sandbox.store.resource(key) : undefined;
  if (resource === undefined) return refusal(230001, "invalid image_key or file_key");
  if (resource.owner !== call.app.app_id) return refusal(230017);
  return fits(resource) ? undefined : refusal(230055);
}

function refuseSharedChat(call: Call<"store">, chatId: unknown): Refusal | undefined {
  const chat = call.sandbox.store.chat(String(chatId));
  if (chat === undefined) return refusal(230001);
  return chat.type === "p2p" ? refusal(230015) : undefined;
}
