import type { Client } from "@larksuiteoapi/node-sdk";
import type { Call } from "./call.ts";
import type { Feishu } from "./feishu.ts";
import { FeishuRefused, FeishuUnreachable } from "./feishu-error.ts";
import type { Bytes } from "./read-answer.ts";

const overPlatformLimit = 234037;

/** Photos and files, both ways (feishu-contract 4.5 and 4.6). */
export const resourceCalls = (
  client: Client,
  call: Call,
): Pick<Feishu, "downloadResource" | "uploadImage" | "uploadFile"> => ({
  // Not the SDK's typed method, because it returns a Node stream, which Workers do not have.
  downloadResource: async (messageId, key, type, maxBytes) => {
    const url = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}/resources/${encodeURIComponent(key)}`;
    const download = () =>
      client.request<Bytes | "too_large">({
        method: "GET",
        url,
        params: { type },
        responseType: "arraybuffer",
        maxContentLength: maxBytes,
      });
    try {
      return await call(download);
    } catch (error) {
      if (error instanceof FeishuRefused && error.code === overPlatformLimit) return "too_large";
      throw error;
    }
  },
  uploadImage: async (bytes) => {
    const data = { image_type: "message" as const, image: Buffer.from(bytes) };
    const answer = await call(() => client.im.v1.image.create({ data }));
    return keyOf("image upload", answer?.image_key);
  },
  uploadFile: async (fileName, bytes) => {
    const data = { file_type: fileTypeOf(fileName), file_name: fileName, file: Buffer.from(bytes) };
    const answer = await call(() => client.im.v1.file.create({ data }));
    return keyOf("file upload", answer?.file_key);
  },
});

const keyOf = (what: string, key: string | undefined): string => {
  if (!key) throw new FeishuUnreachable(what, "the answer names no key", false);
  return key;
};

type FileType = "opus" | "mp4" | "pdf" | "doc" | "xls" | "ppt" | "stream";

/** The platform's file types, which determine icon and preview. */
const fileTypes = new Map<string, FileType>([
  ["pdf", "pdf"],
  ["mp4", "mp4"],
  ["opus", "opus"],
  ["doc", "doc"],
  ["docx", "doc"],
  ["xls", "xls"],
  ["xlsx", "xls"],
  ["ppt", "ppt"],
  ["pptx", "ppt"],
]);

const fileTypeOf = (fileName: string): FileType =>
  fileTypes.get(/\.(\w+)$/.exec(fileName.toLowerCase())?.[1] ?? "") ?? "stream";
