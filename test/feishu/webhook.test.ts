import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openWebhook, replayWindowMs, settingFor } from "../../src/feishu/webhook.ts";
import { encrypt, envelope, now, sealed, secrets, signed, unsigned } from "./sealed.ts";

const open = (request: { headers: Headers; body: Uint8Array }, at = now) => openWebhook(request, secrets, at);
const refusal = (status: number, reason: string) => ({ kind: "refused", status, reason });
const message = envelope("im.message.receive_v1", { message: { text: "青山镇" } });
const challenge = { challenge: "c-1", token: secrets.verificationToken, type: "url_verification" };

describe("a delivery that is believed", () => {
  it("an encrypted, signed event comes out with its id, type and time", () => {
    expect(open(signed(sealed(message)))).toEqual({
      kind: "event",
      eventId: "5e3702a84e847582be8db7fb73283c02",
      eventType: "im.message.receive_v1",
      createdAt: now,
      event: { message: { text: "青山镇" } },
    });
  });

  it("a card callback is stamped in microseconds and comes out in milliseconds", () => {
    const event = {
      operator: { open_id: "ou_1" },
      token: "c-1",
      action: { tag: "button", value: { kind: "approve" } },
      context: { open_message_id: "om_1", open_chat_id: "oc_1" },
    };
    const body = envelope("card.action.trigger", event, { create_time: `${now}123` });
    expect(open(signed(sealed(body)))).toMatchObject({
      kind: "callback",
      createdAt: now,
      callback: { operatorOpenId: "ou_1", messageId: "om_1", chatId: "oc_1", token: "c-1" },
    });
  });

  it("the retry of seven hours later is still taken, with its first timestamp", () => {
    expect(open(signed(sealed(message)), now + 7 * 3600_000 + 5 * 60_000).kind).toBe("event");
  });

  it("the signature counts over the bytes as received, spaces and unknown keys included", () => {
    const spaced = `{ "extra": 1, "encrypt" : "${encrypt(JSON.stringify(message))}" }\n`;
    expect(open(signed(spaced)).kind).toBe("event");
  });
});

describe("after the Encrypt Key was changed", () => {
  const until = now + 3600_000;
  const changed = { ...secrets, encryptKey: "new-key", oldEncryptKey: { key: secrets.encryptKey, until } };
  const byOldKey = signed(sealed(message));
  const byNewKey = (at = now) =>
    signed(JSON.stringify({ encrypt: encrypt(JSON.stringify(message), "new-key") }), at, "new-key");

  it("deliveries under the old key and under the new one are believed until the stated time", () => {
    expect(openWebhook(byOldKey, changed, until - 1).kind).toBe("event");
    expect(openWebhook(byNewKey(), changed, until - 1).kind).toBe("event");
  });
  it("then only those under the new one", () => {
    expect(openWebhook(byOldKey, changed, until)).toEqual(refusal(401, "wrong_signature"));
    expect(openWebhook(byNewKey(), changed, until).kind).toBe("event");
  });
  it("a body under one key and a signature under the other is refused", () => {
    const mixed = signed(sealed(message), now, "new-key");
    expect(openWebhook(mixed, changed, now).kind).toBe("refused");
  });
});

describe("the URL challenge", () => {
  it("encrypted and unsigned, as the platform sends it, is answered", () => {
    expect(open(unsigned(sealed(challenge)))).toEqual({ kind: "challenge", challenge: "c-1" });
  });

  it("plain, as sent before the Encrypt Key is saved, is answered", () => {
    expect(open(unsigned(JSON.stringify(challenge)))).toEqual({ kind: "challenge", challenge: "c-1" });
  });

  it.each(["attacker", ""])("with the token %j is not answered, plain, encrypted or signed", (token) => {
    const forged = { ...challenge, token };
    expect(open(unsigned(JSON.stringify(forged)))).toEqual(refusal(401, "wrong_token"));
    expect(open(unsigned(sealed(forged)))).toEqual(refusal(401, "unsigned"));
    expect(open(signed(sealed(forged)))).toEqual(refusal(401, "wrong_token"));
  });

  it("an empty token never matches, even where ours was left empty", () => {
    const bare = openWebhook(
      unsigned(JSON.stringify({ ...challenge, token: "" })),
      { ...secrets, verificationToken: "" },
      now,
    );
    expect(bare).toEqual(refusal(401, "wrong_token"));
  });
});

