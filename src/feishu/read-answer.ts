import * as z from "zod";
import { FeishuRefused } from "./feishu-error.ts";
import { readBody } from "./read-body.ts";
import type { Redact } from "./redact.ts";

export type Bytes = { bytes: Uint8Array; contentType: string; size: number };

/**
 * The body of an answer with `code` 0. Only this function checks `code`: the platform refuses with HTTP 200 as well as
 * 400, and the SDK takes the former for success (feishu-contract 4.1). Throws `FeishuRefused`, or an Error when a
 * success status has an invalid body.
 */
export const readAnswer = async (method: string, response: Response, redact: Redact): Promise<unknown> => {
  const document = parseJson(await response.text());
  const read = answer.safeParse(document);
  if (read.success && read.data.code === 0 && response.ok) return document;
  if (!read.success && response.ok) throw new Error("the answer is not one of the platform's");
  throw new FeishuRefused({
    code: read.success && read.data.code !== 0 ? read.data.code : response.status,
    msg: redact(read.success ? read.data.msg : `HTTP ${response.status}`).slice(0, 500),
    method,
    status: response.status,
    logId: (read.success ? read.data.error?.log_id : undefined) ?? response.headers.get("x-tt-logid") ?? "",
    retryAfterMs: retryAfterOf(response.headers),
  });
};

/** The bytes of a download, or `too_large` as soon as more than `limit` have arrived. */
export const readBytes = async (response: Response, limit: number): Promise<Bytes | "too_large"> => {
  const bytes = await readBody(response, limit);
  if (bytes === "too_large") return bytes;
  const contentType = response.headers.get("content-type") ?? "application/octet-stream";
  return { bytes, contentType, size: bytes.length };
};

const answer = z.object({
  code: z.number().int(),
  msg: z.string().catch(""),
  error: z.object({ log_id: z.string() }).optional().catch(undefined),
});

const retryAfterOf = (headers: Headers): number | undefined => {
  const seconds = Number(headers.get("x-ogw-ratelimit-reset") ?? headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
