import * as z from "zod";
import { isRecord } from "../card/is-record.ts";
import type { Made } from "../card/templates.ts";
import { isVersion2 } from "../card/version-1.ts";
import { parseJson } from "../parse-json.ts";
import type { CardOutcome } from "../protocol.ts";
import type { Posted } from "./http-post.ts";

const toastSchema = z.object({
  type: z.enum(["info", "success", "error", "warning"]).default("info"),
  content: z.string().default(""),
  i18n: z.record(z.string(), z.string()).exactOptional(),
});
const cardSchema = z.object({ type: z.enum(["raw", "template"]), data: z.record(z.string(), z.unknown()) });

export type CallbackAnswer =
  | { ok: true; toast?: NonNullable<CardOutcome["toast"]>; card?: Record<string, unknown> }
  | { ok: false; code: number };

/**
 * Interprets a bot's answer to a card callback, or returns the client's error code for it (feishu-contract
 * 2.3, 2.4). `made` expands a template.
 */
export function readCallbackAnswer(
  posted: Posted,
  currentCard: unknown,
  made: (data: unknown) => Made,
): CallbackAnswer {
  if (!posted.ok) return { ok: false, code: FAILURE_CODES[posted.failure] };
  if (posted.status !== 200) return { ok: false, code: 200671 };
  const body = parseJson(posted.body);
  if (!isRecord(body)) return { ok: false, code: 200672 };
  const answer: CallbackAnswer = { ok: true };
  if (body.toast !== undefined) {
    const toast = toastSchema.safeParse(body.toast);
    if (!toast.success) return { ok: false, code: 200672 };
    answer.toast = toast.data;
  }
  if (body.card !== undefined) {
    const card = cardSchema.safeParse(body.card);
    if (!card.success) return { ok: false, code: 200673 };
    const { type, data } = card.data;
    const next: Made = type === "template" ? made(data) : { ok: true, card: data };
    if (!next.ok) return { ok: false, code: 200673 };
    if (isVersion2(currentCard) && !isVersion2(next.card)) return { ok: false, code: 200830 };
    answer.card = next.card;
  }
  return answer;
}

const FAILURE_CODES = { timeout: 200341, connect: 200342, dns: 200343, no_target: 200340, other: 200080 };
