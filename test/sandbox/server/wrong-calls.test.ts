import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PLATFORM_ROUTES } from "../../../src/sandbox/platform/routes.ts";
import { ANNA, APP_ID, BEN, type Desk, GROUP, OTHER_APP_ID, OTHER_GROUP, openDesk } from "./desk.ts";

// Wrong calls and the platform's answers: code, HTTP status and text. `seen` rows are answers of the real
// gateway (feishu-contract 11), the others come from the documentation of each call.

const IM = "/open-apis/im/v1";
const SEND = `POST ${IM}/messages?receive_id_type=`;
const TEXT = { msg_type: "text", content: '{"text":"x"}' };
const FOREIGN = `ou_${"0123456789abcdef".repeat(2)}`;

/** Description, `METHOD path`, body, code, HTTP status, part of the text. */
type Row = [what: string, call: string, body: unknown, code: number, status: number, msg: string | RegExp];

let desk: Desk;
let headers: Record<string, string>;
let close = async () => {};
/** Messages named in the rows' paths. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  desk = await openDesk({ faults: { limits_off: true } }, {}, (end) => {
    close = end;
  });
  headers = await desk.token();
  ids.OLD_CARD = await desk.send(GROUP, "interactive", { schema: "2.0", body: { elements: [] } });
  await desk.sandbox.moveClock({ advance_ms: 14 * 86_400_000 + 1 });
  ids.TEXT = await desk.send(GROUP, "text", { text: "hello" });
  ids.RECALLED = await desk.send(GROUP, "text", { text: "gone" });
  await desk.call("DELETE", `${IM}/messages/${ids.RECALLED}`, undefined, headers);
  await desk.act({ act: "send", as: ANNA, chat_id: GROUP, content: { kind: "text", text: "mine" } });
  ids.ANNAS = desk.sandbox.state().messages.at(-1)?.message_id ?? "";
});

afterAll(() => close());

async function answerTo(call: string, body: unknown, auth = headers) {
  const [method = "", path = ""] = call.split(" ");
  const named = path.replace(/[A-Z_]{4,}/g, (name) => ids[name] ?? name);
  return desk.call(method, named, body, auth);
}

const check = async (call: string, body: unknown, code: number, status: number, msg: string | RegExp) => {
  const reply = await answerTo(call, body);
  expect(reply.status).toBe(status);
  expect(reply.body).toMatchObject({
    code,
    msg: typeof msg === "string" ? msg : expect.stringMatching(msg),
    error: { log_id: expect.any(String) },
  });
};

const unknownMessage =
  /^The request you send is not a valid \{open_message_id\} or not exists.*Invalid ids: \[om_none\]/;

describe("ids nobody has, and other answers that were seen", () => {
  const rows: Row[] = [
    ["reading", `GET ${IM}/messages/om_none`, undefined, 99992354, 400, unknownMessage],
    ["patching", `PATCH ${IM}/messages/om_none`, { content: "{}" }, 99992354, 400, unknownMessage],
    ["replying to", `POST ${IM}/messages/om_none/reply`, TEXT, 99992354, 400, unknownMessage],
    [
      "a reaction to",
      `POST ${IM}/messages/om_none/reactions`,
      { reaction_type: { emoji_type: "OK" } },
      99992354,
      400,
      unknownMessage,
    ],
    [
      "a resource of",
      `GET ${IM}/messages/om_none/resources/k?type=file`,
      undefined,
      99992354,
      400,
      unknownMessage,
    ],
    [
      "a person",
      "GET /open-apis/contact/v3/users/ou_none",
      undefined,
      99992351,
      400,
      /\{open_id\}.*\[ou_none\]/,
    ],
    [
      "a user_id",
      "GET /open-apis/contact/v3/users/none?user_id_type=user_id",
      undefined,
      99992360,
      400,
      /\{user_id\}/,
    ],
    ["a chat", `GET ${IM}/chats/oc_none`, undefined, 99992356, 400, /\{open_chat_id\}.*\[oc_none\]/],
    [
      "a chat as open_id",
      `${SEND}open_id`,
      { receive_id: GROUP, ...TEXT },
      99992361,
      400,
      "open_id cross app",
    ],
    [
      "another app's open_id",
      `${SEND}open_id`,
      { receive_id: FOREIGN, ...TEXT },
      99992361,
      400,
      "open_id cross app",
    ],
    ["no open_id at all", `${SEND}open_id`, { receive_id: "x", ...TEXT }, 99992351, 400, /\{open_id\}/],
    [
      "a person as chat_id",
      `${SEND}chat_id`,
      { receive_id: ANNA, ...TEXT },
      230001,
      400,
      "Your request contains an invalid request parameter, ext=invalid receive_id",
    ],
    [
      "patching a text",
      `PATCH ${IM}/messages/TEXT`,
      { content: "{}" },
      230001,
      400,
      "Your request contains an invalid request parameter, ext=This message is NOT a card",
    ],
    [
      "editing into a card",
      `PUT ${IM}/messages/TEXT`,
      { msg_type: "interactive", content: "{}" },
      230001,
      400,
      "Your request contains an invalid request parameter, ext=invalid msg_type.",
    ],
    [
      "patching after 14 days",
      `PATCH ${IM}/messages/OLD_CARD`,
      { content: '{"schema":"2.0","body":{"elements":[]}}' },
      230031,
      400,
      "Message has expired when updating message, ext=Message can only be updated within fourteen days.",
    ],
    [
      "a chat nobody has",
      `${SEND}chat_id`,
      { receive_id: "oc_none", ...TEXT },
      230001,
      400,
      /, ext=invalid receive_id$/,
    ],
  ];
  test.each(rows)("%s", (_what, call, body, code, status, msg) => check(call, body, code, status, msg));
});

describe("who asks", () => {
  const token = "POST /open-apis/auth/v3/tenant_access_token/internal";
  test("a wrong secret and an app nobody has are told apart", async () => {
    const ask = async (app_id: string) => answerTo(token, { app_id, app_secret: "wrong" }, {});
    expect((await ask(APP_ID)).body).toMatchObject({ code: 10014, msg: "app secret invalid" });
    expect((await ask("cli_0000000000000000")).body).toMatchObject({ code: 10003, msg: "invalid param" });
  });
  test("the token's path may end with a slash, other paths may not", async () => {
    const given = { app_id: APP_ID, app_secret: "secret one" };
    expect((await answerTo(`${token}/`, given, {})).body).toMatchObject({ code: 0, msg: "ok" });
    expect(await answerTo(`GET ${IM}/chats/`, undefined)).toMatchObject({ status: 404 });
  });
  test.each([
    ["no header", undefined, 99991661],
    ["a token without Bearer", (known: string) => known, 99991661],
    ["something that is no token", () => "Bearer nonsense", 99991671],
    ["a token nobody has", () => "Bearer t-none", 99991663],
    ["a person's token nobody has", () => "Bearer u-none", 99991668],
  ])("%s is refused with HTTP 400", async (_what, made, code) => {
    const known = (headers.authorization ?? "").replace("Bearer ", "");
    const auth: Record<string, string> = made === undefined ? {} : { authorization: made(known) };
    expect(await answerTo(`GET ${IM}/chats`, undefined, auth)).toMatchObject({ status: 400, body: { code } });
  });
  test("an unknown path, and a known one with another method, is plain text", async () => {
    for (const call of ["POST /open-apis/im/v9/messages", `PUT ${IM}/chats`, "GET /nothing"]) {
      const reply = await answerTo(call, undefined);
      expect(reply).toMatchObject({ status: 404, text: "404 page not found" });
      expect(reply.headers.get("content-type")).toContain("text/plain");
    }
  });
});

describe("messages, by their documents", () => {
  const rows: Row[] = [
    [
      "a group without the bot",
      `${SEND}chat_id`,
      { receive_id: OTHER_GROUP, ...TEXT },
      230002,
      400,
      /outside the group/,
    ],
    [
      "a person who resigned",
      `${SEND}open_id`,
      { receive_id: "ou_gone", ...TEXT },
      230029,
      400,
      "User has resigned.",
    ],
    [
      "no e-mail address",
      `${SEND}email`,
      { receive_id: "a@b.cn", ...TEXT },
      230034,
      400,
      "The receive_id is invalid.",
    ],
    [
      "content that is no JSON",
      `${SEND}open_id`,
      { receive_id: ANNA, msg_type: "text", content: "x" },
      230001,
      400,
      /, ext=/,
    ],
    ["a recalled message read", `GET ${IM}/messages/RECALLED`, undefined, 230110, 400, /deleted/],
    [
      "a recalled message patched",
      `PATCH ${IM}/messages/RECALLED`,
      { content: "{}" },
      230011,
      400,
      "The message is recalled.",
    ],
    [
      "a reply to a recalled one",
      `POST ${IM}/messages/RECALLED/reply`,
      TEXT,
      230011,
      400,
      "The message is recalled.",
    ],
    [
      "a person's message recalled",
      `DELETE ${IM}/messages/ANNAS`,
      undefined,
      230026,
      400,
      "No permission to recall this message.",
    ],
    [
      "a person's message edited",
      `PUT ${IM}/messages/ANNAS`,
      TEXT,
      230071,
      400,
      "The operator is not the sender of the message.",
    ],
    [
      "who read a person's message",
      `GET ${IM}/messages/ANNAS/read_users?user_id_type=open_id`,
      undefined,
      230012,
      400,
      /NOT the sender/,
    ],
    [
      "urgent, a person's message",
      `PATCH ${IM}/messages/ANNAS/urgent_app?user_id_type=open_id`,
      { user_id_list: [BEN] },
      230012,
      400,
      /NOT the sender/,
    ],
    [
      "history of no chat",
      `GET ${IM}/messages?container_id_type=chat&container_id=oc_none`,
      undefined,
      230001,
      400,
      /, ext=/,
    ],
  ];
  test.each(rows)("%s", (_what, call, body, code, status, msg) => check(call, body, code, status, msg));
});

test("two apps in one chat do not patch each other's cards", async () => {
  const both = await openDesk({
    groups: [{ chat_id: GROUP, name: "Both", members: ["Anna"], bots: ["Clerk", "Other"] }],
  });
  const sent = { schema: "2.0", body: { elements: [{ tag: "markdown", content: "mine" }] } };
  const card = await both.send(GROUP, "interactive", sent);
  const other = await both.token(OTHER_APP_ID, "secret two");
  const content = JSON.stringify({
    ...sent,
    body: { elements: [{ tag: "markdown", content: "not yours" }] },
  });
  expect(await both.call("PATCH", `${IM}/messages/${card}`, { content }, other)).toMatchObject({
    status: 400,
    body: { code: 230027, msg: "Lack of necessary permissions." },
  });
  expect(both.sandbox.state().messages[0]?.content).toContain("mine");
  const own = { content: content.replace("not yours", "still mine") };
  expect(await both.call("PATCH", `${IM}/messages/${card}`, own, await both.token())).toMatchObject({
    body: { code: 0 },
  });
});

describe("scopes, call by call", () => {
  const guarded = PLATFORM_ROUTES.filter(({ scopes }) => scopes.length > 0);
  test.each(guarded.map(({ method, path, scopes }) => [`${method} ${path}`, scopes] as const))(
    "%s needs one of its own",
    async (call, scopes) => {
      const none = await desk.token(OTHER_APP_ID, "secret two");
      await desk.post(`/sandbox/apps/${OTHER_APP_ID}/console`, { scopes: [] });
      const reply = await answerTo(call.replace(/:\w+/g, "x"), call.startsWith("GET") ? undefined : {}, none);
      expect(reply).toMatchObject({ status: 400, body: { code: 99991672 } });
      for (const scope of scopes) expect(reply.text).toContain(scope);
    },
  );
});
