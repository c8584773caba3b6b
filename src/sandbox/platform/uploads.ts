import { freshId } from "../ids.ts";
import { type Answer, type Call, refuse, success } from "./answer.ts";
import { imageFormat } from "./image-format.ts";
import { type Part, readMultipart } from "./multipart.ts";

const IMAGE_BYTES = 10 * 1_048_576;
const FILE_BYTES = 30 * 1_048_576;
const FILE_TYPES = ["opus", "mp4", "pdf", "doc", "xls", "ppt", "stream"];

/** POST /im/v1/images: uploads an image (feishu-contract 4.5). */
export function createImage(call: Call<"store">): Answer {
  const form = readForm(call);
  const image = form?.get("image");
  const type = form?.get("image_type")?.bytes.toString("utf8") ?? "";
  if (image === undefined || !["message", "avatar"].includes(type)) return refuse(234001);
  if (image.bytes.length === 0) return refuse(234010);
  if (image.bytes.length > IMAGE_BYTES) return refuse(234006);
  const format = imageFormat(image.bytes);
  if (format === undefined) return refuse(234011);
  const side = format.mime === "image/gif" ? 2_000 : type === "avatar" ? 4_096 : 12_000;
  if ((format.width ?? 0) > side || (format.height ?? 0) > side) return refuse(234039);
  const image_key = freshId("img_v3_");
  keep(call, image_key, "image", type, image.filename ?? "image", image);
  return success({ image_key });
}

/** POST /im/v1/files: uploads a file (feishu-contract 4.5). */
export function createFile(call: Call<"store">): Answer {
  const form = readForm(call);
  const file = form?.get("file");
  const type = form?.get("file_type")?.bytes.toString("utf8") ?? "";
  const name = form?.get("file_name")?.bytes.toString("utf8") ?? "";
  if (file === undefined || name === "" || !FILE_TYPES.includes(type)) return refuse(234001);
  if (file.bytes.length === 0) return refuse(234010);
  if (file.bytes.length > FILE_BYTES) return refuse(234006);
  const file_key = freshId("file_v3_");
  keep(call, file_key, "file", type, name, file);
  return success({ file_key });
}

function readForm(call: Call): Map<string, Part> | undefined {
  const parts = readMultipart(call.contentType, call.bytes);
  return parts && new Map(parts.map((part) => [part.name, part]));
}

function keep(
  call: Call<"store">,
  key: string,
  kind: "image" | "file",
  type: string,
  name: string,
  part: Part,
): void {
  // Copied, so that the image does not keep the whole request buffer in memory.
  const bytes = Uint8Array.from(part.bytes);
  call.sandbox.store.putResource({ key, kind, type, name, owner: call.app.app_id, bytes });
}