describe("a delivery that is refused", () => {
  it.each(["x-lark-request-timestamp", "x-lark-request-nonce", "x-lark-signature"])("without %s", (name) => {
    const request = signed(sealed(message));
    request.headers.delete(name);
    expect(open(request)).toEqual(refusal(401, "unsigned"));
  });

  it("with one byte of the body changed after signing", () => {
    const request = signed(sealed(message));
    request.body[20] = (request.body[20] ?? 0) ^ 1;
    expect(open(request)).toMatchObject({ kind: "refused" });
    expect(open({ headers: request.headers, body: new TextEncoder().encode(sealed(message)) })).toEqual(
      refusal(401, "wrong_signature"),
    );
  });

  it("signed with another key", () => {
    expect(open(signed(sealed(message), now, "another"))).toEqual(refusal(401, "wrong_signature"));
  });

  it("signed more than a day before or after the machine's clock", () => {
    const request = signed(sealed(message));
    expect(open(request, now + replayWindowMs).kind).toBe("event");
    expect(open(request, now + replayWindowMs + 1000)).toEqual(refusal(401, "stale"));
    expect(open(request, now - replayWindowMs - 1000)).toEqual(refusal(401, "stale"));
  });

  it("with another app's verification token, or for another app", () => {
    const token = sealed(envelope("im.message.receive_v1", {}, { token: "attacker" }));
    expect(open(signed(token))).toEqual(refusal(401, "wrong_token"));
    const app = sealed(envelope("im.message.receive_v1", {}, { app_id: "cli_ffffffffffffffff" }));
    expect(open(signed(app))).toEqual(refusal(401, "wrong_app"));
  });

  it("not encrypted, even when signed", () => {
    expect(open(signed(JSON.stringify(message)))).toEqual(refusal(401, "not_encrypted"));
    expect(open(unsigned(JSON.stringify(message)))).toEqual(refusal(401, "not_encrypted"));
  });

  it.each(["", "not json", "[]", "3", "null", '{"encrypt":', "\u0000"])(
    "as garbage when it is %j",
    (body) => {
      expect(open(signed(body))).toEqual(refusal(400, "not_json"));
    },
  );

  it("as garbage when it is not UTF-8", () => {
    expect(open({ headers: new Headers(), body: new Uint8Array([0x7b, 0xff, 0x7d]) })).toMatchObject({
      status: 400,
    });
  });

  it.each(["AAAA", "", "***", "A".repeat(60)])(
    "as garbage when the cipher is %j, signed or not",
    (cipher) => {
      const body = JSON.stringify({ encrypt: cipher });
      expect(open(unsigned(body))).toEqual(refusal(400, "undecryptable"));
      expect(open(signed(body))).toEqual(refusal(400, "undecryptable"));
    },
  );

  it("as garbage when it is signed but made with another key, or holds no JSON", () => {
    const other = JSON.stringify({ encrypt: encrypt(JSON.stringify(message), "another") });
    expect(open(signed(other))).toEqual(refusal(400, "undecryptable"));
    expect(open(signed(JSON.stringify({ encrypt: encrypt("hello") })))).toEqual(
      refusal(400, "undecryptable"),
    );
  });

  it.each([
    ["an empty object", {}],
    ["no event id", envelope("x", {}, { event_id: "" })],
    ["a time that is none", envelope("x", {}, { create_time: "soon" })],
    [
      "a card callback from nobody",
      envelope("card.action.trigger", { token: "c-1", action: {}, context: {} }),
    ],
  ])("as an unknown shape: %s", (_, document) => {
    expect(open(signed(sealed(document)))).toEqual(refusal(400, "unknown_shape"));
  });

  it("as of the platform's first version, whose setting is known", () => {
    const event = {
      ts: "1.1",
      uuid: "u",
      token: secrets.verificationToken,
      type: "event_callback",
      event: {},
    };
    const card = {
      open_id: "ou_1",
      open_message_id: "om_1",
      token: "c-1",
      action: { tag: "button", value: {} },
    };
    expect(open(signed(sealed(event)))).toEqual(refusal(400, "old_event"));
    expect(open(signed(sealed(card)))).toEqual(refusal(400, "old_card_callback"));
    expect(settingFor("old_card_callback")).toContain("card.action.trigger");
    expect(settingFor("unknown_shape")).toBeNull();
  });

  it("over 1 MiB, before anything is read", () => {
    const body = new Uint8Array(1024 * 1024 + 1);
    expect(open({ headers: new Headers(), body })).toEqual(refusal(413, "too_large"));
  });

  it("unsigned, alike for every cipher, so that padding cannot be probed", () => {
    const good = Buffer.from(encrypt(JSON.stringify(message)), "base64");
    for (let bit = 0; bit < 256; bit += 1) {
      const bent = Buffer.from(good);
      bent[good.length - 17] = bit;
      expect(open(unsigned(JSON.stringify({ encrypt: bent.toString("base64") })))).toEqual(
        refusal(401, "unsigned"),
      );
    }
  });

  it("whatever it is, when no Encrypt Key is configured", () => {
    const keyless = openWebhook(signed(sealed(message), now, ""), { ...secrets, encryptKey: "" }, now);
    expect(keyless).toEqual(refusal(401, "unsigned"));
  });
});

