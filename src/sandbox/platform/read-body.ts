import type { IncomingMessage } from "node:http";
import { parseJson } from "../parse-json.ts";
import { type Answer, refuse } from "./answer.ts";
import type { PlatformRoute } from "./platform-route.ts";

const JSON_BYTES = 1_048_576;
const UPLOAD_BYTES = 32 * 1_048_576;

export type BodyRead =
  | { ok: true; json: unknown; bytes: Uint8Array; shown: string }
  | { ok: false; answer: Answer; shown: string };

/**
 * Reads the body of a platform call. An API without a body ignores one, like the platform (the official
 * client sends `{}` with GET). Refuses invalid JSON and other content types with 9499, unless the API has its
 * own codes for that ("own"), and an upload over the limit with 234006.
 */
export async function readBody(
  request: IncomingMessage,
  kind: PlatformRoute["body"] | "own",
): Promise<BodyRead> {
  if (kind === "none") return { ok: true, json: undefined, bytes: new Uint8Array(), shown: "" };
  const bytes = await readBytes(request, kind === "multipart" ? UPLOAD_BYTES : JSON_BYTES);
  if (kind === "multipart") {
    if (bytes === undefined) return { ok: false, answer: refuse(234006), shown: "(too large)" };
    return { ok: true, json: undefined, bytes, shown: `(multipart, ${bytes.length} bytes)` };
  }
  if (bytes === undefined) return { ok: false, answer: refuse(9499, "body too large"), shown: "(too large)" };
  const text = new TextDecoder().decode(bytes);
  const isJson = /^application\/json\b/i.test(request.headers["content-type"] ?? "");
  const json = text === "" ? {} : parseJson(text);
  if (kind === "own") return { ok: true, json: isJson ? json : undefined, bytes, shown: text };
  if (json === undefined || (!isJson && text !== "")) {
    return { ok: false, answer: refuse(9499, "the body is not JSON"), shown: text };
  }
  return { ok: true, json, bytes, shown: text };
}

/** The whole body; undefined when longer than `limit`, in which case the rest is read and discarded. */
function readBytes(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on("data", (part: Buffer) => {
      size += part.length;
      if (size <= limit) parts.push(part);
      else parts.length = 0;
    });
    request.on("end", () => resolve(size <= limit ? Buffer.concat(parts) : undefined));
    request.on("error", reject);
  });
}
