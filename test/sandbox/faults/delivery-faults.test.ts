import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { openBot } from "../server/bot.ts";
import { ANNA, APP_ID, BEN, GROUP, KEYS } from "../server/desk.ts";
import { withFaults } from "./fault-desk.ts";

test("an event overtaken by the next one arrives after it, once", async () => {
  const { bot, desk, faults, say, said } = await withFaults();
  await faults({ reorder: { next: 1 } });
  await say("first");
  await desk.sandbox.idle();
  expect(said()).toEqual([]);
  expect((await desk.call("GET", "/sandbox/idle")).body).toMatchObject({ retries_waiting: 1 });
  await say("second");
  await desk.sandbox.idle();
  expect(said()).toEqual(["second", "first"]);
  expect(bot.deliveries.length).toBe(2);
});

test("an event that nothing overtakes arrives when time goes on", async () => {
  const { desk, faults, say, said } = await withFaults();
  await faults({ reorder: { next: 1, person: ANNA } });
  await say("from Ben", BEN);
  await say("alone");
  await desk.sandbox.idle();
  expect(said()).toEqual(["from Ben"]);
  await desk.sandbox.moveClock({ advance_ms: 1_000 });
  expect(said()).toEqual(["from Ben", "alone"]);
});

test("duplicates, wrong signatures and garbage can be meant for one kind of event or one person", async () => {
  const { bot, desk, faults, say, sendCard, press } = await withFaults();
  await faults({ duplicate: { person: BEN }, garbage_cipher: { path: "card.action.trigger" } });
  await say("one");
  await say("two", BEN);
  await desk.sandbox.idle();
  expect(bot.deliveries.length).toBe(3);
  expect(await press(await sendCard(ANNA), ANNA)).toMatchObject({
    body: { outcome: { code: 200671, error: expect.any(String) } },
  });
  await faults({ duplicate: null, garbage_cipher: null, wrong_signature: { person: BEN, next: 1 } });
  await say("three");
  await say("four", BEN);
  await desk.sandbox.idle();
  const isGenuine = bot.deliveries.slice(-2).map(({ headers, raw }) => {
    const text = `${headers["x-lark-request-timestamp"]}${headers["x-lark-request-nonce"]}${KEYS.encrypt_key}${raw}`;
    return headers["x-lark-signature"] === createHash("sha256").update(text).digest("hex");
  });
  expect(isGenuine).toEqual([true, false]);
});

test("a replayed delivery is the same byte for byte, a duplicate is sealed anew", async () => {
  const { bot, desk, faults, say } = await withFaults();
  await faults({ replay: { next: 1 } });
  await say("overheard");
  await desk.sandbox.idle();
  const [first, again] = bot.deliveries;
  expect(again?.raw).toBe(first?.raw);
  expect(again?.headers).toEqual(first?.headers);
  await faults({ duplicate: { next: 1 } });
  await say("twice");
  await desk.sandbox.idle();
  const [one, other] = bot.deliveries.slice(2);
  expect(other?.raw).not.toBe(one?.raw);
  expect(other?.body).toEqual(one?.body);
});

test("a skewed clock stamps deliveries with another time and signs that", async () => {
  const { bot, desk, faults, say } = await withFaults();
  await faults({ clock_skew_s: { value: -86_400, next: 1 } });
  await say("from yesterday");
  await say("from now");
  await desk.sandbox.idle();
  const [old = 0, fresh = 0] = bot.deliveries.map(({ headers }) =>
    Number(headers["x-lark-request-timestamp"]),
  );
  expect(fresh - old).toBeGreaterThanOrEqual(86_399);
  expect(fresh - old).toBeLessThanOrEqual(86_402);
});

test("a slow line takes its time out of the bot's three seconds", async () => {
  const { bot, desk, faults, sendCard, press } = await withFaults();
  const message_id = await sendCard(GROUP);
  await faults({ delay_delivery_ms: { value: 30, next: 1 } });
  const started = performance.now();
  expect(await press(message_id, ANNA)).toMatchObject({ body: { outcome: { code: 0 } } });
  expect(performance.now() - started).toBeGreaterThanOrEqual(29);
  expect(bot.deliveries.length).toBe(1);
  const { body } = await desk.call("GET", "/sandbox/exchanges?limit=1");
  expect(body).toMatchObject({ exchanges: [{ status: 200 }] });
});

test("a challenge is signed only when the switch says so", async () => {
  const { desk, faults } = await withFaults();
  const headers: unknown[] = [];
  const bot = await openBot();
  const challenge = async () => {
    await desk.sandbox.setUrls(APP_ID, { event_url: bot.url });
    const { body } = await desk.call("GET", "/sandbox/exchanges?limit=1");
    headers.push(body);
  };
  await challenge();
  await faults({ signature_on_challenge: { next: 1 } });
  await challenge();
  const signature = { "x-lark-signature": expect.stringMatching(/^[0-9a-f]{64}$/) };
  expect(headers[0]).not.toMatchObject({ exchanges: [{ request_headers: signature }] });
  expect(headers[1]).toMatchObject({ exchanges: [{ request_headers: signature }] });
});

test("@everyone is a word of the text, with the switch also a mention that has no ids", async () => {
  const { bot, desk, faults } = await withFaults();
  // Mentioning everyone mentions no bot: only bots that may read all group messages get it.
  await desk.post(`/sandbox/apps/${APP_ID}/console`, { scopes: ["im:message.group_msg"] });
  const call = async () => {
    const text = '<at user_id="all">所有人</at> 开会';
    await desk.act({ act: "send", as: ANNA, chat_id: GROUP, content: { kind: "text", text } });
    await desk.sandbox.idle();
    return Object(bot.events().at(-1)?.event.message);
  };
  const before = await call();
  expect([JSON.parse(before.content).text, before.mentions]).toEqual(["@_all 开会", undefined]);
  await faults({ all_as_mention: { next: 1 } });
  expect(await call()).toMatchObject({
    mentions: [{ key: "@_all", id: { open_id: "", union_id: "" } }],
  });
  expect((await call()).mentions).toBeUndefined();
});
