// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates hold variables as the card builder writes them.
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { openBot } from "./bot.ts";
import { ANNA, APP_ID, GROUP, OTHER_APP_ID, openDesk } from "./desk.ts";

// Cards made in the console and sent by id, with variables and versions.

const plain = (content: string) => ({ tag: "plain_text", content });
const report = {
  schema: "2.0",
  header: { title: plain("${quarter}") },
  body: {
    elements: [
      { tag: "markdown", content: "**${town}**: ${done} of ${due}" },
      { tag: "repeat", variable: "rows", elements: [{ tag: "markdown", content: "- ${what}" }] },
    ],
  },
};
const variables = {
  quarter: "text",
  town: "text",
  done: "integer",
  due: "integer",
  rows: "object_array",
} as const;
const values = {
  quarter: "Q3",
  town: "East",
  done: 3,
  due: "4",
  rows: [{ what: "roads" }, { what: "wells" }],
};
const TEMPLATE = "AAqReport";
const sent = (more: object = {}) => ({
  type: "template",
  data: { template_id: TEMPLATE, template_variable: values, ...more },
});

async function withTemplate(more: object = {}) {
  const desk = await openDesk({ templates: [{ template_id: TEMPLATE, card: report, variables, ...more }] });
  const send = async (content: unknown, appId = APP_ID) => {
    const auth = await desk.token(appId, appId === APP_ID ? "secret one" : "secret two");
    const body = { receive_id: ANNA, msg_type: "interactive", content: JSON.stringify(content) };
    return desk.post("/open-apis/im/v1/messages?receive_id_type=open_id", body, auth);
  };
  const cards = () => desk.sandbox.state().messages.map((one) => JSON.parse(one.content));
  return { desk, send, cards };
}

const refusal = (msg: string) => ({ status: 400, body: { code: 230099, msg: expect.stringContaining(msg) } });

describe("a template", () => {
  test("is sent with its variables in place, a list's part once for each of its objects", async () => {
    const { send, cards } = await withTemplate();
    expect(await send(sent())).toMatchObject({ body: { code: 0 } });
    expect(cards()).toEqual([
      {
        schema: "2.0",
        header: { title: plain("Q3") },
        body: {
          elements: [
            { tag: "markdown", content: "**East**: 3 of 4" },
            { tag: "markdown", content: "- roads" },
            { tag: "markdown", content: "- wells" },
          ],
        },
      },
    ]);
  });

  test("without a variable shows nothing in its place", async () => {
    const { send, cards } = await withTemplate();
    expect(await send(sent({ template_variable: { town: "East" } }))).toMatchObject({ body: { code: 0 } });
    expect(cards()).toMatchObject([
      { header: { title: { content: "" } }, body: { elements: [{ content: "**East**:  of " }] } },
    ]);
    expect(await send(sent({ template_variable: undefined }))).toMatchObject({ body: { code: 0 } });
  });

  test("without the picture it needs is refused as a card without one", async () => {
    const card = { schema: "2.0", body: { elements: [{ tag: "img", img_key: "${photo}", alt: plain("") }] } };
    const { send } = await withTemplate({ card, variables: {} });
    expect(await send(sent())).toMatchObject(refusal("img_key is required"));
  });

  test("refuses a value of another type or in another form, in the platform's words", async () => {
    const { send, cards } = await withTemplate({ variables: { ...variables, day: "date" } });
    const give = (more: object) => send(sent({ template_variable: { ...values, ...more } }));
    expect(await give({ town: 5 })).toMatchObject(
      refusal("ErrCode: 200732; ErrMsg: the actual type of the variable is inconsistent"),
    );
    expect(await give({ town: 5 })).toMatchObject(
      refusal("ErrorValue: town, specifiedType: text, actualType: number; "),
    );
    expect(await give({ due: "many" })).toMatchObject(refusal("ErrCode: 200732"));
    expect(await give({ rows: {} })).toMatchObject(refusal("actualType: object"));
    expect(await give({ day: "1.9.2026" })).toMatchObject(
      refusal("ErrCode: 200737; ErrMsg: the format of the variable"),
    );
    expect(await give({ day: "2026-09-01" })).toMatchObject({ body: { code: 0 } });
    expect(cards()).toHaveLength(1);
  });

  test("nobody released, or in no such version, does not exist", async () => {
    const { send } = await withTemplate();
    for (const data of [{ template_id: "AAqNone" }, { template_version_name: "9.9.9" }]) {
      expect(await send(sent(data))).toMatchObject(
        refusal(
          "ErrCode: 200380; ErrMsg: template does not exist, please confirm whether this template has been released",
        ),
      );
    }
    expect(await send({ type: "template" })).toMatchObject(refusal("ErrCode: 200380"));
  });

  test("is visible only to the apps it was given to", async () => {
    const { send } = await withTemplate({ apps: [OTHER_APP_ID] });
    expect(await send(sent())).toMatchObject(refusal(`ErrCode: 200381`));
    expect(await send(sent(), OTHER_APP_ID)).toMatchObject({ body: { code: 0 } });
  });

  test("has versions: the newest unless one is named", async () => {
    const { desk, send, cards } = await withTemplate();
    const next = { ...report, header: { title: plain("v2 ${quarter}") } };
    const published = await desk.post("/sandbox/templates", { template_id: TEMPLATE, card: next, variables });
    expect(published.body).toEqual({ ok: true, template_id: TEMPLATE, version: "1.0.1" });
    await send(sent());
    await send(sent({ template_version_name: "1.0.0" }));
    expect(cards().map((card) => card.header.title.content)).toEqual(["v2 Q3", "Q3"]);
    const again = { template_id: TEMPLATE, version: "1.0.1", card: next };
    expect(await desk.post("/sandbox/templates", again)).toMatchObject({ status: 400 });
    expect((await desk.call("GET", "/sandbox/templates")).body).toEqual({
      templates: [{ template_id: TEMPLATE, name: "", versions: ["1.0.0", "1.0.1"], variables }],
    });
  });

  test("made in the console gets an id; a variable of no known type is named", async () => {
    const { desk } = await withTemplate();
    expect(await desk.post("/sandbox/templates", { card: report })).toMatchObject({
      body: { ok: true, template_id: expect.stringMatching(/^AAq/), version: "1.0.0" },
    });
    expect(await desk.post("/sandbox/templates", { card: report, variables: { a: "colour" } })).toMatchObject(
      {
        status: 400,
        body: { error: expect.stringContaining("variables.a") },
      },
    );
  });

  test("is held to the card rules when it is filled", async () => {
    const { send } = await withTemplate();
    const long = { ...values, town: "字".repeat(11_000) };
    expect(await send(sent({ template_variable: long }))).toMatchObject({ body: { code: 230025 } });
  });

  test("of JSON 1.0 is sent too", async () => {
    const { send } = await withTemplate({ card: { elements: [{ tag: "div", text: plain("${town}") }] } });
    expect(await send(sent())).toMatchObject({ body: { code: 0 } });
  });
});

