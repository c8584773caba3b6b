import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { SandboxConfig } from "../../../src/sandbox/sandbox-config.ts";
import { startSandbox } from "../../../src/sandbox/start.ts";
import { openBot } from "./bot.ts";
import { ANNA, APP_ID, card, GROUP, OTHER_APP_ID, openDesk } from "./desk.ts";

// Invalid cards, over HTTP, in every way a card is sent: as a message, as a replacement, as the answer to a
// press.

const MESSAGES = "/open-apis/im/v1/messages";
const words = (content: string) => ({ tag: "markdown", content });
const input = (name: string) => ({ tag: "input", name });
const submit = {
  tag: "button",
  name: "submit",
  text: { tag: "plain_text", content: "Send" },
  form_action_type: "submit",
};
const form = (...elements: unknown[]) => ({ tag: "form", name: "form", elements: [...elements, submit] });
const table = {
  tag: "table",
  columns: [{ name: "a", data_type: "text" }],
  rows: [{ a: "1" }],
};

const REFUSED: Array<[what: string, sent: unknown, code: number, sub: RegExp]> = [
  ["longer than 30 KB", card(words("字".repeat(10_500))), 230025, /length/],
  [
    "of 201 components",
    card(...Array.from({ length: 200 }, () => words("x"))),
    230099,
    /11310.*exceeds the limit/,
  ],
  ["with an unknown property", card({ ...words("x"), colour: "red" }), 230099, /200621.*colour/],
  ["with an unknown component", card({ tag: "hologram" }), 230099, /200861/],
  ["of the first version's components", card({ tag: "action", actions: [] }), 230099, /200861/],
  ["with two inputs of one name", card(form(input("a"), input("a"))), 230099, /ErrCode: \d+.*a/],
  ["with a form's input without a name", card(form({ tag: "input" })), 230099, /ErrCode: \d+/],
  ["with a table in a form", card(form(table)), 230099, /ErrCode: \d+.*table/],
  ["with a form in a form", card(form(form(input("a")))), 230099, /ErrCode: \d+.*form/],
  [
    "with six tables",
    card(...Array.from({ length: 6 }, () => table)),
    230099,
    /11310.*table number over limit/,
  ],
  ["with a chart that is none", card({ tag: "chart", chart_spec: { type: "potato" } }), 230099, /200550/],
  ["that is a list", [], 230099, /ErrCode: \d+/],
  [
    "that is a template nobody has released",
    { type: "template", data: { template_id: "x" } },
    230099,
    /200380/,
  ],
];

const answerSchema = z.object({ code: z.number(), msg: z.string(), error: z.object({ log_id: z.string() }) });

describe("a card", () => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  let auth: Record<string, string>;
  let good: string;
  beforeAll(async () => {
    sandbox = await startSandbox({
      apps: [{ app_id: APP_ID, app_secret: "secret" }],
      people: [{ name: "Anna", open_id: ANNA }],
      groups: [{ name: "Everybody", chat_id: GROUP, members: [ANNA] }],
    });
    const issued = await call("POST", "/open-apis/auth/v3/tenant_access_token/internal", {
      app_id: APP_ID,
      app_secret: "secret",
    });
    const { tenant_access_token } = z.object({ tenant_access_token: z.string() }).parse(issued.body);
    auth = { authorization: `Bearer ${tenant_access_token}` };
    const sent = await send(card(words("good")));
    good = z.object({ data: z.object({ message_id: z.string() }) }).parse(sent.body).data.message_id;
  });
  afterAll(() => sandbox.close());

  async function call(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(sandbox.url + path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    const answered: unknown = await response.json();
    return { status: response.status, body: answered };
  }
  const send = (sent: unknown) =>
    call(
      "POST",
      `${MESSAGES}?receive_id_type=chat_id`,
      { receive_id: GROUP, msg_type: "interactive", content: JSON.stringify(sent) },
      auth,
    );

  it.each(REFUSED)("%s is refused when sent and when it replaces another", async (_what, sent, code, sub) => {
    const before = sandbox.state().messages;
    for (const refused of [
      await send(sent),
      await call("PATCH", `${MESSAGES}/${good}`, { content: JSON.stringify(sent) }, auth),
    ]) {
      expect(refused.status).toBe(400);
      const answer = answerSchema.parse(refused.body);
      expect(answer.code).toBe(code);
      expect(answer.msg).toMatch(sub);
    }
    expect(sandbox.state().messages).toEqual(before);
  });

  it("is taken again afterwards: the server lives", async () => {
    expect(await send(card(words("still here")))).toMatchObject({ status: 200, body: { code: 0 } });
  });
});

