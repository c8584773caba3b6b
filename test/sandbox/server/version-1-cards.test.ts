import { describe, expect, test } from "vitest";
import { z } from "zod";
import { contentFor } from "../../../src/sandbox/card/content-for.ts";
import { openBot, type Respond } from "./bot.ts";
import { ANNA, APP_ID, BEN, GROUP, openDesk } from "./desk.ts";

// Cards of JSON 1.0 over HTTP: sent, seen, pressed, replaced for everyone or only for the person who pressed.

const plain = (content: string) => ({ tag: "plain_text", content });
const approve = { tag: "button", text: plain("Approve"), value: { id: 7 } };
const old = (more: object = {}, title = "Leave") => ({
  header: { title: plain(title) },
  elements: [{ tag: "action", actions: [approve] }],
  ...more,
});
const shared = { config: { update_multi: true } };
const DAY = 86_400_000;

async function withCard(sent: object, respond: Respond = () => ({ body: {} })) {
  const bot = await openBot(respond);
  const desk = await openDesk();
  await desk.sandbox.setUrls(APP_ID, { callback_url: bot.url });
  const message_id = await desk.send(GROUP, "interactive", sent);
  const press = (as = ANNA, target: object = { text: "Approve" }) =>
    desk.post("/sandbox/act", { act: "press", as, message_id, target });
  const titleFor = (reader: string) => {
    const message = desk.sandbox.state().messages.find((one) => one.message_id === message_id);
    if (message === undefined) throw new Error("the message is gone");
    return titleSchema.parse(JSON.parse(contentFor(message, reader))).header.title.content;
  };
  const later = (days: number) => desk.post("/sandbox/clock", { advance_ms: days * DAY });
  const patch = async (card: object) =>
    desk.call(
      "PATCH",
      `/open-apis/im/v1/messages/${message_id}`,
      { content: JSON.stringify(card) },
      await desk.token(),
    );
  return { bot, desk, message_id, press, titleFor, later, patch };
}

const titleSchema = z.object({ header: z.object({ title: z.object({ content: z.string() }) }) });
const raw = (data: unknown) => () => ({ body: { card: { type: "raw", data } } });

describe("a press", () => {
  test("calls back with the button's value", async () => {
    const { bot, press } = await withCard(old());
    expect(await press()).toMatchObject({ body: { outcome: { code: 0 } } });
    expect(bot.events()).toMatchObject([{ event: { action: { tag: "button", value: { id: 7 } } } }]);
  });

  test("finds what stands on the card in the reader's language", async () => {
    const inTwo = {
      i18n_elements: {
        zh_cn: [{ tag: "action", actions: [{ ...approve, text: plain("同意") }] }],
        en_us: [{ tag: "action", actions: [approve] }],
      },
    };
    const { press } = await withCard(inTwo);
    expect(await press(BEN)).toMatchObject({ status: 200 });
    expect(await press(ANNA, { text: "同意" })).toMatchObject({ status: 200 });
    expect(await press(ANNA)).toMatchObject({ status: 400 });
  });

  test("of a button with an address opens it and tells the bot nothing", async () => {
    const open = { ...approve, url: "https://example.com" };
    const { bot, press } = await withCard({ elements: [{ tag: "action", actions: [open] }] });
    expect(await press()).toMatchObject({ body: { outcome: { code: 0 } } });
    expect(bot.events()).toEqual([]);
  });

  test("on a menu beside a text sends the option", async () => {
    const menu = { tag: "overflow", options: [{ text: plain("Mute"), value: "mute" }], value: { of: 1 } };
    const { bot, press } = await withCard({ elements: [{ tag: "div", text: plain("x"), extra: menu }] });
    await press(ANNA, { text: "Mute" });
    expect(bot.events()).toMatchObject([{ event: { action: { option: "mute", value: { of: 1 } } } }]);
  });

  test("on a form of 1.0 submits what is in it", async () => {
    const form = {
      tag: "form",
      name: "leave",
      elements: [
        { tag: "input", name: "days" },
        { tag: "button", name: "send", text: plain("Send"), action_type: "form_submit", value: { id: 1 } },
      ],
    };
    const { bot, desk, message_id } = await withCard({ elements: [form] });
    const submit = {
      act: "submit",
      as: ANNA,
      message_id,
      target: { name: "send" },
      fill: { days: "3" },
    } as const;
    expect(await desk.act(submit)).toMatchObject({ body: { outcome: { code: 0 } } });
    expect(bot.events()).toMatchObject([{ event: { action: { name: "send", form_value: { days: "3" } } } }]);
  });
});

