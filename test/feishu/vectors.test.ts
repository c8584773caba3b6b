import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { decrypt, signatureOf } from "../../src/feishu/cipher.ts";
import { openWebhook } from "../../src/feishu/webhook.ts";
import { now, secrets } from "./sealed.ts";

const file = z
  .object({
    vectors: z.array(
      z.object({
        id: z.string(),
        input: z.object({
          encrypt_key: z.string(),
          ciphertext_b64: z.string().optional(),
          body: z.unknown().optional(),
          headers: z.record(z.string(), z.string()).optional(),
          raw_body: z.string().optional(),
        }),
        output: z.unknown().optional(),
      }),
    ),
    signature_formulas: z.object({
      event_and_card_v2: z.object({ value_for_event_signature_encrypted_ok: z.string() }),
    }),
  })
  .parse(JSON.parse(readFileSync(new URL("../fixtures/feishu-vectors.json", import.meta.url), "utf8")));

const ciphers = file.vectors.filter((vector) => vector.input.ciphertext_b64 !== undefined);
const deliveries = file.vectors.filter((vector) => vector.input.ciphertext_b64 === undefined);

const opened = (vector: (typeof deliveries)[number], encryptKey: string) => {
  const raw = vector.input.raw_body ?? JSON.stringify(vector.input.body);
  const request = { headers: new Headers(vector.input.headers), body: new TextEncoder().encode(raw) };
  return openWebhook(request, { ...secrets, encryptKey }, now);
};

const asMessage = { kind: "event", eventType: "im.message.receive_v1", createdAt: now };
const asSubmit = {
  kind: "callback",
  createdAt: now,
  callback: {
    operatorOpenId: "ou_0001",
    messageId: "om_0001",
    chatId: "oc_0001",
    token: "c-0001",
    action: {
      tag: "button",
      name: "btn_submit",
      value: { action: "submit", report_id: "r1" },
      timezone: "Asia/Shanghai",
      formValue: { progress: "80", quarter: "3", due: "2026-12-31 +0800", kinds: ["a", "b"] },
    },
  },
};
const refused = (status: number, reason: string) => ({ kind: "refused", status, reason });
const asChallenge = { kind: "challenge", challenge: "challenge-value-0001" };

/** How we interpret each recorded delivery, and where that is stricter (or better) than the SDK. */
const expected: Record<string, { ours: object; unlikeTheSdk?: string }> = {
  "challenge-plain": { ours: asChallenge },
  "challenge-encrypted": { ours: asChallenge },
  "challenge-not-a-challenge": { ours: refused(401, "not_encrypted") },
  "challenge-encrypted-without-key": { ours: asChallenge },
  "challenge-wrong-token-still-answered": {
    ours: refused(401, "wrong_token"),
    unlikeTheSdk: "the SDK echoes a challenge without looking at its token",
  },
  "event-signature-encrypted-ok": { ours: asMessage },
  "event-signature-encrypted-bad": { ours: refused(401, "wrong_signature") },
  "event-signature-stale-timestamp-accepted": {
    ours: refused(401, "stale"),
    unlikeTheSdk: "the SDK takes a delivery signed in 2001",
  },
  "event-signature-over-raw-with-spaces-rejected": {
    ours: asMessage,
    unlikeTheSdk: "the SDK signs its own re-serialised JSON; the signature is right over the bytes",
  },
  "event-plain-no-encrypt-key-wrong-token-accepted": {
    ours: refused(401, "not_encrypted"),
    unlikeTheSdk: "without a key the SDK verifies nothing, the token included",
  },
  "event-plain-while-encrypt-key-set-unsigned": { ours: refused(401, "not_encrypted") },
  "event-plain-while-encrypt-key-set-signed": {
    ours: refused(401, "not_encrypted"),
    unlikeTheSdk: "the SDK takes a signed body that nobody encrypted",
  },
  "event-wrong-encrypt-key": {
    ours: refused(400, "undecryptable"),
    unlikeTheSdk: "the SDK reads what it cannot decrypt as an empty object and answers 200",
  },
  "event-unregistered-type": { ours: refused(401, "not_encrypted") },
  "event-v1-shape": { ours: refused(401, "old_event"), unlikeTheSdk: "we subscribe to no 1.0 event" },
  "card-v2-through-EventDispatcher-encrypted-ok": { ours: asSubmit },
  "card-v2-through-EventDispatcher-plain": {
    ours: refused(401, "not_encrypted"),
    unlikeTheSdk: "without a key the SDK runs the handler of an unsigned submit",
  },
  "card-v2-through-CardActionHandler-encrypted-ok": { ours: asSubmit },
  "card-v1-signature-ok": {
    ours: refused(401, "old_card_callback"),
    unlikeTheSdk: "we do not subscribe to the old, never encrypted card callback",
  },
  "card-v1-signature-bad": { ours: refused(401, "old_card_callback") },
  "card-v1-no-token-configured-accepted": {
    ours: refused(401, "old_card_callback"),
    unlikeTheSdk: "without a token the SDK verifies nothing",
  },
  "card-v1-signature-over-escaped-raw-rejected": { ours: refused(401, "not_encrypted") },
};

describe("the recorded vectors", () => {
  it("are all accounted for", () => {
    expect(deliveries.map((vector) => vector.id).sort()).toEqual(Object.keys(expected).sort());
    expect(ciphers).toHaveLength(5);
  });

  it.each(ciphers.map((vector) => [vector.id, vector] as const))("%s decrypts", (_, vector) => {
    expect(decrypt(vector.input.ciphertext_b64 ?? "", vector.input.encrypt_key)).toBe(vector.output);
  });

  it.each(
    deliveries.map((vector) => {
      const ours = expected[vector.id];
      return [ours?.unlikeTheSdk ? `${vector.id}: ${ours.unlikeTheSdk}` : vector.id, vector] as const;
    }),
  )("%s", (_, vector) => {
    expect(opened(vector, secrets.encryptKey)).toMatchObject(
      expected[vector.id]?.ours ?? { kind: "unexpected" },
    );
  });

  it("without our Encrypt Key nothing but a plain challenge is ever believed", () => {
    const believed = deliveries
      .filter((vector) => opened(vector, "").kind !== "refused")
      .map((vector) => vector.id);
    expect(believed).toEqual(["challenge-plain"]);
  });

  it("the signature formula gives the recorded value", () => {
    const vector = deliveries.find((one) => one.id === "event-signature-encrypted-ok");
    const body = new TextEncoder().encode(vector?.input.raw_body ?? "");
    const value = signatureOf("1700000000", "nonce-0001", secrets.encryptKey, body);
    expect(value).toBe(file.signature_formulas.event_and_card_v2.value_for_event_signature_encrypted_ok);
  });
});