describe("a template in place of a card", () => {
  test("by update, by answer to a press, by token and as an entity", async () => {
    const bot = await openBot(() => ({ body: { card: sent() } }));
    const { desk } = await withTemplate();
    await desk.sandbox.setUrls(APP_ID, { callback_url: bot.url });
    const auth = await desk.token();
    const button = { tag: "button", text: plain("Go"), behaviors: [{ type: "callback", value: {} }] };
    const message_id = await desk.send(GROUP, "interactive", { schema: "2.0", body: { elements: [button] } });
    const content = () => desk.sandbox.state().messages.at(-1)?.content;
    const pressed = await desk.act({ act: "press", as: ANNA, message_id, target: { text: "Go" } });
    expect(pressed.body).toMatchObject({ outcome: { card_replaced: true } });
    expect(content()).toContain("**East**: 3 of 4");
    const west = sent({ template_variable: { ...values, town: "West" } });
    const at = `/open-apis/im/v1/messages/${message_id}`;
    expect(await desk.call("PATCH", at, { content: JSON.stringify(west) }, auth)).toMatchObject({
      body: { code: 0 },
    });
    expect(content()).toContain("**West**");
    const { token } = z.object({ token: z.string() }).parse(bot.events()[0]?.event);
    expect(
      await desk.post("/open-apis/interactive/v1/card/update", { token, card: sent() }, auth),
    ).toMatchObject({
      body: { code: 0 },
    });
    expect(content()).toContain("**East**");
    const entity = { type: "template", data: JSON.stringify(sent().data) };
    expect(await desk.post("/open-apis/cardkit/v1/cards", entity, auth)).toMatchObject({ body: { code: 0 } });
  });

  test("by a group's custom bot, where it exists", async () => {
    const hooks = [{ name: "Alarm", token: "alarm" }];
    const groups = [{ chat_id: GROUP, name: "Everybody", members: ["Anna"], hooks }];
    const desk = await openDesk({ groups, templates: [{ template_id: TEMPLATE, card: report, variables }] });
    const send = (card: object) =>
      desk.post("/open-apis/bot/v2/hook/alarm", { msg_type: "interactive", card });
    expect((await send(sent())).body).toMatchObject({ code: 0 });
    expect(desk.sandbox.state().messages.at(-1)?.content).toContain("**East**: 3 of 4");
    expect((await send(sent({ template_id: "AAqNone" }))).body).toMatchObject({
      code: 230099,
      msg: expect.stringContaining("200380"),
    });
    expect(desk.sandbox.state().messages).toHaveLength(1);
  });

  test("that does not exist in the answer shows 200673", async () => {
    const bot = await openBot(() => ({
      body: { card: { type: "template", data: { template_id: "AAqNone" } } },
    }));
    const { desk } = await withTemplate();
    await desk.sandbox.setUrls(APP_ID, { callback_url: bot.url });
    const button = { tag: "button", text: plain("Go"), behaviors: [{ type: "callback", value: {} }] };
    const message_id = await desk.send(GROUP, "interactive", { schema: "2.0", body: { elements: [button] } });
    const pressed = await desk.act({ act: "press", as: ANNA, message_id, target: { text: "Go" } });
    expect(pressed.body).toMatchObject({ outcome: { code: 200673, card_replaced: false } });
  });
});
