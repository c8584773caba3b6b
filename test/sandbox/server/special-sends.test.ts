import { expect, test } from "vitest";
import { openBot } from "./bot.ts";
import { ANNA, APP_ID, BEN, card, GROUP, OTHER_GROUP, openDesk } from "./desk.ts";
import { refusalOf, sdkClient } from "./sdk.ts";

const button = {
  tag: "button",
  name: "go",
  text: { tag: "plain_text", content: "Go" },
  behaviors: [{ type: "callback", value: {} }],
};

async function office() {
  const desk = await openDesk({ faults: { limits_off: true } });
  const client = sdkClient(desk);
  const post = (url: string, data: object) =>
    client.request({ method: "POST", url: `/open-apis${url}`, data });
  const newest = async () => (await desk.state()).messages.at(-1);
  return { desk, client, post, newest };
}

test("a batch reaches everybody it names and says who does not exist", async () => {
  const { desk, post } = await office();
  const sent = await post("/message/v4/batch_send/", {
    msg_type: "text",
    content: { text: "to all" },
    open_ids: [ANNA, "ou_nobody", "ou_gone"],
    user_ids: ["none"],
    department_ids: ["od-1"],
  });
  expect(sent).toMatchObject({
    code: 0,
    msg: "ok",
    data: {
      message_id: expect.stringMatching(/^bm-/),
      invalid_open_ids: ["ou_nobody", "ou_gone"],
      invalid_user_ids: ["none"],
      invalid_union_ids: [],
      invalid_department_ids: ["od-1"],
    },
  });
  const { messages } = await desk.state();
  expect(messages.map((message) => message.content)).toEqual(['{"text":"to all"}']);
});

test("a card sent in a batch neither updates nor calls back, and is not urged, edited or replied to", async () => {
  const { desk, client, post, newest } = await office();
  const bot = await openBot();
  await desk.sandbox.setUrls(APP_ID, { callback_url: bot.url });
  await post("/message/v4/batch_send/", { msg_type: "interactive", card: card(button), open_ids: [ANNA] });
  const message_id = (await newest())?.message_id ?? "";
  const content = JSON.stringify(card());
  const { message } = client.im.v1;
  expect(await refusalOf(message.patch({ path: { message_id }, data: { content } }))).toMatchObject({
    code: 230001,
  });
  const urge = message.urgentApp({
    path: { message_id },
    params: { user_id_type: "open_id" },
    data: { user_id_list: [ANNA] },
  });
  expect(await refusalOf(urge)).toMatchObject({ code: 230052 });
  const reply = { msg_type: "text", content: '{"text":"x"}' };
  expect(await refusalOf(message.reply({ path: { message_id }, data: reply }))).toMatchObject({
    code: 230054,
  });
  const pressed = await desk.act({ act: "press", as: ANNA, message_id, target: { name: "go" } });
  expect(pressed.body).toMatchObject({ outcome: { code: 200340 } });
  expect(bot.deliveries).toEqual([]);
});

test("a batch's refusals come with HTTP 200 and the old codes", async () => {
  const { post } = await office();
  const send = (data: object) => refusalOf(post("/message/v4/batch_send/", { open_ids: [ANNA], ...data }));
  const text = { msg_type: "text", content: { text: "x" } };
  expect(await send({ ...text, open_ids: [] })).toMatchObject({ status: 200, code: 10003 });
  expect(await send({ ...text, open_ids: Array.from({ length: 201 }, () => ANNA) })).toMatchObject({
    code: 10003,
  });
  expect(await send({ msg_type: "text" })).toMatchObject({ status: 200, code: 10003 });
  expect(await send({ msg_type: "image", content: { image_key: "img_v3_none" } })).toMatchObject({
    code: 11227,
  });
  expect(await send({ msg_type: "share_chat", content: { share_chat_id: "oc_none" } })).toMatchObject({
    code: 11231,
  });
  expect(await send({ msg_type: "interactive", card: card({ tag: "note" }) })).toMatchObject({
    status: 200,
    code: 11246,
    msg: expect.stringContaining("ErrCode: 200861"),
  });
  const post_ = { zh_cn: { title: "t", content: [[{ tag: "text", text: "x" }]] } };
  expect(await send({ msg_type: "post", content: { post: post_ } })).toMatchObject({ code: 0 });
  expect(await send({ msg_type: "share_chat", content: { share_chat_id: GROUP } })).toMatchObject({
    code: 0,
  });
});

test("an ephemeral card is seen and pressed by one member only, and cannot be patched", async () => {
  const { desk, client, post, newest } = await office();
  const bot = await openBot();
  await desk.sandbox.setUrls(APP_ID, { callback_url: bot.url });
  const sent = await post("/ephemeral/v1/send", {
    chat_id: GROUP,
    open_id: ANNA,
    msg_type: "interactive",
    card: card(button),
  });
  const message = await newest();
  expect(sent).toEqual({ code: 0, msg: "ok", data: { message_id: message?.message_id } });
  expect(message).toMatchObject({ chat_id: GROUP, visible_to: [ANNA] });
  const message_id = message?.message_id ?? "";
  const press = (as: string) => desk.act({ act: "press", as, message_id, target: { name: "go" } });
  expect(await press(BEN)).toMatchObject({ status: 400 });
  expect(await press(ANNA)).toMatchObject({ body: { outcome: { code: 0 } } });
  const content = { kind: "text", text: "what?" } as const;
  expect(await desk.act({ act: "reply", as: BEN, message_id, content })).toMatchObject({ status: 400 });
  expect(await desk.act({ act: "react", as: BEN, message_id, emoji: "OK" })).toMatchObject({ status: 400 });
  for (const as of [BEN, ANNA]) await desk.act({ act: "read", as, chat_id: GROUP });
  expect((await newest())?.read_by).toEqual([ANNA]);
  const patch = client.im.v1.message.patch({
    path: { message_id },
    data: { content: JSON.stringify(card()) },
  });
  expect(await refusalOf(patch)).toMatchObject({ code: 230001 });
  const history = await client.im.v1.message.list({
    params: { container_id_type: "chat", container_id: GROUP },
  });
  expect(history.data?.items).toEqual([]);
  const remove = () => refusalOf(post("/ephemeral/v1/delete", { message_id }));
  expect(await remove()).toMatchObject({ code: 0 });
  expect(await remove()).toMatchObject({ code: 18051 });
});

