import { expect, test } from "vitest";
import {
  ANNA,
  APP_ID,
  card,
  type Desk,
  GROUP,
  handClock,
  KEYS,
  OTHER_APP_ID,
  OTHER_GROUP,
  openDesk,
} from "./desk.ts";

const MESSAGES = "/open-apis/im/v1/messages";

async function withToken(desk: Desk) {
  const auth = await desk.token();
  const send = (receive_id: string, body: object = {}, idType = "open_id") =>
    desk.post(
      `${MESSAGES}?receive_id_type=${idType}`,
      { receive_id, msg_type: "text", content: '{"text":"hello"}', ...body },
      auth,
    );
  return { desk, auth, send };
}

const refusal = (code: number, status = 400) => ({ status, body: { code, msg: expect.any(String) } });

function idOf(reply: { body: unknown }): string {
  const found = JSON.stringify(reply.body).match(/om_[0-9a-f]+/)?.[0];
  if (found === undefined) throw new Error(`no message in ${JSON.stringify(reply.body)}`);
  return found;
}

test("a failure carries its code, a message and a log id, also in the header", async () => {
  const { send } = await withToken(await openDesk());
  const reply = await send("nobody@example.com", {}, "email");
  expect(reply).toMatchObject({
    status: 400,
    body: { code: 230034, msg: "The receive_id is invalid.", error: { log_id: expect.any(String) } },
  });
  expect(reply.body).toHaveProperty("error.log_id", reply.headers.get("x-tt-logid"));
});

test("nobody reaches a person who resigned, a group the bot is not in or a group that does not exist", async () => {
  const { send } = await withToken(await openDesk());
  expect(await send("ou_gone")).toMatchObject(refusal(230029));
  expect(await send(OTHER_GROUP, {}, "chat_id")).toMatchObject(refusal(230002));
  expect(await send("oc_nowhere", {}, "chat_id")).toMatchObject(refusal(230001));
});

test("when somebody resigns or a group is dissolved, sends are refused from then on", async () => {
  const { desk, auth, send } = await withToken(await openDesk());
  const id = idOf(await send(ANNA));
  expect(await desk.post(`/sandbox/people/${ANNA}`, { resigned: true })).toMatchObject({ status: 200 });
  expect(await send(ANNA)).toMatchObject(refusal(230029));
  const reply = { msg_type: "text", content: '{"text":"x"}' };
  expect(await desk.post(`${MESSAGES}/${id}/reply`, reply, auth)).toMatchObject(refusal(230013));
  expect(await desk.post(`/sandbox/chats/${GROUP}`, { dissolved: true })).toMatchObject({ status: 200 });
  expect(await send(GROUP, {}, "chat_id")).toMatchObject(refusal(232009));
  const members = await desk.call("GET", `/open-apis/im/v1/chats/${GROUP}/members`, undefined, auth);
  expect(members).toMatchObject(refusal(232009));
  expect(await desk.post(`/sandbox/chats/${GROUP}`, { dissolved: true })).toMatchObject({ status: 400 });
  expect(await desk.post("/sandbox/people/ou_nobody", { resigned: true })).toMatchObject({ status: 400 });
});

test("a person is reached by any of their ids", async () => {
  const { desk, auth, send } = await withToken(await openDesk());
  const user = await desk.call("GET", `/open-apis/contact/v3/users/${ANNA}`, undefined, auth);
  const ids = JSON.stringify(user.body);
  const union = ids.match(/on_[0-9a-f]+/)?.[0] ?? "";
  const short = ids.match(/"user_id":"([0-9a-f]+)"/)?.[1] ?? "";
  const chats = new Set<string | undefined>();
  for (const [id, type] of [
    [ANNA, "open_id"],
    [union, "union_id"],
    [short, "user_id"],
    ["anna@example.com", "email"],
  ] as const) {
    const reply = await send(id, {}, type);
    expect(reply.status).toBe(200);
    chats.add(JSON.stringify(reply.body).match(/oc_[0-9a-f]+/)?.[0]);
  }
  expect(chats.size).toBe(1);
});

