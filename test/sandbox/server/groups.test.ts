import { expect, test } from "vitest";
import { openBot } from "./bot.ts";
import { ANNA, APP_ID, BEN, GROUP, OTHER_APP_ID, openDesk } from "./desk.ts";
import { refusalOf, sdkClient } from "./sdk.ts";

async function office() {
  const bot = await openBot();
  const desk = await openDesk();
  await desk.sandbox.setUrls(APP_ID, { event_url: bot.url });
  const client = sdkClient(desk);
  const heard = async () => {
    await desk.sandbox.idle();
    return bot.events().map(({ header, event }) => ({ type: header.event_type, ...event }));
  };
  return { desk, client, heard };
}

test("a bot makes a group once per uuid, owns it, changes, shares and dissolves it", async () => {
  const { desk, client, heard } = await office();
  const make = () =>
    client.im.v1.chat.create({
      params: { uuid: "once" },
      data: { name: "Project", description: "about it", user_id_list: [ANNA] },
    });
  const made = await make();
  const chat_id = made.data?.chat_id ?? "";
  expect(made.data).toMatchObject({ name: "Project", description: "about it", chat_mode: "group" });
  expect((await make()).data?.chat_id).toBe(chat_id);
  await client.im.v1.chat.update({ path: { chat_id }, data: { name: "Project 2" } });
  const read = await client.im.v1.chat.get({ path: { chat_id } });
  expect(read.data).toMatchObject({ name: "Project 2", description: "about it", user_count: "1" });
  expect((await client.im.v1.chat.search({ params: { query: "project 2" } })).data?.items).toHaveLength(1);
  const link = await client.im.v1.chat.link({ path: { chat_id }, data: { validity_period: "permanently" } });
  expect(link.data).toMatchObject({ is_permanent: true });
  await client.im.v1.chat.update({ path: { chat_id }, data: { owner_id: ANNA } });
  expect(await refusalOf(client.im.v1.chat.delete({ path: { chat_id } }))).toMatchObject({ code: 232017 });
  expect(await heard()).toMatchObject([
    {
      type: "im.chat.updated_v1",
      chat_id,
      before_change: { name: "Project" },
      after_change: { name: "Project 2" },
    },
    { type: "im.chat.updated_v1", after_change: { owner_id: { open_id: ANNA } } },
  ]);
  const own = await client.im.v1.chat.create({ data: { name: "Short" } });
  await client.im.v1.chat.delete({ path: { chat_id: own.data?.chat_id ?? "" } });
  expect(desk.sandbox.state().chats.find((one) => one.chat_id === own.data?.chat_id)?.dissolved).toBe(true);
});

test("people and bots are taken in and out, and everybody's bots hear of it", async () => {
  const { desk, client, heard } = await office();
  const made = await client.im.v1.chat.create({ data: { name: "Project", user_id_list: [ANNA] } });
  const path = { chat_id: made.data?.chat_id ?? "" };
  const added = await client.im.v1.chatMembers.create({ path, data: { id_list: [BEN, "ou_gone"] } });
  expect(added.data).toMatchObject({ invalid_id_list: ["ou_gone"], not_existed_id_list: [] });
  await client.im.v1.chatMembers.create({
    path,
    params: { member_id_type: "app_id" },
    data: { id_list: [OTHER_APP_ID] },
  });
  await client.im.v1.chatMembers.delete({ path, data: { id_list: [BEN] } });
  expect((await client.im.v1.chatMembers.isInChat({ path })).data).toEqual({ is_in_chat: true });
  const chat = desk.sandbox.state().chats.find((one) => one.chat_id === path.chat_id);
  expect(chat).toMatchObject({ members: [ANNA], bots: [APP_ID, OTHER_APP_ID] });
  const users = [{ name: "Ben", user_id: { open_id: BEN } }];
  expect(await heard()).toMatchObject([
    { type: "im.chat.member.user.added_v1", users },
    { type: "im.chat.member.user.deleted_v1", users },
  ]);
});

test("by hand people rename a group, invite, withdraw and leave", async () => {
  const { desk, heard } = await office();
  const people = [BEN];
  const group = { as: ANNA, chat_id: GROUP };
  await desk.act({ act: "change_group", ...group, name: "Renamed" });
  await desk.act({ act: "remove_people", ...group, people });
  await desk.act({ act: "add_people", ...group, people });
  await desk.act({ act: "withdraw_people", ...group, people });
  expect((await heard()).map(({ type }) => type)).toEqual([
    "im.chat.updated_v1",
    "im.chat.member.user.deleted_v1",
    "im.chat.member.user.added_v1",
    "im.chat.member.user.withdrawn_v1",
  ]);
  const wrong = await desk.act({ act: "add_people", as: BEN, chat_id: GROUP, people: [ANNA] });
  expect(wrong).toMatchObject({ status: 400, body: { error: "the person is in no such group" } });
});

