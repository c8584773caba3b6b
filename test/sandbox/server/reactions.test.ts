import { expect, test } from "vitest";
import { openBot } from "./bot.ts";
import { ANNA, APP_ID, GROUP, OTHER_APP_ID, openDesk } from "./desk.ts";
import { refusalOf, sdkClient } from "./sdk.ts";

const smile = { reaction_type: { emoji_type: "SMILE" } };
const both = [{ chat_id: GROUP, name: "Both", members: ["Anna"], bots: ["Clerk", "Other"] }];

test("a bot puts an emoji there, lists all and takes its own away; each time its chat's bots hear of it", async () => {
  const bot = await openBot();
  const desk = await openDesk();
  const client = sdkClient(desk);
  await desk.sandbox.setUrls(APP_ID, { event_url: bot.url });
  const message_id = await desk.send(GROUP, "text", { text: "hello" });
  const path = { message_id };
  const made = await client.im.v1.messageReaction.create({ path, data: smile });
  expect(made.data).toMatchObject({ operator: { operator_id: APP_ID, operator_type: "app" }, ...smile });
  await desk.act({ act: "react", as: ANNA, message_id, emoji: "OK" });
  const all = await client.im.v1.messageReaction.list({ path });
  expect(all.data?.items).toMatchObject([
    { reaction_id: made.data?.reaction_id },
    { operator: { operator_id: ANNA, operator_type: "user" }, reaction_type: { emoji_type: "OK" } },
  ]);
  const smiles = await client.im.v1.messageReaction.list({ path, params: { reaction_type: "SMILE" } });
  expect(smiles.data?.items).toHaveLength(1);
  const gone = await client.im.v1.messageReaction.delete({
    path: { message_id, reaction_id: made.data?.reaction_id ?? "" },
  });
  expect(gone.data).toMatchObject({ reaction_id: made.data?.reaction_id });
  await desk.act({ act: "unreact", as: ANNA, message_id, emoji: "OK" });
  await desk.sandbox.idle();
  expect(desk.sandbox.state().messages[0]?.reactions).toEqual([]);
  const heard = bot.events().map(({ header, event }) => [header.event_type, event]);
  expect(heard).toEqual(
    expect.arrayContaining([
      ["im.message.reaction.created_v1", expect.objectContaining({ operator_type: "app", app_id: APP_ID })],
      [
        "im.message.reaction.created_v1",
        expect.objectContaining({ user_id: expect.objectContaining({ open_id: ANNA }) }),
      ],
      ["im.message.reaction.deleted_v1", expect.objectContaining({ operator_type: "app" })],
      ["im.message.reaction.deleted_v1", expect.objectContaining({ operator_type: "user" })],
    ]),
  );
});

test("the same emoji by the same bot is there once", async () => {
  const desk = await openDesk();
  const client = sdkClient(desk);
  const path = { message_id: await desk.send(GROUP, "text", { text: "hello" }) };
  const first = await client.im.v1.messageReaction.create({ path, data: smile });
  const second = await client.im.v1.messageReaction.create({ path, data: smile });
  expect(second.data?.reaction_id).toBe(first.data?.reaction_id);
});

test("what is not an emoji, not there, not the bot's or on another message is refused by its own code", async () => {
  const desk = await openDesk({ groups: both });
  const client = sdkClient(desk);
  const message_id = await desk.send(GROUP, "text", { text: "hello" });
  const elsewhere = await desk.send(GROUP, "text", { text: "there" });
  const path = { message_id };
  const create = (emoji_type: string, appId = APP_ID) =>
    sdkClient(desk, appId).im.v1.messageReaction.create({ path, data: { reaction_type: { emoji_type } } });
  expect(await refusalOf(create("GRUMPY_CAT"))).toMatchObject({ status: 400, code: 231001 });
  const others = await create("SMILE", OTHER_APP_ID);
  const remove = (reaction_id: string, on = message_id) =>
    refusalOf(client.im.v1.messageReaction.delete({ path: { message_id: on, reaction_id } }));
  expect(await remove(others.data?.reaction_id ?? "")).toMatchObject({ code: 231007 });
  expect(await remove(others.data?.reaction_id ?? "", elsewhere)).toMatchObject({ code: 231010 });
  expect(await remove("none")).toMatchObject({ code: 231011 });
  expect(await remove("none", "om_none")).toMatchObject({ code: 99992354 });
  const list = client.im.v1.messageReaction.list({ path, params: { page_token: "x" } });
  expect(await refusalOf(list)).toMatchObject({ code: 231012 });
  await client.im.v1.message.delete({ path });
  expect(await refusalOf(create("SMILE"))).toMatchObject({ code: 231003 });
  const outside = await desk.send(ANNA, "text", { text: "private" });
  const foreign = sdkClient(desk, OTHER_APP_ID).im.v1.messageReaction.create({
    path: { message_id: outside },
    data: smile,
  });
  expect(await refusalOf(foreign)).toMatchObject({ code: 231002 });
});

test("a message taken back by a person or a bot is told to the chat's bots", async () => {
  const bot = await openBot();
  const desk = await openDesk();
  await desk.sandbox.setUrls(APP_ID, { event_url: bot.url });
  const own = await desk.send(GROUP, "text", { text: "mine" });
  await sdkClient(desk).im.v1.message.delete({ path: { message_id: own } });
  await desk.act({ act: "send", as: ANNA, chat_id: GROUP, content: { kind: "text", text: "hers" } });
  const hers = desk.sandbox.state().messages.at(-1)?.message_id ?? "";
  expect(await desk.act({ act: "recall", as: ANNA, message_id: own })).toMatchObject({ status: 400 });
  await desk.act({ act: "recall", as: ANNA, message_id: hers });
  await desk.sandbox.idle();
  expect(bot.events().map(({ event }) => event)).toMatchObject(
    [own, hers].map((message_id) => ({ message_id, chat_id: GROUP, recall_type: "message_owner" })),
  );
});

test("an app without the scope does not hear of reactions", async () => {
  const bot = await openBot();
  const desk = await openDesk();
  await desk.sandbox.setUrls(APP_ID, { event_url: bot.url });
  const message_id = await desk.send(GROUP, "text", { text: "hello" });
  await desk.post(`/sandbox/apps/${APP_ID}/console`, { scopes: ["im:message:send_as_bot"] });
  await desk.act({ act: "react", as: ANNA, message_id, emoji: "OK" });
  await desk.sandbox.idle();
  expect(bot.events()).toEqual([]);
});
