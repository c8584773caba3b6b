import { expect, test } from "vitest";
import { z } from "zod";
import { createRateLimits } from "../../../src/sandbox/platform/rate-limits.ts";
import { ANNA, APP_ID, BEN, card, GROUP, handClock, openDesk } from "./desk.ts";

const TOKEN = "/open-apis/auth/v3/tenant_access_token/internal";
const MESSAGES = "/open-apis/im/v1/messages";
const CHATS = "/open-apis/im/v1/chats";
const issued = z.object({ tenant_access_token: z.string(), expire: z.number() });

test("a token lives two hours; under 30 minutes a new one is given and both work", async () => {
  const clock = handClock();
  const desk = await openDesk({}, { clock });
  const ask = async () =>
    issued.parse((await desk.post(TOKEN, { app_id: APP_ID, app_secret: "secret one" })).body);
  const use = (token: string) => desk.call("GET", CHATS, undefined, { authorization: `Bearer ${token}` });
  const first = await ask();
  expect(first.expire).toBe(7200);
  clock.forward(89 * 60_000);
  expect(await ask()).toEqual({ tenant_access_token: first.tenant_access_token, expire: 31 * 60 });
  clock.forward(2 * 60_000);
  const second = await ask();
  expect(second.tenant_access_token).not.toBe(first.tenant_access_token);
  expect((await use(first.tenant_access_token)).status).toBe(200);
  clock.forward(29 * 60_000);
  expect(await use(first.tenant_access_token)).toMatchObject({ status: 400, body: { code: 99991663 } });
  expect((await use(second.tenant_access_token)).status).toBe(200);
});

test("moving the rehearsed time does not age a token, because the client counts real time", async () => {
  const desk = await openDesk();
  const auth = await desk.token();
  await desk.sandbox.moveClock({ advance_ms: 90 * 86_400_000 });
  expect((await desk.call("GET", CHATS, undefined, auth)).status).toBe(200);
});

test("wrong credentials are told apart, with HTTP 200 as on the platform", async () => {
  const desk = await openDesk();
  const ask = (body: unknown) => desk.post(TOKEN, body);
  expect(await ask({ app_id: APP_ID, app_secret: "wrong" })).toMatchObject({
    status: 200,
    body: { code: 10014, msg: "app secret invalid" },
  });
  expect(await ask({ app_id: "cli_0000000000000000", app_secret: "x" })).toMatchObject({
    body: { code: 10003, msg: "invalid param" },
  });
  expect(await ask({ app_id: "Clerk", app_secret: "x" })).toMatchObject({ body: { code: 10003 } });
  expect(await ask({})).toMatchObject({ body: { code: 10003 } });
});

test("a call without a token, with a malformed one or with an unknown one is refused", async () => {
  const desk = await openDesk();
  const call = (headers: Record<string, string>) => desk.call("GET", CHATS, undefined, headers);
  expect(await call({})).toMatchObject({ status: 400, body: { code: 99991661 } });
  expect(await call({ authorization: "t-123" })).toMatchObject({ body: { code: 99991661 } });
  expect(await call({ authorization: "Bearer nonsense" })).toMatchObject({ body: { code: 99991671 } });
  expect(await call({ authorization: "Bearer t-0000" })).toMatchObject({ body: { code: 99991663 } });
});

test("one API takes 50 calls a second from an app, then 429 with the wait", async () => {
  const clock = handClock();
  const desk = await openDesk({}, { clock });
  const auth = await desk.token();
  const call = () => desk.call("GET", CHATS, undefined, auth);
  const burst = await Promise.all(Array.from({ length: 51 }, call));
  expect(burst.filter(({ status }) => status === 200).length).toBe(50);
  const refused = burst.find(({ status }) => status === 429);
  expect(refused?.body).toMatchObject({ code: 99991400, msg: "request trigger frequency limit" });
  expect(refused?.headers.get("x-ogw-ratelimit-limit")).toBe("50");
  expect(refused?.headers.get("x-ogw-ratelimit-reset")).toBe("1");
  expect((await desk.call("GET", `${CHATS}/${GROUP}`, undefined, auth)).status).toBe(200);
});

test("over a minute 1,000 calls are taken, and the wait is told in seconds", () => {
  const clock = handClock();
  const limits = createRateLimits(clock);
  for (let second = 0; second < 20; second += 1) {
    for (let n = 0; n < 50; n += 1) expect(limits.takeApi("app", "api")).toEqual({ ok: true });
    clock.forward(1_000);
  }
  expect(limits.takeApi("app", "api")).toEqual({ ok: false, limit: 1_000, reset: 40 });
  expect(limits.takeApi("other app", "api")).toEqual({ ok: true });
  expect(limits.takeApi("app", "other api")).toEqual({ ok: true });
  clock.forward(40_000);
  expect(limits.takeApi("app", "api")).toEqual({ ok: true });
});

test("a person and a group take 5 messages a second, a card 5 updates", async () => {
  const clock = handClock();
  const desk = await openDesk({}, { clock });
  const auth = await desk.token();
  const send = (idType: string, receive_id: string) =>
    desk.post(
      `${MESSAGES}?receive_id_type=${idType}`,
      { receive_id, msg_type: "interactive", content: JSON.stringify(card()) },
      auth,
    );
  const codes = async (count: number, one: () => Promise<{ status: number; body: unknown }>) => {
    const replies = [];
    for (let n = 0; n < count; n += 1) replies.push(await one());
    return replies.map(({ body }) => z.object({ code: z.number() }).parse(body).code);
  };
  expect(await codes(6, () => send("open_id", ANNA))).toEqual([0, 0, 0, 0, 0, 230020]);
  expect(await codes(1, () => send("open_id", BEN))).toEqual([0]);
  expect(await codes(6, () => send("chat_id", GROUP))).toEqual([0, 0, 0, 0, 0, 230020]);
  clock.forward(1_000);
  expect(await codes(1, () => send("open_id", ANNA))).toEqual([0]);
  const [message] = desk.sandbox.state().messages;
  const patch = () =>
    desk.call("PATCH", `${MESSAGES}/${message?.message_id}`, { content: JSON.stringify(card()) }, auth);
  expect(await codes(6, patch)).toEqual([0, 0, 0, 0, 0, 230020]);
});

test("limits can be switched off", async () => {
  const desk = await openDesk({}, { clock: handClock() });
  const auth = await desk.token();
  await desk.post("/sandbox/faults", { limits_off: true });
  const body = { receive_id: ANNA, msg_type: "text", content: '{"text":"x"}' };
  const replies = await Promise.all(
    Array.from({ length: 60 }, () => desk.post(`${MESSAGES}?receive_id_type=open_id`, body, auth)),
  );
  expect(replies.every(({ status }) => status === 200)).toBe(true);
});