test.each([
  ["text that is not JSON", { content: "hello" }, 230001],
  ["an empty text", { content: '{"text":""}' }, 230001],
  ["a type there is none of", { msg_type: "smell", content: "{}" }, 230001],
  ["a picture nobody uploaded", { msg_type: "image", content: '{"image_key":"img_v3_none"}' }, 230001],
  ["a post without rows", { msg_type: "post", content: '{"zh_cn":{"title":"x"}}' }, 230001],
  ["text over 150 KB", { content: JSON.stringify({ text: "字".repeat(51_200) }) }, 230025],
  [
    "a card over 30 KB",
    {
      msg_type: "interactive",
      content: JSON.stringify(card({ tag: "markdown", content: "x".repeat(31_000) })),
    },
    230025,
  ],
  [
    "a template nobody released",
    { msg_type: "interactive", content: '{"type":"template","data":{"template_id":"AAq"}}' },
    230099,
  ],
  ["a card that is not JSON", { msg_type: "interactive", content: "{" }, 230099],
  ["a uuid of 51 characters", { uuid: "x".repeat(51) }, 99992402],
  ["no content", { content: undefined }, 99992402],
])("%s is refused", async (_what, body, code) => {
  const { desk, send } = await withToken(await openDesk());
  expect(await send(ANNA, body)).toMatchObject(refusal(code));
  expect(desk.sandbox.state().messages).toEqual([]);
});

test("a refused card names the sub-code and the place in the card, and the inspector keeps the verdict", async () => {
  const { desk, send } = await withToken(await openDesk());
  const content = JSON.stringify(card({ tag: "markdown", content: "fine" }, { tag: "no_such_tag" }));
  const reply = await send(ANNA, { msg_type: "interactive", content });
  expect(reply).toMatchObject({
    status: 400,
    body: {
      code: 230099,
      msg: expect.stringMatching(
        /^Failed to create card content, ext=ErrCode: \d+; ErrPath: .*elements -> \[2\].*; ErrMsg: /,
      ),
    },
  });
  const { body } = await desk.call("GET", "/sandbox/exchanges?path=/messages");
  expect(body).toMatchObject({
    exchanges: [{ status: 400, card_problems: [expect.stringContaining("[2]")] }],
  });
});

test("a card may not show pictures or people the platform does not know", async () => {
  const { send } = await withToken(await openDesk());
  const content = (element: object) => ({ msg_type: "interactive", content: JSON.stringify(card(element)) });
  const alt = { tag: "plain_text", content: "" };
  const picture = await send(ANNA, content({ tag: "img", img_key: "img_v3_none", alt }));
  expect(picture.body).toMatchObject({ code: 230099, msg: expect.stringContaining("ErrCode: 200570") });
  const person = await send(ANNA, content({ tag: "markdown", content: "<at id=ou_nobody></at>" }));
  expect(person.body).toMatchObject({ code: 230099, msg: expect.stringContaining("ErrCode: 100290") });
  const known = await send(
    ANNA,
    content({ tag: "markdown", content: `<at id=${ANNA}></at> <at id=all></at>` }),
  );
  expect(known.status).toBe(200);
});

test("the same uuid sends one message within the hour, and another one after it", async () => {
  const { desk, send } = await withToken(await openDesk());
  const first = idOf(await send(ANNA, { uuid: "u1" }));
  await desk.sandbox.moveClock({ advance_ms: 59 * 60_000 });
  expect(idOf(await send(ANNA, { uuid: "u1" }))).toBe(first);
  expect(idOf(await send(ANNA, { uuid: "u2" }))).not.toBe(first);
  await desk.sandbox.moveClock({ advance_ms: 60_000 });
  expect(idOf(await send(ANNA, { uuid: "u1" }))).not.toBe(first);
  expect(desk.sandbox.state().messages.length).toBe(3);
});

