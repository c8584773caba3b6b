import * as z from "zod";
import { decrypt, looksEncrypted, sameSecret, signatureOf } from "./cipher.ts";
import { type FeishuCallback, type FeishuEvent, parseEnvelope } from "./envelope.ts";
import { readAs } from "./read-as.ts";
import { bodyLimit } from "./read-body.ts";

export type WebhookSecrets = {
  appId: string;
  encryptKey: string;
  verificationToken: string;
  /** The Encrypt Key before a change of it, accepted until a time (UTC ms): deliveries under way still use it. */
  oldEncryptKey?: { key: string; until: number };
};

type Refused = { kind: "refused"; status: 400 | 401 | 413; reason: RefusalReason };

type RefusalReason =
  | "too_large"
  | "not_json"
  | "not_encrypted"
  | "unsigned"
  | "wrong_signature"
  | "stale"
  | "undecryptable"
  | "wrong_token"
  | "wrong_app"
  | "old_card_callback"
  | "old_event"
  | "unknown_shape";

export type Opened = { kind: "challenge"; challenge: string } | FeishuEvent | FeishuCallback | Refused;

/**
 * How far a signed timestamp may differ from the machine's clock. Feishu retries for seven hours, perhaps with the
 * first timestamp; storing event ids for twice this time makes replays harmless (feishu-contract 1.7).
 */
export const replayWindowMs = 24 * 60 * 60 * 1000;

/**
 * Answers what a delivery says, or why it is not openEnvelope (feishu-contract 1.3 to 1.7). Never throws.
 *
 * Everything but the URL challenge must be encrypted and signed over the bytes as received. A challenge needs
 * no signature (the platform sends none) and may be plain, as it is when the URL is saved before the Encrypt
 * Key: it changes nothing, and is answered only when it carries our verification token.
 *
 * Unsigned, everything that decrypts to no challenge gets the same refusal, so nobody can learn from us
 * whether a cipher they bent was well padded.
 *
 * @param nowMs the machine's own clock, UTC ms, never the programme's
 */
export const openWebhook = (
  request: { headers: Headers; body: Uint8Array },
  secrets: WebhookSecrets,
  nowMs: number,
): Opened => {
  const opened = openWith(request, secrets, nowMs);
  const old = secrets.oldEncryptKey;
  if (opened.kind !== "refused" || !old || nowMs >= old.until) return opened;
  const before = openWith(request, { ...secrets, encryptKey: old.key }, nowMs);
  return before.kind === "refused" ? opened : before;
};

const openWith = (
  request: { headers: Headers; body: Uint8Array },
  secrets: WebhookSecrets,
  nowMs: number,
): Opened => {
  if (request.body.length > bodyLimit) return refused(413, "too_large");
  const outer = parseJson(decodeUtf8(request.body));
  if (outer === undefined) return refused(400, "not_json");
  const sealed = readAs(encryptedBody, outer);
  if (sealed === null) return challengeIn(outer, secrets) ?? plainRefusal(outer);
  if (!looksEncrypted(sealed.encrypt)) return refused(400, "undecryptable");

  const doubt = signatureDoubt(request, secrets, nowMs);
  const text = secrets.encryptKey === "" ? null : decrypt(sealed.encrypt, secrets.encryptKey);
  const document = parseJson(text);
  const challenge = challengeIn(document, secrets);
  if (challenge?.kind === "challenge") return challenge;
  if (doubt !== null) return refused(401, doubt);
  if (challenge !== null) return challenge;
  if (document === undefined) return refused(400, "undecryptable");
  return openEnvelope(document, secrets);
};

const openEnvelope = (document: unknown, secrets: WebhookSecrets): Opened => {
  const envelope = parseEnvelope(document);
  if (envelope === null) return refused(400, oldShape(document) ?? "unknown_shape");
  if (!isOurToken(envelope.token, secrets)) return refused(401, "wrong_token");
  if (!sameSecret(envelope.appId, secrets.appId)) return refused(401, "wrong_app");
  return envelope.content ?? refused(400, "unknown_shape");
};

const encryptedBody = z.object({ encrypt: z.string() });
const challengeBody = z.object({
  type: z.literal("url_verification"),
  challenge: z.string().min(1),
  token: z.string(),
});

const challengeIn = (document: unknown, secrets: WebhookSecrets): Opened | null => {
  const read = readAs(challengeBody, document);
  if (read === null) return null;
  if (!isOurToken(read.token, secrets)) return refused(401, "wrong_token");
  return { kind: "challenge", challenge: read.challenge };
};

const isOurToken = (token: string, secrets: WebhookSecrets): boolean =>
  secrets.verificationToken !== "" && sameSecret(token, secrets.verificationToken);

const plainRefusal = (document: unknown): Refused => {
  const isObject = typeof document === "object" && document !== null && !Array.isArray(document);
  const old = oldShape(document);
  if (old) return refused(401, old);
  return isObject ? refused(401, "not_encrypted") : refused(400, "not_json");
};

const cardCallbackV1 = z.object({ open_message_id: z.string(), action: z.object({}) });
const eventV1 = z.object({ uuid: z.string(), event: z.object({}) });

/** A delivery of the platform's first version, which a setting still asks for; null for any other. */
const oldShape = (document: unknown): "old_card_callback" | "old_event" | null => {
  if (readAs(cardCallbackV1, document) !== null) return "old_card_callback";
  return readAs(eventV1, document) !== null ? "old_event" : null;
};

/** The setting of the developer console behind a refusal; null where none is. */
export const settingFor = (reason: RefusalReason): string | null => SETTINGS[reason] ?? null;

const SETTINGS: Partial<Record<RefusalReason, string>> = {
  old_card_callback:
    "developer console > events and callbacks > callback configuration: subscribe card.action.trigger and clear the old message card request URL",
  old_event:
    "developer console > events and callbacks > event configuration: subscribe events of version 2.0",
  not_encrypted:
    "developer console > events and callbacks > encryption: set the Encrypt Key, as FEISHU_ENCRYPT_KEY",
  undecryptable: "FEISHU_ENCRYPT_KEY is not the Encrypt Key of the developer console",
  wrong_token: "FEISHU_VERIFICATION_TOKEN is not the Verification Token of the developer console",
  wrong_app: "FEISHU_APP_ID is not the app whose events arrive here",
};

const signatureDoubt = (
  request: { headers: Headers; body: Uint8Array },
  secrets: WebhookSecrets,
  nowMs: number,
): "unsigned" | "wrong_signature" | "stale" | null => {
  const timestamp = request.headers.get("x-lark-request-timestamp") ?? "";
  const nonce = request.headers.get("x-lark-request-nonce") ?? "";
  const signature = request.headers.get("x-lark-signature") ?? "";
  if (!timestamp || !nonce || !signature || secrets.encryptKey === "") return "unsigned";
  const right = signatureOf(timestamp, nonce, secrets.encryptKey, request.body);
  if (!sameSecret(signature, right)) return "wrong_signature";
  const age = Math.abs(nowMs - Number(timestamp) * 1000);
  return /^\d+$/.test(timestamp) && age <= replayWindowMs ? null : "stale";
};

const refused = (status: Refused["status"], reason: RefusalReason): Refused => ({
  kind: "refused",
  status,
  reason,
});

const decodeUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const parseJson = (text: string | null): unknown => {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
