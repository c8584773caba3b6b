import { createCipheriv, createHash, randomBytes } from "node:crypto";
import type { WebhookSecrets } from "../../src/feishu/webhook.ts";

export const secrets: WebhookSecrets = {
  appId: "cli_0123456789abcdef",
  encryptKey: "test-encrypt-key-01",
  verificationToken: "test-verification-token-01",
};

export const now = 1_700_000_000_000;

const utf8 = new TextEncoder();

/** The `encrypt` value the platform sends for a text (feishu-contract 1.3). */
export const encrypt = (text: string, key: string = secrets.encryptKey): string => {
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-cbc", createHash("sha256").update(key).digest(), iv);
  return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final()]).toString("base64");
};

/** A request signed like the platform's; `at` is the time in the header, ms. */
export const signed = (body: string, at: number = now, key: string = secrets.encryptKey) => {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHash("sha256").update(`${timestamp}nonce-1${key}${body}`).digest("hex");
  return {
    headers: new Headers({
      "X-Lark-Request-Timestamp": timestamp,
      "X-Lark-Request-Nonce": "nonce-1",
      "X-Lark-Signature": signature,
    }),
    body: utf8.encode(body),
  };
};

export const unsigned = (body: string) => ({ headers: new Headers(), body: utf8.encode(body) });

export const sealed = (document: unknown): string =>
  JSON.stringify({ encrypt: encrypt(JSON.stringify(document)) });

export const envelope = (eventType: string, event: unknown, header: Record<string, unknown> = {}) => ({
  schema: "2.0",
  header: {
    event_id: "5e3702a84e847582be8db7fb73283c02",
    event_type: eventType,
    create_time: String(now),
    token: secrets.verificationToken,
    app_id: secrets.appId,
    tenant_key: "tenant0001",
    ...header,
  },
  event,
});
