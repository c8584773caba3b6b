import { expect, test } from "vitest";
import { openBot } from "./bot.ts";
import { ANNA, APP_ID, BEN, GROUP, openDesk } from "./desk.ts";
import { refusalOf, sdkClient } from "./sdk.ts";

const TEXT = { msg_type: "text", content: '{"text":"in the thread"}' };

async function withThread() {
  const desk = await openDesk();
  const client = sdkClient(desk);
  const root = await desk.send(GROUP, "text", { text: "root" });
  const reply = await client.im.v1.message.reply({
    path: { message_id: root },
    data: { ...TEXT, reply_in_thread: true },
  });
  return { desk, client, root, reply: reply.data ?? {}, thread: reply.data?.thread_id ?? "" };
}

test("a reply in a thread begins one, of which the message it answers is the root", async () => {
  const { client, root, reply, thread } = await withThread();
  expect(thread).toMatch(/^omt_/);
  expect(reply).toMatchObject({ root_id: root, parent_id: root, thread_id: thread });
  const read = await client.im.v1.message.get({ path: { message_id: root } });
  expect(read.data?.items?.[0]).toMatchObject({ message_id: root, thread_id: thread });
});

test("whoever answers in a thread stays in it, asked or not, and bots hear of which", async () => {
  const bot = await openBot();
  const { desk, client, reply, thread } = await withThread();
  await desk.sandbox.setUrls(APP_ID, { event_url: bot.url });
  const again = await client.im.v1.message.reply({
    path: { message_id: reply.message_id ?? "" },
    data: TEXT,
  });
  expect(again.data).toMatchObject({ thread_id: thread, parent_id: reply.message_id });
  const mention = `<at user_id="${desk.sandbox.state().apps[0]?.bot_open_id}"></at> yes`;
  await desk.act({
    act: "reply",
    as: ANNA,
    message_id: reply.message_id ?? "",
    content: { kind: "text", text: mention },
  });
  await desk.sandbox.idle();
  expect(bot.events()[0]?.event).toMatchObject({ message: { thread_id: thread } });
});

test("the chat's history has a thread's root only, the thread's has all of it", async () => {
  const { desk, client, root, reply, thread } = await withThread();
  await desk.act({
    act: "reply",
    as: BEN,
    message_id: reply.message_id ?? "",
    content: { kind: "text", text: "me too" },
  });
  const idsIn = async (container_id_type: string, container_id: string) => {
    const found = await client.im.v1.message.list({ params: { container_id_type, container_id } });
    return found.data?.items?.map(({ message_id }) => message_id);
  };
  expect(await idsIn("chat", GROUP)).toEqual([root]);
  const inThread = await idsIn("thread", thread);
  expect(inThread).toHaveLength(3);
  expect(inThread?.slice(0, 2)).toEqual([root, reply.message_id]);
  const none = client.im.v1.message.list({
    params: { container_id_type: "thread", container_id: "omt_none" },
  });
  expect(await refusalOf(none)).toMatchObject({ status: 400, code: 230001 });
});

test("a person begins a thread, and in a group of threads every message does", async () => {
  const desk = await openDesk();
  const client = sdkClient(desk);
  const root = await desk.send(GROUP, "text", { text: "root" });
  const content = { kind: "text", text: "aside" } as const;
  await desk.act({ act: "reply", as: ANNA, message_id: root, content, in_thread: true });
  const [first, second] = desk.sandbox.state().messages;
  expect(second).toMatchObject({ root_id: root, thread_id: first?.thread_id });
  const made = await client.im.v1.chat.create({
    data: { name: "Topics", user_id_list: [ANNA], group_message_type: "thread" },
  });
  const sent = await client.im.v1.message.create({
    params: { receive_id_type: "chat_id" },
    data: { receive_id: made.data?.chat_id ?? "", ...TEXT },
  });
  expect(sent.data?.thread_id).toMatch(/^omt_/);
  expect(sent.data?.thread_id).not.toBe(first?.thread_id);
});

test("a thread reply to a recalled message is refused and begins nothing", async () => {
  const desk = await openDesk();
  const client = sdkClient(desk);
  const root = await desk.send(GROUP, "text", { text: "root" });
  await client.im.v1.message.delete({ path: { message_id: root } });
  const reply = client.im.v1.message.reply({
    path: { message_id: root },
    data: { ...TEXT, reply_in_thread: true },
  });
  expect(await refusalOf(reply)).toMatchObject({
    status: 400,
    code: 230011,
    msg: "The message is recalled.",
  });
  expect(desk.sandbox.state().messages).toMatchObject([{ deleted: true }]);
  expect(desk.sandbox.state().messages[0]).not.toHaveProperty("thread_id");
});

test("a message is forwarded into a thread, several as one, and a whole thread", async () => {
  const { desk, client, root, reply, thread } = await withThread();
  const elsewhere = await desk.send(ANNA, "text", { text: "from elsewhere" });
  const into = await client.im.v1.message.forward({
    path: { message_id: elsewhere },
    params: { receive_id_type: "thread_id" },
    data: { receive_id: thread },
  });
  expect(into.data).toMatchObject({ thread_id: thread, chat_id: GROUP, root_id: root });
  const merged = await client.im.v1.message.mergeForward({
    params: { receive_id_type: "open_id" },
    data: { receive_id: ANNA, message_id_list: [root, reply.message_id ?? "", "om_none"] },
  });
  expect(merged.data).toMatchObject({
    message: { msg_type: "merge_forward", body: { content: "Merged and Forwarded Message" } },
    invalid_message_id_list: ["om_none"],
  });
  const upper = merged.data?.message?.message_id ?? "";
  const read = await client.im.v1.message.get({ path: { message_id: upper } });
  expect(read.data?.items).toMatchObject([
    { message_id: upper },
    { message_id: root, upper_message_id: upper },
    { message_id: reply.message_id, upper_message_id: upper },
  ]);
  const whole = await client.im.v1.thread.forward({
    path: { thread_id: thread },
    params: { receive_id_type: "open_id", uuid: "once" },
    data: { receive_id: ANNA },
  });
  expect(whole.data).toMatchObject({ msg_type: "merge_forward" });
  const again = await client.im.v1.thread.forward({
    path: { thread_id: thread },
    params: { receive_id_type: "open_id", uuid: "once" },
    data: { receive_id: ANNA },
  });
  expect(again.data?.message_id).toBe(whole.data?.message_id);
  const nowhere = client.im.v1.message.forward({
    path: { message_id: root },
    params: { receive_id_type: "thread_id" },
    data: { receive_id: "omt_none" },
  });
  expect(await refusalOf(nowhere)).toMatchObject({ code: 230019 });
});