test("an ephemeral card needs a group of the bot's, a member of it and a sound card", async () => {
  const { desk, client, post } = await office();
  const send = (data: object) =>
    refusalOf(
      post("/ephemeral/v1/send", {
        chat_id: GROUP,
        open_id: ANNA,
        msg_type: "interactive",
        card: card(),
        ...data,
      }),
    );
  expect(await send({})).toMatchObject({ code: 0 });
  expect(await send({ open_id: undefined, email: "anna@example.com" })).toMatchObject({ code: 0 });
  const p2p = await client.im.v1.message.create({
    params: { receive_id_type: "open_id" },
    data: { receive_id: ANNA, msg_type: "text", content: '{"text":"x"}' },
  });
  expect(await send({ chat_id: p2p.data?.chat_id })).toMatchObject({ status: 400, code: 230001 });
  expect(await send({ chat_id: OTHER_GROUP, open_id: BEN })).toMatchObject({ code: 230002 });
  expect(await send({ open_id: "ou_gone" })).toMatchObject({ code: 230001 });
  expect(await send({ open_id: undefined })).toMatchObject({ code: 230001 });
  expect(await send({ msg_type: "text" })).toMatchObject({ code: 99992402 });
  expect(await send({ card: card({ tag: "note" }) })).toMatchObject({ code: 230099 });
  expect((await desk.state()).messages.filter((one) => one.visible_to !== undefined).length).toBe(2);
});

test("bubbles stand under the bot's newest p2p message, once and for ten minutes", async () => {
  const { desk, client } = await office();
  const send = async (receive_id: string, receive_id_type: "open_id" | "chat_id" = "open_id") => {
    const data = { receive_id, msg_type: "text", content: '{"text":"您要看什么？"}' };
    return (await client.im.v1.message.create({ params: { receive_id_type }, data })).data?.message_id ?? "";
  };
  const follow_ups = [
    { content: "进度", i18n_contents: [{ content: "Progress", language: "en_us" as const }] },
  ];
  const push = (message_id: string, bubbles: typeof follow_ups = follow_ups) =>
    refusalOf(client.im.v1.message.pushFollowUp({ path: { message_id }, data: { follow_ups: bubbles } }));
  const first = await send(ANNA);
  expect(await push(first, [])).toMatchObject({ status: 400, code: 230007 });
  expect(await push(first)).toMatchObject({ code: 0 });
  expect((await desk.state()).messages[0]).toMatchObject({
    follow_ups: [{ content: "进度", i18n: { en_us: "Progress" } }],
  });
  expect(await push(first)).toMatchObject({ code: 230008 });
  const second = await send(ANNA);
  expect(await push(first)).toMatchObject({ code: 230006 });
  expect(await push(await send(GROUP, "chat_id"))).toMatchObject({ code: 230003 });
  expect(await push("om_none")).toMatchObject({ code: 99992354 });
  await desk.sandbox.moveClock({ advance_ms: 600_001 });
  expect(await push(second)).toMatchObject({ code: 230002, msg: "expired message." });
});

test("bubbles that are missing, or for somebody the app is not for, have the codes of their page", async () => {
  const { desk, client } = await office();
  const params = { receive_id_type: "open_id" } as const;
  const data = { receive_id: ANNA, msg_type: "text", content: '{"text":"x"}' };
  const message_id = (await client.im.v1.message.create({ params, data })).data?.message_id;
  const push = async (body: object) => {
    const path = `/open-apis/im/v1/messages/${message_id}/push_follow_up`;
    return (await desk.call("POST", path, body, await desk.token())).body;
  };
  const words = "Your request contains an invalid request parameter.";
  expect(await push({})).toMatchObject({ code: 230001, msg: words });
  expect(await push({ follow_ups: [{ content: "" }] })).toMatchObject({
    code: 230007,
    msg: "invalid follow up.",
  });
  await desk.post(`/sandbox/apps/${APP_ID}/console`, { available_to: [BEN] });
  expect(await push({ follow_ups: [{ content: "x" }] })).toMatchObject({
    code: 230005,
    msg: "user is not visible to bot.",
  });
});

test("deliveries come from this machine", async () => {
  const { client } = await office();
  const found = await client.event.v1.outboundIp.list({ params: { page_size: 50 } });
  expect(found.data).toEqual({ ip_list: ["127.0.0.1"], has_more: false });
  expect(await refusalOf(client.event.v1.outboundIp.list({ params: { page_size: 51 } }))).toMatchObject({
    code: 1810001,
  });
});