test("another app can neither see nor change the message, and its own bot must be in the chat", async () => {
  const { desk, send } = await withToken(await openDesk());
  const id = idOf(await send(GROUP, { msg_type: "interactive", content: JSON.stringify(card()) }, "chat_id"));
  const other = await desk.token(OTHER_APP_ID, "secret two");
  const content = JSON.stringify(card());
  expect(await desk.call("PATCH", `${MESSAGES}/${id}`, { content }, other)).toMatchObject(refusal(230002));
  await desk.act({ act: "add_bot", as: ANNA, chat_id: GROUP, app_id: OTHER_APP_ID });
  expect(await desk.call("PATCH", `${MESSAGES}/${id}`, { content }, other)).toMatchObject(refusal(230027));
  expect(await desk.call("DELETE", `${MESSAGES}/${id}`, undefined, other)).toMatchObject(refusal(230026));
  const urgent = { user_id_list: [ANNA] };
  expect(await desk.call("PATCH", `${MESSAGES}/${id}/urgent_app`, urgent, other)).toMatchObject(
    refusal(230012),
  );
  expect(await desk.call("GET", `${MESSAGES}/${id}`, undefined, other)).toMatchObject({ status: 200 });
});

test("a recalled message cannot be answered, changed or read", async () => {
  const { desk, auth, send } = await withToken(await openDesk());
  const id = idOf(await send(ANNA, { msg_type: "interactive", content: JSON.stringify(card()) }));
  expect(await desk.call("DELETE", `${MESSAGES}/${id}`, {}, auth)).toMatchObject({
    status: 200,
    body: { code: 0 },
  });
  const reply = { msg_type: "text", content: '{"text":"x"}' };
  expect(await desk.post(`${MESSAGES}/${id}/reply`, reply, auth)).toMatchObject(refusal(230011));
  const content = JSON.stringify(card());
  expect(await desk.call("PATCH", `${MESSAGES}/${id}`, { content }, auth)).toMatchObject(refusal(230011));
  expect(await desk.call("GET", `${MESSAGES}/${id}`, undefined, auth)).toMatchObject(refusal(230110));
});

test("who read a message can be asked for 7 days, by the sender only", async () => {
  const { desk, auth, send } = await withToken(await openDesk());
  const id = idOf(await send(ANNA));
  const ask = () => desk.call("GET", `${MESSAGES}/${id}/read_users?user_id_type=open_id`, undefined, auth);
  expect(await ask()).toMatchObject({ body: { data: { items: [], has_more: false } } });
  await desk.sandbox.moveClock({ advance_ms: 7 * 86_400_000 + 1 });
  expect(await ask()).toMatchObject(refusal(230033));
});

test("urgent for nobody valid is refused", async () => {
  const { desk, auth, send } = await withToken(await openDesk());
  const id = idOf(await send(ANNA));
  const path = `${MESSAGES}/${id}/urgent_app?user_id_type=open_id`;
  expect(await desk.call("PATCH", path, { user_id_list: ["ou_nobody", "ou_gone"] }, auth)).toMatchObject(
    refusal(230001),
  );
  expect(await desk.call("PATCH", path, { user_id_list: Array(201).fill(ANNA) }, auth)).toMatchObject(
    refusal(99992402),
  );
});

test("history comes in pages, newest first on request", async () => {
  const clock = handClock();
  const { desk, auth, send } = await withToken(await openDesk({}, { clock }));
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    ids.push(idOf(await send(GROUP, {}, "chat_id")));
    clock.forward(1_000);
  }
  const list = (query: string) =>
    desk.call("GET", `${MESSAGES}?container_id_type=chat&container_id=${GROUP}&${query}`, undefined, auth);
  const first = await list("page_size=3");
  expect(first.body).toMatchObject({
    data: { has_more: true, items: ids.slice(0, 3).map((message_id) => ({ message_id })) },
  });
  const token = JSON.stringify(first.body).match(/"page_token":"([^"]+)"/)?.[1];
  expect((await list(`page_size=3&page_token=${token}`)).body).toMatchObject({
    data: { has_more: false, items: ids.slice(3).map((message_id) => ({ message_id })) },
  });
  expect((await list("sort_type=ByCreateTimeDesc")).body).toMatchObject({
    data: { items: [{ message_id: ids[4] }, {}, {}, {}, {}] },
  });
  for (const wrong of ["page_size=51", "page_size=0", "page_size=x", "page_token=zzz"]) {
    expect(await list(wrong)).toMatchObject(refusal(230001));
  }
});

