import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { encodeFrame } from "../../../src/sandbox/long-connection/frame.ts";
import { openBot } from "../server/bot.ts";
import { ANNA, APP_ID, type Desk, handClock, openDesk } from "../server/desk.ts";
import { connectRaw, connectUrl, envelopeIn, openLinkedDesk } from "./linked-desk.ts";

const ENDPOINT = "/callback/ws/endpoint";
const credentials = { AppID: APP_ID, AppSecret: "secret one" };

const say = (desk: Desk, text: string) =>
  desk.act({ act: "send", as: ANNA, app_id: APP_ID, content: { kind: "text", text } });

test("the endpoint answers a URL and the client's intervals, and names no reason to refuse without data", async () => {
  const desk = await openDesk();
  expect(await desk.post(ENDPOINT, credentials)).toMatchObject({
    status: 200,
    body: {
      code: 0,
      data: {
        URL: expect.stringMatching(
          /^ws:\/\/127\.0\.0\.1:\d+\/ws\/v2\?fpid=.*&device_id=.*&service_id=.*&ticket=/,
        ),
        ClientConfig: { ReconnectCount: -1, ReconnectInterval: 120, ReconnectNonce: 30, PingInterval: 120 },
      },
    },
  });
  const refused = { status: 200, body: { code: 514, data: {} } };
  expect(await desk.post(ENDPOINT, { ...credentials, AppSecret: "guess" })).toMatchObject(refused);
  expect(await desk.post(ENDPOINT, { app_id: APP_ID, app_secret: "secret one" })).toMatchObject(refused);
  expect(await desk.post(ENDPOINT, [])).toMatchObject(refused);
  for (const code of [1, 403, 514, 1000040343, 1000040350]) {
    await desk.post("/sandbox/faults", { endpoint_code: { value: code, next: 1 } });
    expect(await desk.post(ENDPOINT, credentials)).toMatchObject({ status: 200, body: { code, data: {} } });
  }
});

test("a ping is answered with the intervals, and the app is heard of in the inspector without secrets", async () => {
  const desk = await openLinkedDesk();
  const client = await connectRaw(desk);
  await client.ping();
  const pong = client.frames.find((frame) => frame.headers.type === "pong");
  expect(JSON.parse(new TextDecoder().decode(pong?.payload))).toEqual({
    ReconnectCount: -1,
    ReconnectInterval: 1,
    ReconnectNonce: 0,
    PingInterval: 120,
  });
  const ticket = new URL(await connectUrl(desk)).searchParams.get("ticket") ?? "";
  const { text } = await desk.call("GET", "/sandbox/exchanges");
  expect(text).not.toContain("secret one");
  expect(text).not.toContain(ticket);
});

test("each event goes to one of several clients by chance, never to all", async () => {
  const desk = await openLinkedDesk({ faults: { limits_off: true } });
  const clients = await Promise.all([connectRaw(desk), connectRaw(desk), connectRaw(desk)]);
  for (const client of clients) {
    client.socket.on("message", () => {
      const newest = client.frames.at(-1);
      if (newest?.headers.type === "event") client.ack(newest, { code: 200 });
    });
    await client.ping();
  }
  for (let n = 0; n < 60; n += 1) await say(desk, `${n}`);
  await desk.sandbox.idle();
  const counts = clients.map((client) => client.frames.filter((one) => one.headers.type === "event").length);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
  expect(Math.min(...counts)).toBeGreaterThan(0);
});

test("what waits while nobody is connected comes with the next connection, once", async () => {
  const desk = await openLinkedDesk({}, { clock: handClock() });
  await say(desk, "first");
  await say(desk, "second");
  await desk.sandbox.idle();
  const client = await connectRaw(desk);
  await client.ping();
  const frames = await client.received(2);
  for (const frame of frames) client.ack(frame, { code: 200 });
  await desk.sandbox.idle();
  const texts = frames.map((frame) => envelopeIn(frame).event.message);
  expect(texts).toMatchObject([{ content: '{"text":"first"}' }, { content: '{"text":"second"}' }]);
  await desk.sandbox.moveClock({ advance_ms: 86_400_000 });
  expect(client.frames.filter((frame) => frame.headers.type === "event").length).toBe(2);
});

test("an event without an ack in time comes again under its own id, as by webhook", async () => {
  const clock = handClock();
  const desk = await openLinkedDesk({}, { clock, deadlines: { delivery: 50 } });
  const client = await connectRaw(desk);
  await client.ping();
  await say(desk, "hello?");
  await desk.sandbox.idle();
  for (const ms of [15_000, 300_000, 3_600_000, 21_600_000, 86_400_000]) {
    await desk.sandbox.moveClock({ advance_ms: ms });
  }
  const frames = await client.received(5);
  expect(new Set(frames.map((frame) => envelopeIn(frame).header.event_id)).size).toBe(1);
  expect(new Set(frames.map((frame) => frame.headers.message_id)).size).toBe(5);
  expect(frames.length).toBe(5);
});

test("a slow line takes its time out of the three seconds", async () => {
  const desk = await openLinkedDesk({ faults: { delay_delivery_ms: 60 } }, { deadlines: { delivery: 50 } });
  const client = await connectRaw(desk);
  await client.ping();
  await say(desk, "too late");
  await desk.sandbox.idle();
  expect(client.frames.filter((frame) => frame.headers.type === "event")).toEqual([]);
  expect((await desk.call("GET", "/sandbox/idle")).body).toMatchObject({ retries_waiting: 1 });
});

