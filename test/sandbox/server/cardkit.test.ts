import { expect, test } from "vitest";
import { z } from "zod";
import type { SandboxConfig } from "../../../src/sandbox/sandbox-config.ts";
import { openBot } from "./bot.ts";
import { ANNA, APP_ID, type Desk, GROUP, handClock, OTHER_APP_ID, openDesk } from "./desk.ts";
import { refusalOf, sdkClient } from "./sdk.ts";

const text = (id: string, content = "hello") => ({ tag: "markdown", element_id: id, content });
const cardOf = (...elements: unknown[]) => ({ schema: "2.0", body: { elements } });
const streamingCard = { ...cardOf(text("answer", "…")), config: { streaming_mode: true } };

async function kit(config: SandboxConfig = { faults: { limits_off: true } }) {
  const clock = handClock();
  const desk = await openDesk(config, { clock });
  const { cardkit, im } = sdkClient(desk);
  const create = async (card: unknown) => {
    const created = await cardkit.v1.card.create({ data: { type: "card_json", data: JSON.stringify(card) } });
    return created.data?.card_id ?? "";
  };
  const show = async (card_id: string) => {
    const content = JSON.stringify({ type: "card", data: { card_id } });
    const sent = await im.v1.message.create({
      params: { receive_id_type: "chat_id" },
      data: { receive_id: GROUP, msg_type: "interactive", content },
    });
    return sent.data?.message_id ?? "";
  };
  return { desk, clock, cards: cardkit.v1.card, elements: cardkit.v1.cardElement, create, show };
}

async function shown(desk: Desk, message_id: string): Promise<unknown> {
  const state = await desk.state();
  const message = state.messages.find((one) => one.message_id === message_id);
  return JSON.parse(message?.content ?? "null");
}

test("a card entity is made, sent, and replaced for everybody who sees it", async () => {
  const { desk, cards, create, show } = await kit();
  const card_id = await create(cardOf(text("a")));
  expect(card_id).toMatch(/^\d{1,20}$/);
  const message_id = await show(card_id);
  expect(await shown(desk, message_id)).toEqual(cardOf(text("a")));
  const data = JSON.stringify(cardOf(text("a", "changed")));
  const updated = await cards.update({
    path: { card_id },
    data: { card: { type: "card_json", data }, sequence: 1, uuid: "u1" },
  });
  expect(updated).toMatchObject({ code: 0, data: {} });
  expect(await shown(desk, message_id)).toEqual(cardOf(text("a", "changed")));
  expect((await desk.state()).messages[0]).toMatchObject({ updated: true });
});

test("an entity changed before it is sent shows its last state", async () => {
  const { desk, elements, create, show } = await kit();
  const card_id = await create(cardOf(text("a")));
  await elements.delete({ path: { card_id, element_id: "a" }, data: { sequence: 1 } });
  const one = JSON.stringify([text("b")]);
  await elements.create({ path: { card_id }, data: { type: "append", elements: one, sequence: 2 } });
  expect(await shown(desk, await show(card_id))).toEqual(cardOf(text("b")));
});

test("the sequence must grow, and a uuid is good for one operation", async () => {
  const { cards, create } = await kit();
  const card_id = await create(cardOf(text("a")));
  const link = (sequence: number, uuid?: string) =>
    refusalOf(
      cards.settings({
        path: { card_id },
        data: {
          settings: JSON.stringify({ card_link: { url: "https://example.com" } }),
          sequence,
          ...(uuid === undefined ? {} : { uuid }),
        },
      }),
    );
  expect(await link(5, "u")).toMatchObject({ code: 0 });
  expect(await link(5)).toMatchObject({ status: 400, code: 300317 });
  expect(await link(4)).toMatchObject({ code: 300317, msg: "ErrMsg: sequence number compare failed; " });
  expect(await link(6, "u")).toMatchObject({ code: 200770 });
  expect(await link(0)).toMatchObject({ code: 300317 });
  expect(await link(6)).toMatchObject({ code: 0 });
});

