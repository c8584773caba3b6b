import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { ANNA, GROUP, handClock, openDesk } from "./desk.ts";

const hook = { name: "Alarm", token: "alarm" };
const withHook = (more: object = {}) => [
  { chat_id: GROUP, name: "Everybody", members: ["Anna"], bots: [], hooks: [{ ...hook, ...more }] },
];
const text = (words: string) => ({ msg_type: "text", content: { text: words } });
const HOOK = "/open-apis/bot/v2/hook/";

test("a group's custom bot sends texts, posts and cards, and nothing needs a token", async () => {
  const desk = await openDesk({ groups: withHook() });
  const send = (body: unknown) => desk.post(`${HOOK}alarm`, body);
  expect(await send(text("one"))).toMatchObject({
    status: 200,
    body: { StatusCode: 0, StatusMessage: "success", code: 0, data: {}, msg: "success" },
  });
  const row = [[{ tag: "text", text: "two" }]];
  await send({ msg_type: "post", content: { post: { zh_cn: { title: "t", content: row } } } });
  const element = { tag: "button", text: { tag: "plain_text", content: "Press" }, type: "primary" };
  const card = {
    schema: "2.0",
    body: { elements: [{ ...element, behaviors: [{ type: "callback", value: {} }] }] },
  };
  await send({ msg_type: "interactive", card });
  const { messages, chats } = desk.sandbox.state();
  expect(messages.map(({ msg_type }) => msg_type)).toEqual(["text", "post", "interactive"]);
  expect(chats[0]?.hooks).toEqual([{ id: messages[0]?.sender.id, name: "Alarm" }]);
  const message_id = messages[2]?.message_id ?? "";
  const pressed = await desk.act({ act: "press", as: ANNA, message_id, target: { text: "Press" } });
  expect(pressed.body).toMatchObject({ outcome: { code: 200340 } });
});

test("a secret asks for a signature that is not older than an hour", async () => {
  const clock = handClock();
  const desk = await openDesk({ groups: withHook({ secret: "shh" }) }, { clock });
  const send = (timestamp: number, secret: string) => {
    const sign = createHmac("sha256", `${timestamp}\n${secret}`).digest("base64");
    return desk.post(`${HOOK}alarm`, { timestamp: String(timestamp), sign, ...text("x") });
  };
  const now = clock() / 1000;
  expect((await send(now, "shh")).body).toMatchObject({ code: 0 });
  for (const wrong of [
    await send(now, "other"),
    await send(now - 3_601, "shh"),
    await send(Number.NaN, "shh"),
  ]) {
    expect(wrong.body).toMatchObject({ code: 19021, msg: expect.stringContaining("sign match fail") });
  }
  expect((await desk.post(`${HOOK}alarm`, text("x"))).body).toMatchObject({ code: 19021 });
});

test("keywords, a wrong address, a wrong body, a refused card and a sixth in a second are refused", async () => {
  const desk = await openDesk({ groups: withHook({ keywords: ["deploy"] }) }, { clock: handClock() });
  const code = async (body: unknown, token = "alarm") => (await desk.post(HOOK + token, body)).body;
  expect(await code(text("hello"))).toMatchObject({ code: 19024, msg: "Key Words Not Found" });
  expect(await code(text("hello"), "none")).toMatchObject({ code: 19001 });
  expect(await code({ msg_type: "audio" })).toMatchObject({ code: 9499, msg: "Bad Request" });
  const elements = [{ tag: "teleport", content: "deploy" }];
  expect(await code({ msg_type: "interactive", card: { schema: "2.0", body: { elements } } })).toMatchObject({
    code: 230099,
  });
  const burst = await Promise.all(Array.from({ length: 6 }, () => code(text("deploy"))));
  const codes = burst.map((body) => z.object({ code: z.number() }).parse(body).code);
  expect(codes.sort()).toEqual([0, 0, 0, 0, 0, 11232]);
});

test("a custom bot is added by hand, once per token", async () => {
  const desk = await openDesk();
  const add = (body: unknown) => desk.post(`/sandbox/chats/${GROUP}/hooks`, body);
  expect(await add(hook)).toMatchObject({
    status: 200,
    body: { hook: { name: "Alarm", path: `${HOOK}alarm` } },
  });
  expect(await add(hook)).toMatchObject({ status: 400, body: { error: "the token alarm is taken" } });
  const listed = await desk.call("GET", "/sandbox/hooks");
  expect(listed.body).toMatchObject({ hooks: [{ name: "Alarm", chat_id: GROUP }] });
});