it.each(REFUSED.filter(([, , code]) => code === 230099))(
  "a card %s in the answer to a press shows 200673 and leaves the card as it was",
  async (_what, sent) => {
    const bot = await openBot(() => ({ body: { card: { type: "raw", data: sent } } }));
    const desk = await openDesk();
    await desk.sandbox.setUrls(APP_ID, { callback_url: bot.url });
    const press = { tag: "button", name: "go", text: { tag: "plain_text", content: "Go" } };
    const pressable = { ...press, behaviors: [{ type: "callback", value: {} }] };
    const message_id = await desk.send(GROUP, "interactive", card(pressable));
    const before = desk.sandbox.state().messages;
    const { status, body } = await desk.act({ act: "press", as: ANNA, message_id, target: { name: "go" } });
    expect(status).toBe(200);
    const { outcome } = z
      .object({ outcome: z.object({ code: z.number(), card_replaced: z.boolean() }) })
      .parse(body);
    expect([200673, 200830]).toContain(outcome.code);
    expect(outcome.card_replaced).toBe(false);
    expect(desk.sandbox.state().messages).toEqual(before);
  },
);

it("another app's token changes, recalls and urges nothing, and uploads are not lent", async () => {
  const desk = await openDesk();
  const other = await desk.token(OTHER_APP_ID, "secret two");
  const message_id = await desk.send(GROUP, "interactive", card(words("mine")));
  const before = desk.sandbox.state().messages;
  const at = `${MESSAGES}/${message_id}`;
  for (const [method, path, body] of [
    ["PATCH", at, { content: JSON.stringify(card(words("yours"))) }],
    ["DELETE", at, undefined],
    ["PATCH", `${at}/urgent_app?user_id_type=open_id`, { user_id_list: [ANNA] }],
    ["GET", `${at}/read_users?user_id_type=open_id`, undefined],
    ["POST", `${at}/reply`, { msg_type: "text", content: '{"text":"x"}' }],
  ] as const) {
    const { status, body: answer } = await desk.call(method, path, body, other);
    expect({ path, status }).toEqual({ path, status: 400 });
    expect(answer).toMatchObject({ code: expect.any(Number), error: { log_id: expect.any(String) } });
  }
  expect(desk.sandbox.state().messages).toEqual(before);
  const form = new FormData();
  form.append("file_type", "stream");
  form.append("file_name", "a.txt");
  form.append("file", new Blob(["mine"]));
  const uploaded = await fetch(`${desk.url}/open-apis/im/v1/files`, {
    method: "POST",
    headers: await desk.token(),
    body: form,
  });
  const { file_key } = z
    .object({ data: z.object({ file_key: z.string() }) })
    .parse(await uploaded.json()).data;
  const lent = { receive_id: "oc_other", msg_type: "file", content: JSON.stringify({ file_key }) };
  expect(await desk.post(`${MESSAGES}?receive_id_type=chat_id`, lent, other)).toMatchObject({
    status: 400,
    body: { code: 230017 },
  });
});

it("a settings file with a mistake says which, and nothing is started", async () => {
  for (const [file, path] of [
    ['{ "apps": [{ "strict": "yes" }] }', "apps.0.strict"],
    ['{ "apps": [{ "events": "all" }] }', "apps.0.events"],
    ['{ "apps": [] }', "apps"],
    ['{ "people": [{ "name": "Anna", "locale": "fr" }] }', "people.0.locale"],
    ['{ "groups": [{ "name": "g", "members": [], "chat_id": "g" }] }', "groups.0.chat_id"],
    ['{ "colour": "red" }', "colour"],
    ['{ "faults": { "gravity": true } }', "gravity"],
    ['{ "apps": [{ "available_to": ["Nobody"] }] }', "Nobody"],
  ] as const) {
    const config: SandboxConfig = JSON.parse(file);
    await expect(startSandbox(config)).rejects.toThrow(path);
  }
});