test("an event above 64 KiB comes in parts, whose payloads are one envelope", async () => {
  const desk = await openLinkedDesk();
  const client = await connectRaw(desk);
  await client.ping();
  const text = "长".repeat(49_000);
  await say(desk, text);
  const parts = await client.received(3);
  expect(parts.map((part) => part.headers.seq)).toEqual(["0", "1", "2"]);
  expect(parts.map((part) => part.headers.sum)).toEqual(["3", "3", "3"]);
  const [first] = parts;
  const whole = first && { ...first, payload: Buffer.concat(parts.map((part) => part.payload)) };
  expect(envelopeIn(whole).event.message).toMatchObject({ content: JSON.stringify({ text }) });
  for (const part of parts.slice(-1)) client.ack(part, { code: 200 });
  await desk.sandbox.idle();
});

test("a sandbox that ends says so to its clients", async () => {
  const desk = await openLinkedDesk();
  const client = await connectRaw(desk);
  await client.ping();
  await desk.sandbox.close();
  expect(await client.closed).toBe(1001);
});

test("an ack that is none counts as none", async () => {
  const desk = await openLinkedDesk({}, { clock: handClock() });
  const client = await connectRaw(desk);
  await client.ping();
  await say(desk, "hello?");
  const [frame] = await client.received(1);
  if (frame !== undefined) client.ack(frame, ["not", "an", "ack"]);
  await desk.sandbox.idle();
  expect((await desk.call("GET", "/sandbox/idle")).body).toMatchObject({ retries_waiting: 1 });
});

test("the 51st connection is refused, at the endpoint and at the door", async () => {
  const desk = await openLinkedDesk();
  const early = await connectUrl(desk);
  await Promise.all(Array.from({ length: 50 }, () => connectRaw(desk)));
  expect((await desk.post(ENDPOINT, credentials)).body).toMatchObject({ code: 1000040350, data: {} });
  expect(await refusedHandshake(early)).toMatchObject({
    "handshake-status": "514",
    "handshake-autherrcode": "1000040350",
  });
});

test("a connect URL opens one connection, and only a true one does", async () => {
  const desk = await openLinkedDesk();
  const url = await connectUrl(desk);
  await expect(refusedHandshake(`${url}0`)).resolves.toMatchObject({ "handshake-status": "514" });
  const socket = new WebSocket(url);
  await new Promise((resolve) => socket.once("open", resolve));
  expect(await refusedHandshake(url)).toMatchObject({ "handshake-status": "514" });
  expect(await refusedHandshake(url.replace("/ws/v2", "/elsewhere"))).toMatchObject({ connection: "close" });
  socket.terminate();
});

test("the console chooses the long connection only while a client is there", async () => {
  const desk = await openDesk();
  const modes = (body: unknown) => desk.post(`/sandbox/apps/${APP_ID}/modes`, body);
  expect(await modes({ event_mode: "long_connection" })).toMatchObject({ status: 400 });
  const client = await connectRaw(desk);
  await client.ping();
  expect(await modes({ event_mode: "long_connection" })).toMatchObject({
    status: 200,
    body: { event_mode: "long_connection", callback_mode: "webhook" },
  });
  await say(desk, "by the long way");
  expect(envelopeIn((await client.received(1))[0]).header.event_type).toBe("im.message.receive_v1");
  expect(await modes({})).toMatchObject({ status: 400 });
  expect(await desk.post("/sandbox/apps/cli_none/modes", { event_mode: "webhook" })).toMatchObject({
    status: 400,
  });
});

test("an app that stays with its request URL gets its events there, connected or not", async () => {
  const bot = await openBot();
  const desk = await openDesk();
  await desk.sandbox.setUrls(APP_ID, { event_url: bot.url });
  const client = await connectRaw(desk);
  await client.ping();
  await say(desk, "by post");
  await bot.arrived(1);
  await desk.sandbox.idle();
  expect(client.frames.filter((frame) => frame.headers.type === "event")).toEqual([]);
});

test("a client that speaks another language is let go, and the server goes on", async () => {
  const desk = await openLinkedDesk();
  const texts = await connectRaw(desk);
  texts.socket.send("hello");
  expect(await texts.closed).toBe(1003);
  const noise = await connectRaw(desk);
  noise.socket.send(Buffer.from([255, 255, 255]));
  expect(await noise.closed).toBe(1002);
  const loud = await connectRaw(desk);
  loud.socket.send(Buffer.alloc(2_000_000));
  expect(await loud.closed).toBe(1009);
  const good = await connectRaw(desk);
  await good.ping();
  good.socket.send(
    encodeFrame({ seqId: 9n, logId: 9n, service: 3, method: 1, headers: {}, payload: Buffer.from("{}") }),
  );
  await good.ping();
});

test("a client that stops reading is let go before its letters fill the memory; others still hear", async () => {
  const desk = await openLinkedDesk({ faults: { limits_off: true } }, { deadlines: { delivery: 20 } });
  const asleep = await connectRaw(desk);
  await asleep.ping();
  asleep.socket.pause();
  const long = "长".repeat(49_000);
  const connections = async () =>
    (await desk.post(`/sandbox/apps/${APP_ID}/modes`, { event_mode: "long_connection" })).status;
  let sent = 0;
  while ((await connections()) === 200 && sent < 400) {
    await Promise.all(Array.from({ length: 10 }, () => say(desk, long)));
    await desk.sandbox.idle();
    sent += 10;
  }
  expect(await connections()).toBe(400);
  const awake = await connectRaw(desk);
  await awake.ping();
  await say(desk, "good morning");
  await awake.received(1);
});

/** The response headers of a refused handshake. */
function refusedHandshake(url: string): Promise<Record<string, string | string[] | undefined>> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.once("open", () => reject(new Error("the handshake was accepted")));
    socket.once("unexpected-response", (_request, response) => resolve(response.headers));
    socket.on("error", () => {});
  });
}