test("elements are added before, after and inside others, replaced, patched and taken away", async () => {
  const { desk, elements, create, show } = await kit();
  const panel = {
    tag: "collapsible_panel",
    element_id: "box",
    header: { title: plain("t") },
    elements: [text("in")],
  };
  const card_id = await create(cardOf(text("a"), panel));
  const message_id = await show(card_id);
  let sequence = 0;
  const next = () => {
    sequence += 1;
    return sequence;
  };
  const add = (type: "insert_before" | "insert_after" | "append", target: string, id: string) =>
    elements.create({
      path: { card_id },
      data: { type, target_element_id: target, elements: JSON.stringify([text(id)]), sequence: next() },
    });
  await add("insert_before", "a", "before");
  await add("insert_after", "in", "within");
  await add("append", "box", "last");
  await elements.update({
    path: { card_id, element_id: "a" },
    data: { element: JSON.stringify({ tag: "hr", element_id: "line" }), sequence: next() },
  });
  await elements.patch({
    path: { card_id, element_id: "in" },
    data: { partial_element: JSON.stringify({ content: "patched" }), sequence: next() },
  });
  await elements.delete({ path: { card_id, element_id: "within" }, data: { sequence: next() } });
  expect(await shown(desk, message_id)).toEqual(
    cardOf(
      text("before"),
      { tag: "hr", element_id: "line" },
      { ...panel, elements: [text("in", "patched"), text("last")] },
    ),
  );
});

test("what cannot be done to an element has its own code and changes nothing", async () => {
  const { desk, elements, create, show } = await kit();
  const card_id = await create(cardOf(text("a"), { tag: "hr", element_id: "line" }));
  const message_id = await show(card_id);
  const at = (element_id: string) => ({ card_id, element_id });
  const json = JSON.stringify;
  const sequence = 1;
  const refusals = [
    [elements.patch({ path: at("none"), data: { partial_element: json({}), sequence } }), 300313],
    [elements.patch({ path: at("a"), data: { partial_element: json({ tag: "hr" }), sequence } }), 300312],
    [elements.patch({ path: at("a"), data: { partial_element: json({ nonsense: 1 }), sequence } }), 300313],
    [elements.patch({ path: at("a"), data: { partial_element: "{", sequence } }), 300313],
    [elements.update({ path: at("none"), data: { element: json({ tag: "hr" }), sequence } }), 300121],
    [elements.update({ path: at("a"), data: { element: json({ tag: "blink" }), sequence } }), 300121],
    [elements.delete({ path: at("none"), data: { sequence } }), 300314],
    [elements.create({ path: { card_id }, data: { type: "append", elements: "[]", sequence } }), 300315],
    [
      elements.create({
        path: { card_id },
        data: { type: "insert_after", elements: json([text("x")]), sequence },
      }),
      300315,
    ],
    [
      elements.create({
        path: { card_id },
        data: { type: "append", target_element_id: "line", elements: json([text("x")]), sequence },
      }),
      300315,
    ],
    [
      elements.create({ path: { card_id }, data: { type: "append", elements: json([text("a")]), sequence } }),
      300301,
    ],
  ] as const;
  for (const [call, code] of refusals) expect(await refusalOf(call)).toMatchObject({ status: 400, code });
  expect(await refusalOf(elements.delete({ path: at("none"), data: { sequence } }))).toMatchObject({
    msg: "ErrMsg: not find elementID : none; ",
  });
  expect(await shown(desk, message_id)).toEqual(cardOf(text("a"), { tag: "hr", element_id: "line" }));
});

test("a batch does all of its changes or none", async () => {
  const { desk, cards, create, show } = await kit();
  const card_id = await create(cardOf(text("a"), text("b"), text("c")));
  const message_id = await show(card_id);
  const batch = (sequence: number, ...actions: unknown[]) =>
    cards.batchUpdate({ path: { card_id }, data: { sequence, actions: JSON.stringify(actions) } });
  const remove = { action: "delete_elements", params: { element_ids: ["a", "b"] } };
  await batch(
    1,
    { action: "partial_update_setting", params: { settings: { config: { width_mode: "fill" } } } },
    {
      action: "add_elements",
      params: { type: "insert_before", target_element_id: "a", elements: [text("new")] },
    },
    remove,
    {
      action: "partial_update_element",
      params: { element_id: "c", partial_element: { content: "patched" } },
    },
    { action: "update_element", params: { element_id: "new", element: { tag: "hr" } } },
  );
  const after = { ...cardOf({ tag: "hr" }, text("c", "patched")), config: { width_mode: "fill" } };
  expect(await shown(desk, message_id)).toEqual(after);
  const half = batch(
    2,
    { action: "add_elements", params: { type: "append", elements: [text("d")] } },
    remove,
  );
  expect(await refusalOf(half)).toMatchObject({ code: 300314 });
  expect(await refusalOf(batch(2, { action: "dance", params: {} }))).toMatchObject({ code: 10002 });
  expect(await shown(desk, message_id)).toEqual(after);
});

