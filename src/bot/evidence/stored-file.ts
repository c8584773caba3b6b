import { type FileRefusal, replyText } from "../../../cards/text/replies.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import { fileKind } from "../../domain/evidence/file-kind.ts";
import { FeishuRefused } from "../../feishu/feishu-error.ts";
import { refusalKind } from "../../feishu/refusal-kind.ts";
import { personOf } from "../roster/people.ts";
import { enqueueText } from "../sending/enqueue-message.ts";

/** The largest photo or file accepted, bytes: Feishu accepts 30 MB from a person. */
const LARGEST = 30 * 1024 * 1024;

/** A photo or file of a message, before its download. */
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
 * Downloads a file of a message, verifies its type and stores it. Errors of the platform are passed on: the outbox
 * decides on retries.
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
    return { ok: false, why: bytes.length === 0 ? "empty" : isTaken(brought.name) ? "broken" : "type" };
  const sha256 = await digest(bytes);
  const url = await deps.evidence.put(`${sha256}.${found.extension}`, bytes);
  return { ok: true, file: { kind: found.image ? "image" : "file", url, sha256, size: bytes.length }, bytes };
}

/** Whether a file of this name would be taken, if it were what the name says. */
function isTaken(name: string): boolean {
  return /\.(?:docx?|xlsx?|pptx?|pdf|jpe?g|png|heic|webp|mp4)$/i.test(name);
}

/** The message to the sender of a file that was not stored. */
export async function refusedFile(deps: Deps, brought: Brought, why: FileRefusal): Promise<OutboxRow> {
  const locale = (await personOf(deps, brought.by))?.locale ?? "zh-CN";
  // A recalled message cannot be quoted.
  const to = why === "gone" ? { openId: brought.by } : { replyTo: brought.messageId };
  const refused = replyText(locale).fileRefused({
    reason: why,
    name: brought.name,
    limit: LARGEST / 1024 / 1024,
    types: brought.kind === "image" ? "jpg、png、heic、webp" : "pdf、doc(x)、xls(x)、jpg、png、mp4",
  });
  return enqueueText(to, refused, `evidence ${brought.id}`, deps.clock.now());
}

/** Downloads a file; `gone` when the platform refuses permanently, usually because the message was recalled. */
async function download(deps: Deps, row: Brought): Promise<{ bytes: Uint8Array } | "too_large" | "gone"> {
  try {
    return await deps.feishu.downloadResource(row.messageId, row.fileKey, row.kind, LARGEST);
  } catch (error) {
    if (!(error instanceof FeishuRefused) || refusalKind(error) !== "never") throw error;
    deps.log("warn", "evidence not handed out", { id: row.id, code: error.code, logId: error.logId });
    return "gone";
  }
}

/** The SHA-256 of bytes, in hexadecimal. */
export async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return [...new Uint8Array(hash)].map((b) => b.toString(16).padStart(2, "0")).join("");
}