test("a card comes back as its texts, or as sent where that is asked for", async () => {
  const { desk, auth, send } = await withToken(await openDesk());
  const sent = card({ tag: "hr" });
  const id = idOf(await send(ANNA, { msg_type: "interactive", content: JSON.stringify(sent) }));
  const plain = await desk.call("GET", `${MESSAGES}/${id}`, undefined, auth);
  expect(plain.body).toMatchObject({
    data: { items: [{ body: { content: expect.stringContaining('"text":"hello"') } }] },
  });
  const whole = await desk.call(
    "GET",
    `${MESSAGES}/${id}?card_msg_content_type=user_card_content`,
    undefined,
    auth,
  );
  expect(whole.body).toMatchObject({ data: { items: [{ body: { content: JSON.stringify(sent) } }] } });
});

test("a text cannot be patched and a card cannot be edited", async () => {
  const { desk, auth, send } = await withToken(await openDesk());
  const text = idOf(await send(ANNA));
  const sheet = idOf(await send(ANNA, { msg_type: "interactive", content: JSON.stringify(card()) }));
  const patch = { content: JSON.stringify(card()) };
  expect(await desk.call("PATCH", `${MESSAGES}/${text}`, patch, auth)).toMatchObject(refusal(230001));
  const put = { msg_type: "text", content: '{"text":"x"}' };
  expect(await desk.call("PUT", `${MESSAGES}/${sheet}`, put, auth)).toMatchObject(refusal(230054));
});

test("resources: only of that message, of that chat, and never out of a card", async () => {
  const { desk, auth, send } = await withToken(await openDesk());
  const png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  await desk.act({
    act: "send",
    as: ANNA,
    app_id: APP_ID,
    content: { kind: "image", name: "a.png", base64: png },
  });
  const [photo] = desk.sandbox.state().messages;
  const key = photo?.content.match(/img_v3_\w+/)?.[0];
  const get = (id: string | undefined, file: string | undefined, headers = auth, type = "image") =>
    desk.call("GET", `${MESSAGES}/${id}/resources/${file}?type=${type}`, undefined, headers);
  expect((await get(photo?.message_id, key)).status).toBe(200);
  expect(await get(photo?.message_id, "img_v3_none")).toMatchObject(refusal(234003));
  expect(await get("om_none", key)).toMatchObject(refusal(99992354));
  expect(await get(photo?.message_id, key, auth, "smell")).toMatchObject(refusal(234001));
  expect(await get(photo?.message_id, key, await desk.token(OTHER_APP_ID, "secret two"))).toMatchObject(
    refusal(234004),
  );
  const sheet = idOf(await send(ANNA, { msg_type: "interactive", content: JSON.stringify(card()) }));
  expect(await get(sheet, key)).toMatchObject(refusal(234043));
  expect(await desk.call("GET", `/open-apis/im/v1/images/${key}`, undefined, auth)).toMatchObject(
    refusal(234008),
  );
  expect(await desk.call("GET", "/open-apis/im/v1/images/img_v3_none", undefined, auth)).toMatchObject(
    refusal(234005),
  );
});

test("the configuration's keys are never part of the state", async () => {
  const desk = await openDesk();
  const text = (await desk.call("GET", "/sandbox/state")).text;
  for (const secret of ["secret one", KEYS.encrypt_key, KEYS.verification_token])
    expect(text).not.toContain(secret);
});