test("text streams while streaming is on, which ends by itself after ten minutes", async () => {
  const { desk, clock, cards, elements, create, show } = await kit();
  const card_id = await create(streamingCard);
  const message_id = await show(card_id);
  let sequence = 0;
  const say = (element_id: string, content: string) => {
    sequence += 1;
    return refusalOf(elements.content({ path: { card_id, element_id }, data: { content, sequence } }));
  };
  const stream = (streaming_mode: boolean) => {
    sequence += 1;
    const settings = JSON.stringify({ config: { streaming_mode } });
    return cards.settings({ path: { card_id }, data: { settings, sequence } });
  };
  expect(await say("answer", "It is")).toMatchObject({ code: 0 });
  expect(await say("answer", "It is raining")).toMatchObject({ code: 0 });
  expect(await shown(desk, message_id)).toMatchObject({ body: { elements: [{ content: "It is raining" }] } });
  clock.forward(600_000);
  expect(await say("answer", "late")).toMatchObject({ code: 200850 });
  await stream(true);
  expect(await say("answer", "again")).toMatchObject({ code: 0 });
  await stream(false);
  expect(await say("answer", "closed")).toMatchObject({ code: 300309 });
  await stream(true);
  sequence += 1;
  const line = JSON.stringify([{ tag: "hr", element_id: "line" }]);
  await elements.create({ path: { card_id }, data: { type: "append", elements: line, sequence } });
  expect(await say("line", "text on a line")).toMatchObject({ code: 300310 });
  expect(await say("none", "x")).toMatchObject({ code: 300313 });
});

test("an entity is sent once, by its own app, within 14 days", async () => {
  const { desk, create, show } = await kit();
  const card_id = await create(cardOf(text("a")));
  await show(card_id);
  expect(await refusalOf(show(card_id))).toMatchObject({
    code: 230099,
    msg: "Failed to create card content, ext=ErrCode: 11310; ErrMsg: cardid is invalid; ",
  });
  expect(await refusalOf(show("7000000000000000000"))).toMatchObject({ code: 230099 });
  const foreign = await create(cardOf(text("a")));
  const other = sdkClient(desk, OTHER_APP_ID);
  const sequence = 1;
  const update = (client: typeof other, id: string) =>
    refusalOf(
      client.cardkit.v1.cardElement.delete({ path: { card_id: id, element_id: "a" }, data: { sequence } }),
    );
  expect(await update(other, foreign)).toMatchObject({ code: 300311 });
  expect(await update(other, "7000000000000000000")).toMatchObject({ code: 200740 });
  await desk.sandbox.moveClock({ advance_ms: 14 * 86_400_000 + 1 });
  expect(await update(sdkClient(desk), card_id)).toMatchObject({ code: 200750 });
  expect(await refusalOf(show(foreign))).toMatchObject({
    code: 230099,
    msg: expect.stringContaining("200750"),
  });
});