test("what a group refuses has the documents' code", async () => {
  const { client } = await office();
  const path = { chat_id: GROUP };
  const members = client.im.v1.chatMembers;
  const refusals = [
    [client.im.v1.chat.create({ data: { user_id_list: ["ou_nobody"] } }), 232043],
    [client.im.v1.chat.create({ data: { user_id_list: ["ou_gone"] } }), 232022],
    [client.im.v1.chat.update({ path: { chat_id: "oc_none" }, data: { name: "x" } }), 99992356],
    [client.im.v1.chat.update({ path, data: { owner_id: BEN } }), 232016],
    [client.im.v1.chat.delete({ path }), 232017],
    [members.create({ path, data: { id_list: ["ou_nobody"] } }), 232043],
    [members.create({ path, params: { succeed_type: 1 }, data: { id_list: ["ou_nobody"] } }), 232027],
    [members.create({ path, params: { succeed_type: 2 }, data: { id_list: ["ou_gone"] } }), 232024],
    [members.delete({ path, data: { id_list: [ANNA] } }), 232014],
    [members.delete({ path, data: { id_list: ["ou_nobody"] } }), 232027],
  ] as const;
  for (const [call, code] of refusals) expect(await refusalOf(call)).toMatchObject({ status: 400, code });
});

test("an announcement is changed on top of the revision somebody read", async () => {
  const { client } = await office();
  const path = { chat_id: GROUP };
  const requests = [JSON.stringify({ requestType: "InsertBlocksRequestType", insertBlocksRequest: {} })];
  expect((await client.im.v1.chatAnnouncement.get({ path })).data).toMatchObject({ revision: "0" });
  await client.im.v1.chatAnnouncement.patch({ path, data: { revision: "0", requests } });
  expect((await client.im.v1.chatAnnouncement.get({ path })).data).toMatchObject({
    revision: "1",
    modifier_id: APP_ID,
    content: expect.stringContaining("InsertBlocks"),
  });
  const stale = client.im.v1.chatAnnouncement.patch({ path, data: { revision: "0", requests } });
  expect(await refusalOf(stale)).toMatchObject({ status: 400, code: 232018 });
});

test("messages are pinned once, listed newest first and taken down; a recalled one is gone", async () => {
  const { desk, client } = await office();
  const first = await desk.send(GROUP, "text", { text: "one" });
  const second = await desk.send(GROUP, "text", { text: "two" });
  const pin = (message_id: string) => client.im.v1.pin.create({ data: { message_id } });
  const made = await pin(first);
  expect(made.data?.pin).toMatchObject({
    message_id: first,
    operator_id: APP_ID,
    operator_id_type: "app_id",
  });
  await desk.sandbox.moveClock({ advance_ms: 1_000 });
  await pin(second);
  expect((await pin(first)).data?.pin?.create_time).toBe(made.data?.pin?.create_time);
  const listed = async () =>
    (await client.im.v1.pin.list({ params: { chat_id: GROUP } })).data?.items?.map((one) => one.message_id);
  expect(await listed()).toEqual([second, first]);
  await client.im.v1.message.delete({ path: { message_id: second } });
  await client.im.v1.pin.delete({ path: { message_id: first } });
  await client.im.v1.pin.delete({ path: { message_id: first } });
  expect(await listed()).toEqual([]);
  expect(await refusalOf(pin(second))).toMatchObject({ code: 230011 });
  expect(await refusalOf(pin("om_none"))).toMatchObject({ code: 99992354 });
});

test("an app reads about itself, by its id or as me, and about no other", async () => {
  const { client } = await office();
  const read = (app_id: string) =>
    client.application.v6.application.get({ path: { app_id }, params: { lang: "zh_cn" } });
  for (const id of [APP_ID, "me"]) {
    expect((await read(id)).data?.app).toMatchObject({ app_id: APP_ID, app_name: "Clerk", status: 1 });
  }
  expect(await refusalOf(read(OTHER_APP_ID))).toMatchObject({ status: 400, code: 210508 });
  expect(await refusalOf(read("cli_none"))).toMatchObject({ code: 210506 });
  expect(await refusalOf(read("none"))).toMatchObject({ code: 210503 });
});
