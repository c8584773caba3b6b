import { type FileRefusal, replyText } from "../../../cards/text/replies.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import { fileKind } from "../../domain/file-kind.ts";
import { FeishuRefused } from "../../feishu/feishu-error.ts";
import { refusalKind } from "../../feishu/refusal-kind.ts";
import { personOf } from "../roster/people.ts";
import { enqueueText } from "../sending/enqueue-message.ts";

/** The largest photo or file we keep, bytes: Feishu takes 30 MB from a person. */
const LARGEST = 30 * 1024 * 1024;

/** A photo or file a message brought, before it is downloaded. */
export type Brought = {
  id: string;
  messageId: string;
  fileKey: string;
  kind: "image" | "file";
  name: string;
  by: string;
};
export type StoredFile = { kind: "image" | "file"; url: string; sha256: string; size: number };

/**
 * Downloads what a message brought, checks that it is what it says and keeps it. Throws what the platform throws: the
 * outbox decides when to try again.
 */
export async function storeFile(
  deps: Deps,
  brought: Brought,
): Promise<{ ok: true; file: StoredFile; bytes: Uint8Array } | { ok: false; why: FileRefusal }> {
  const answer = await download(deps, brought);
  if (answer === "too_large") return { ok: false, why: "size" };
  if (answer === "gone") return { ok: false, why: "gone" };
  const { bytes } = answer;
  const found = fileKind(bytes, brought.name);
  if (!found || (brought.kind === "image" && !found.image))
    return { ok: false, why: bytes.length === 0 ? "empty" : "type" };
  const sha256 = await digest(bytes);
  const url = await deps.evidence.put(`${sha256}.${found.extension}`, bytes);
  return { ok: true, file: { kind: found.image ? "image" : "file", url, sha256, size: bytes.length }, bytes };
}

/** What its sender is told of a file that was not kept. */
export async function refusedFile(deps: Deps, brought: Brought, why: FileRefusal): Promise<OutboxRow> {
  const locale = (await personOf(deps, brought.by))?.locale ?? "zh-CN";
  // A recalled message cannot be quoted.
  const to = why === "gone" ? { openId: brought.by } : { replyTo: brought.messageId };
  const refused = replyText(locale).fileRefused({
    reason: why,
    name: brought.name,
    limit: LARGEST / 1024 / 1024,
    types: brought.kind === "image" ? "jpg、png、heic、webp" : "pdf、doc(x)、xls(x)、jpg、png",
  });
  return enqueueText(to, refused, `evidence ${brought.id}`, deps.clock.now());
}

/** What the platform will not hand out, now or later, is gone for us: recalled, most often. */
async function download(deps: Deps, row: Brought): Promise<{ bytes: Uint8Array } | "too_large" | "gone"> {
  try {
    return await deps.feishu.downloadResource(row.messageId, row.fileKey, row.kind, LARGEST);
  } catch (error) {
    if (!(error instanceof FeishuRefused) || refusalKind(error) !== "never") throw error;
    deps.log("warn", "evidence not handed out", { id: row.id, code: error.code, logId: error.logId });
    return "gone";
  }
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return [...new Uint8Array(hash)].map((b) => b.toString(16).padStart(2, "0")).join("");
}
