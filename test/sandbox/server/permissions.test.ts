import { expect, test } from "vitest";
import { openBot } from "./bot.ts";
import { ANNA, APP_ID, BEN, CONFIG, card, GROUP, openDesk } from "./desk.ts";
import { refusalOf, sdkClient } from "./sdk.ts";

type AppSettings = NonNullable<typeof CONFIG.apps>[number];

/** The clerk's app with given developer console settings. */
async function deskWith(settings: AppSettings) {
  const [clerk, ...others] = CONFIG.apps ?? [];
  const desk = await openDesk({ apps: [{ ...clerk, ...settings }, ...others], faults: { limits_off: true } });
  return { desk, client: sdkClient(desk) };
}

const text = (receive_id: string, words = "hello") => ({
  params: { receive_id_type: receive_id.startsWith("oc_") ? ("chat_id" as const) : ("open_id" as const) },
  data: { receive_id, msg_type: "text", content: JSON.stringify({ text: words }) },
});

test("a call for which no scope is granted names the scopes and where to ask for them", async () => {
  const { client } = await deskWith({ scopes: ["im:message:readonly"] });
  const refused = await refusalOf(client.im.v1.message.create(text(ANNA)));
  expect(refused).toMatchObject({ status: 400, code: 99991672 });
  expect(refused.msg).toContain("[im:message, im:message:send_as_bot, im:message:send]");
  expect(refused.msg).toContain(`/app/${APP_ID}/auth?q=im:message,`);
  expect(await client.request({ method: "GET", url: "/open-apis/bot/v3/info" })).toMatchObject({ code: 0 });
});

test("fields of a user nobody granted are missing, in answers, events and callbacks", async () => {
  const { desk, client } = await deskWith({
    scopes: [
      "contact:contact.base:readonly",
      "contact:user.email:readonly",
      "im:message",
      "im:message.p2p_msg",
    ],
  });
  const bot = await openBot();
  await desk.sandbox.setUrls(APP_ID, { event_url: bot.url, callback_url: bot.url });
  const user = (await client.contact.v3.user.get({ path: { user_id: ANNA } })).data?.user;
  expect(user).toMatchObject({ open_id: ANNA, union_id: expect.any(String), email: "anna@example.com" });
  for (const field of ["user_id", "mobile", "name", "job_title", "status", "department_ids"]) {
    expect(user).not.toHaveProperty(field);
  }
  const button = {
    tag: "button",
    name: "go",
    text: { tag: "plain_text", content: "Go" },
    behaviors: [{ type: "callback", value: {} }],
  };
  const message_id = await desk.send(ANNA, "interactive", card(button));
  await desk.act({ act: "press", as: ANNA, message_id, target: { name: "go" } });
  await desk.act({ act: "send", as: ANNA, app_id: APP_ID, content: { kind: "text", text: "hello" } });
  await desk.act({ act: "menu", as: ANNA, app_id: APP_ID, event_key: "status" });
  await bot.arrived(3);
  const [pressed, said, chosen] = bot.events().map(({ event }) => event);
  expect(pressed?.operator).toMatchObject({ open_id: ANNA });
  expect(pressed?.operator).not.toHaveProperty("user_id");
  expect(said).toMatchObject({ sender: { sender_id: { open_id: ANNA } } });
  expect(JSON.stringify(said)).not.toContain('"user_id"');
  expect(chosen?.operator).toEqual({ operator_id: { open_id: ANNA, union_id: expect.any(String) } });
});

test("an app hears only the messages its scopes are for", async () => {
  const heard = async (scopes?: string[]) => {
    const { desk } = await deskWith(scopes === undefined ? {} : { scopes });
    const bot = await openBot();
    await desk.sandbox.setUrls(APP_ID, { event_url: bot.url });
    const me = (await desk.state()).apps[0]?.bot_open_id;
    const say = (chat_id: string, words: string) =>
      desk.act({ act: "send", as: BEN, chat_id, content: { kind: "text", text: words } });
    await desk.act({ act: "send", as: BEN, app_id: APP_ID, content: { kind: "text", text: "to you" } });
    await say(GROUP, `<at user_id="${me}"></at> you`);
    await say(GROUP, "us");
    await desk.sandbox.idle();
    return bot.events().map(({ event }) => Object(event.message).content);
  };
  const [private_, mentioned, group] = ['{"text":"to you"}', '{"text":"@_user_1 you"}', '{"text":"us"}'];
  expect(await heard()).toEqual([private_, mentioned]);
  expect(await heard(["im:message.p2p_msg:readonly"])).toEqual([private_]);
  expect(await heard(["im:message.group_at_msg:readonly"])).toEqual([mentioned]);
  expect(await heard(["im:message.group_msg"])).toEqual([mentioned, group]);
  expect(await heard(["im:message"])).toEqual([]);
});