describe("anything at all", () => {
  const answers = new Set(["challenge", "event", "callback", "refused"]);

  it("is answered, never thrown: bytes and headers", () => {
    const headers = fc.dictionary(
      fc.constantFrom("x-lark-request-timestamp", "x-lark-request-nonce", "x-lark-signature"),
      fc.stringMatching(/^[\x21-\x7e]{0,80}$/),
    );
    fc.assert(
      fc.property(headers, fc.uint8Array({ maxLength: 400 }), fc.integer(), (fields, body, at) => {
        expect(answers).toContain(openWebhook({ headers: new Headers(fields), body }, secrets, at).kind);
      }),
    );
  });

  it("is answered, never thrown: signed documents of every shape", () => {
    const event = fc.record(
      { operator: fc.jsonValue(), action: fc.jsonValue(), context: fc.jsonValue(), token: fc.jsonValue() },
      { requiredKeys: [] },
    );
    const document = fc.oneof(
      fc.jsonValue(),
      event.map((body) => envelope("card.action.trigger", body)),
      fc.jsonValue().map((header) => ({ ...envelope("x", {}), header })),
    );
    fc.assert(
      fc.property(document, fc.boolean(), (body, plain) => {
        const text = plain ? JSON.stringify(body) : sealed(body);
        expect(answers).toContain(open(signed(text)).kind);
      }),
    );
  });

  it("is answered, never thrown: a document nested a hundred thousand deep", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(open(signed(deep)).kind).toBe("refused");
    expect(open(signed(JSON.stringify({ encrypt: encrypt(deep) }))).kind).toBe("refused");
  });
});

it("an object made up to break whoever measures it is refused like any other, signed or not", () => {
  const strange = { length: { toString: "" } };
  const plain = { ...challenge, challenge: strange };
  for (const body of [JSON.stringify({ encrypt: strange }), JSON.stringify(plain), sealed(plain)])
    expect(open(unsigned(body)).kind).toBe("refused");
  const header = { event_id: strange };
  expect(open(signed(sealed(envelope("im.message.receive_v1", {}, header)))).kind).toBe("refused");
});
