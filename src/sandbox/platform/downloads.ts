import { isRecord } from "../card/is-record.ts";
import { parseJson } from "../parse-json.ts";
import type { Resource } from "../store.ts";
import { type Answer, type Call, refuse, refused } from "./answer.ts";
import { imageFormat } from "./image-format.ts";
import { unknownId } from "./unknown-id.ts";

/**
 * GET /im/v1/messages/:id/resources/:key?type=image|file: a file or image from a message (feishu-contract
 * 4.6).
 */
export function getMessageResource(call: Call<"store">): Answer {
  const { store } = call.sandbox;
  const type = call.query.get("type");
  const id = call.params.message_id ?? "";
  const message = store.message(id);
  if (message === undefined) return refused(unknownId("message_id", id));
  if (type !== "image" && type !== "file") return refuse(234001);
  call.notes.chat_id = message.chat_id;
  if (!store.chat(message.chat_id)?.bots.includes(call.app.app_id)) return refuse(234004);
  if (message.deleted) return refuse(230110);
  if (message.msg_type === "interactive" || message.msg_type === "sticker") return refuse(234043);
  const key = call.params.file_key ?? "";
  const resource = store.resource(key);
  if (resource === undefined || !holds(message.content, key)) return refuse(234003);
  return resourceAnswer(resource);
}

/** GET /im/v1/images/:image_key: only images the app uploaded itself. */
export function getImage(call: Call<"store">): Answer {
  const resource = call.sandbox.store.resource(call.params.image_key ?? "");
  if (resource === undefined || resource.kind !== "image") return refuse(234005);
  if (resource.owner !== call.app.app_id) return refuse(234008);
  return resourceAnswer(resource);
}

/** A file's bytes as an HTTP answer with type and name. */
export function resourceAnswer(resource: Resource): Answer & { kind: "bytes" } {
  const mime = imageFormat(resource.bytes)?.mime ?? "application/octet-stream";
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(resource.name)}`;
  return {
    kind: "bytes",
    bytes: resource.bytes,
    headers: { "content-type": mime, "content-disposition": disposition },
  };
}

function holds(content: string, key: string): boolean {
  const find = (node: unknown): boolean => {
    if (Array.isArray(node)) return node.some(find);
    return isRecord(node) ? Object.values(node).some(find) : node === key;
  };
  return find(parseJson(content));
}