test("a person outside the app's availability cannot be reached, urged or looked up, and sees no bot", async () => {
  const { desk, client } = await deskWith({ available_to: ["Anna"] });
  expect((await client.im.v1.message.create(text(ANNA))).code).toBe(0);
  expect(await refusalOf(client.im.v1.message.create(text(BEN)))).toMatchObject({
    status: 400,
    code: 230013,
  });
  const group = await client.im.v1.message.create(text(GROUP));
  const urge = client.im.v1.message.urgentApp({
    path: { message_id: group.data?.message_id ?? "" },
    params: { user_id_type: "open_id" },
    data: { user_id_list: [BEN] },
  });
  expect(await refusalOf(urge)).toMatchObject({ code: 230013 });
  expect(await refusalOf(client.contact.v3.user.get({ path: { user_id: BEN } }))).toMatchObject({
    code: 41050,
  });
  const both = await client.contact.v3.user.batch({ params: { user_ids: [ANNA, BEN] } });
  expect(both.data?.items?.map((user) => user.open_id)).toEqual([ANNA]);
  expect(
    await desk.act({ act: "send", as: BEN, app_id: APP_ID, content: { kind: "text", text: "hello?" } }),
  ).toMatchObject({ status: 400, body: { error: "Clerk is not available to the person" } });
  expect(await desk.act({ act: "enter", as: BEN, app_id: APP_ID })).toMatchObject({ status: 400 });
});

test("a person who stopped the bot gets its replies but nothing it starts (230053)", async () => {
  const desk = await openDesk();
  const client = sdkClient(desk);
  const asked = await desk.act({
    act: "send",
    as: ANNA,
    app_id: APP_ID,
    content: { kind: "text", text: "?" },
  });
  const { message_id, chat_id } = Object(asked.body);
  const stop = (stopped_bots: string[]) => desk.post(`/sandbox/people/${ANNA}`, { stopped_bots });
  await stop([APP_ID]);
  expect(await refusalOf(client.im.v1.message.create(text(ANNA)))).toMatchObject({ code: 230053 });
  expect(await refusalOf(client.im.v1.message.create(text(chat_id)))).toMatchObject({ code: 230053 });
  const { data } = text(ANNA, "an answer");
  expect((await client.im.v1.message.reply({ path: { message_id }, data })).code).toBe(0);
  expect((await client.im.v1.message.create(text(GROUP))).code).toBe(0);
  await stop([]);
  expect((await client.im.v1.message.create(text(ANNA))).code).toBe(0);
});

test("nobody has more than 200 unread urgent messages; reading makes room", async () => {
  const { desk, client } = await deskWith({});
  const sent = await Promise.all(
    Array.from({ length: 201 }, (_, n) => client.im.v1.message.create(text(ANNA, `${n}`))),
  );
  const urge = (n: number) =>
    refusalOf(
      client.im.v1.message.urgentApp({
        path: { message_id: sent[n]?.data?.message_id ?? "" },
        params: { user_id_type: "open_id" },
        data: { user_id_list: [ANNA] },
      }),
    );
  for (let n = 0; n < 200; n += 1) expect((await urge(n)).code).toBe(0);
  expect(await urge(200)).toMatchObject({ status: 400, code: 230023 });
  await desk.act({ act: "read", as: ANNA, chat_id: sent[0]?.data?.chat_id ?? "" });
  expect((await urge(200)).code).toBe(0);
});

test("who read a message can be asked for seven days", async () => {
  const desk = await openDesk();
  const client = sdkClient(desk);
  const sent = await client.im.v1.message.create(text(ANNA));
  const { message_id = "", chat_id = "" } = sent.data ?? {};
  await desk.act({ act: "read", as: ANNA, chat_id });
  const readers = () =>
    client.im.v1.message.readUsers({ path: { message_id }, params: { user_id_type: "open_id" } });
  await desk.sandbox.moveClock({ advance_ms: 7 * 86_400_000 - 60_000 });
  expect((await readers()).data?.items?.length).toBe(1);
  await desk.sandbox.moveClock({ advance_ms: 120_000 });
  expect(await refusalOf(readers())).toMatchObject({ code: 230033 });
});