test("a card the rules refuse is no entity, each with CardKit's own code", async () => {
  const { desk } = await kit();
  const { cardkit } = sdkClient(desk);
  const create = (data: unknown, type = "card_json") =>
    refusalOf(
      cardkit.v1.card.create({
        data: { type, data: typeof data === "string" ? data : JSON.stringify(data) },
      }),
    );
  expect(await create("no json")).toMatchObject({ status: 400, code: 200220 });
  expect(await create({})).toMatchObject({ code: 300307 });
  expect(await create({ elements: [] })).toMatchObject({ code: 300303 });
  expect(await create({ ...cardOf(), config: { update_multi: false } })).toMatchObject({ code: 300302 });
  expect(await create(cardOf(text("a"), text("a")))).toMatchObject({ code: 300301 });
  expect(await create(cardOf(...Array.from({ length: 201 }, () => ({ tag: "hr" }))))).toMatchObject({
    code: 300305,
    msg: "ErrMsg: element exceeds the limit; ",
  });
  expect(await create(cardOf(text("a", "x".repeat(31_000))))).toMatchObject({ code: 200860 });
  expect(await create(cardOf({ tag: "note" }))).toMatchObject({ code: 200220 });
  expect(await create({ template_id: "ctp_1" }, "template")).toMatchObject({ code: 200220 });
  expect(await create("")).toMatchObject({ code: 99992402 });
});

test("one entity takes ten operations a second, as many as one likes while it streams", async () => {
  const { cards, elements, create } = await kit({});
  const slow = await create(cardOf(text("a")));
  const change = (card_id: string, sequence: number) =>
    refusalOf(
      elements.patch({
        path: { card_id, element_id: "a" },
        data: { partial_element: JSON.stringify({ content: `${sequence}` }), sequence },
      }),
    );
  const codes = [];
  for (let sequence = 1; sequence <= 11; sequence += 1) codes.push((await change(slow, sequence)).code);
  expect(codes).toEqual([...Array.from({ length: 10 }, () => 0), 99991400]);
  const quick = await create({ ...cardOf(text("a")), config: { streaming_mode: true } });
  for (let sequence = 1; sequence <= 12; sequence += 1) expect((await change(quick, sequence)).code).toBe(0);
  expect(
    (await cards.settings({ path: { card_id: quick }, data: { settings: "{}", sequence: 13 } })).code,
  ).toBe(0);
});

test("while a callback waits for its answer the card is locked; an answer does not touch a card that streams", async () => {
  const { desk, create, show, elements, cards } = await kit();
  const button = {
    tag: "button",
    name: "go",
    text: plain("Go"),
    behaviors: [{ type: "callback", value: { n: 1 } }],
  };
  const card_id = await create({ ...cardOf(text("a"), button), config: { streaming_mode: true } });
  const message_id = await show(card_id);
  const data = cardOf(text("a", "from the answer"));
  let during: unknown;
  const bot = await openBot(async () => {
    during = await refusalOf(elements.delete({ path: { card_id, element_id: "a" }, data: { sequence: 1 } }));
    return { body: { card: { type: "raw", data } } };
  });
  await desk.sandbox.setUrls(APP_ID, { callback_url: bot.url });
  const press = async () => {
    const pressed = await desk.act({ act: "press", as: ANNA, message_id, target: { name: "go" } });
    return outcomeSchema.parse(pressed.body).outcome;
  };
  expect(await press()).toMatchObject({ code: 0, card_replaced: false });
  expect(during).toMatchObject({ code: 200810 });
  const settings = JSON.stringify({ config: { streaming_mode: false } });
  await cards.settings({ path: { card_id }, data: { settings, sequence: 1 } });
  expect(await press()).toMatchObject({ code: 0, card_replaced: true });
  await elements.patch({
    path: { card_id, element_id: "a" },
    data: { partial_element: JSON.stringify({ content: "and on" }), sequence: 2 },
  });
  expect(await shown(desk, message_id)).toMatchObject({ body: { elements: [{ content: "and on" }] } });
});

const outcomeSchema = z.object({ outcome: z.looseObject({ code: z.number() }) });

function plain(content: string) {
  return { tag: "plain_text", content };
}

test("an entity of 99 buttons and a text is made, of 100 buttons it is not (feishu-contract 11)", async () => {
  const { cards } = await kit();
  const button = { tag: "button", text: { tag: "plain_text", content: "x" } };
  const buttons = (count: number) => Array.from({ length: count }, () => button);
  const make = (...elements: unknown[]) =>
    cards.create({ data: { type: "card_json", data: JSON.stringify(cardOf(...elements)) } });
  expect(await make(...buttons(99), text("a"))).toMatchObject({ code: 0 });
  expect(await refusalOf(make(...buttons(100)))).toMatchObject({ code: 300305 });
});
