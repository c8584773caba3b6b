import { createCipheriv, createHash, randomBytes } from "node:crypto";

/** Made-up credentials of a bot that is measured. */
export const SECRETS = {
  FEISHU_APP_ID: "cli_0123456789abcdef",
  FEISHU_APP_SECRET: "bench-secret",
  FEISHU_ENCRYPT_KEY: "bench-encrypt-key",
  FEISHU_VERIFICATION_TOKEN: "bench-verification-token",
};

/** An event or callback, encrypted and signed as Feishu would. */
export function signedRequest(
  type: string,
  event: unknown,
  id: string,
): { method: string; body: string; headers: Record<string, string> } {
  const header = {
    event_id: id,
    event_type: type,
    create_time: `${Date.now()}000`,
    token: SECRETS.FEISHU_VERIFICATION_TOKEN,
    app_id: SECRETS.FEISHU_APP_ID,
    tenant_key: "bench",
  };
  const iv = randomBytes(16);
  const key = createHash("sha256").update(SECRETS.FEISHU_ENCRYPT_KEY).digest();
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  const plain = JSON.stringify({ schema: "2.0", header, event });
  const body = JSON.stringify({
    encrypt: Buffer.concat([iv, cipher.update(plain, "utf8"), cipher.final()]).toString("base64"),
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHash("sha256")
    .update(`${timestamp}n${SECRETS.FEISHU_ENCRYPT_KEY}${body}`)
    .digest("hex");
  return {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
      "X-Lark-Request-Timestamp": timestamp,
      "X-Lark-Request-Nonce": "n",
      "X-Lark-Signature": signature,
    },
  };
}

/** The event of a text in somebody's private chat with the bot. */
export function messageEvent(openId: string, text: string, id: string): unknown {
  return {
    sender: { sender_id: { open_id: openId }, sender_type: "user" },
    message: {
      message_id: `om_${id}`,
      chat_id: "oc_bench",
      chat_type: "p2p",
      create_time: String(Date.now()),
      message_type: "text",
      content: JSON.stringify({ text }),
    },
  };
}