describe("the card in the answer", () => {
  test("changes the card of whoever pressed, and nobody else's", async () => {
    const { press, titleFor } = await withCard(old(), raw(old({}, "Approved")));
    expect(await press()).toMatchObject({ body: { outcome: { card_replaced: true } } });
    expect([titleFor(ANNA), titleFor(BEN)]).toEqual(["Approved", "Leave"]);
  });

  test("changes a shared card for everybody", async () => {
    const { press, titleFor } = await withCard(old(shared), raw(old(shared, "Approved")));
    await press();
    expect([titleFor(ANNA), titleFor(BEN)]).toEqual(["Approved", "Approved"]);
  });

  test("may be of 2.0, but a card of 2.0 never becomes one of 1.0", async () => {
    const next = { schema: "2.0", header: { title: plain("New") }, body: { elements: [] } };
    const { press, titleFor } = await withCard(old(shared), raw(next));
    await press();
    expect(titleFor(BEN)).toBe("New");
    const button = { ...approve, behaviors: [{ type: "callback", value: {} }] };
    const second = await withCard({ schema: "2.0", body: { elements: [button] } }, raw(old(shared)));
    expect(await second.press()).toMatchObject({ body: { outcome: { code: 200830 } } });
  });
});

describe("age", () => {
  test("after 14 days a press calls back and changes nothing; after 30 it does nothing", async () => {
    const { bot, press, titleFor, later } = await withCard(old(shared), raw(old(shared, "Approved")));
    await later(20);
    expect(await press()).toMatchObject({ body: { outcome: { code: 0, card_replaced: false } } });
    expect([bot.events().length, titleFor(ANNA)]).toEqual([1, "Leave"]);
    await later(11);
    expect(await press()).toMatchObject({ status: 400, body: { error: expect.stringContaining("30 days") } });
  });
});

describe("an update by the bot", () => {
  test("wants update_multi in the card before and after", async () => {
    const one = await withCard(old(shared));
    expect(await one.patch(old({}, "B"))).toMatchObject({ status: 400, body: { code: 230001 } });
    expect(await one.patch(old(shared, "C"))).toMatchObject({ body: { code: 0 } });
    expect(one.titleFor(BEN)).toBe("C");
    const other = await withCard(old());
    expect(await other.patch(old(shared, "D"))).toMatchObject({ status: 400, body: { code: 230001 } });
  });

  test("by token names whose private card it is", async () => {
    const { bot, desk, press, titleFor } = await withCard(old());
    await press();
    const token = z.object({ token: z.string() }).parse(bot.events()[0]?.event).token;
    const update = async (card: object) =>
      desk.post("/open-apis/interactive/v1/card/update", { token, card }, await desk.token());
    expect(await update(old({}, "B"))).toMatchObject({ body: { code: 300090 } });
    expect(await update({ ...old({}, "B"), open_ids: ["ou_stranger"] })).toMatchObject({
      body: { code: 200320 },
    });
    expect(await update({ ...old({}, "B"), open_ids: [BEN] })).toMatchObject({ body: { code: 0 } });
    expect([titleFor(ANNA), titleFor(BEN)]).toEqual(["Leave", "B"]);
  });
});

test("a client that is too old for 2.0 shows and uses a card of 1.0", async () => {
  const { desk, press } = await withCard(old());
  await desk.post("/sandbox/faults", { client_too_old: true });
  expect(await press()).toMatchObject({ status: 200 });
});

test("a card read back by the bot has its words", async () => {
  const { desk, message_id } = await withCard(old());
  const got = await desk.call(
    "GET",
    `/open-apis/im/v1/messages/${message_id}`,
    undefined,
    await desk.token(),
  );
  expect(got.text).toContain("Leave");
  expect(got.text).toContain("Approve");
});
