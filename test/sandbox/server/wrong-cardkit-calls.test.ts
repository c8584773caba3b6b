import { createServer, type ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ANNA, APP_ID, CONFIG, type Desk, GROUP, handClock, OTHER_APP_ID, openDesk } from "./desk.ts";
import { codesOf, expectRefusal, type Page, type Table, type Wrong } from "./documented.ts";

// CardKit: every code of each call's page, either tried or with the reason why it cannot occur. Texts are
// those observed by bots where known (300305, 300313, 300317), those of the card check (300301), otherwise
// those of the pages.

const CARDS = "/open-apis/cardkit/v1/cards";
const json = JSON.stringify;
const text = (element_id: string, content = "hello") => ({ tag: "markdown", element_id, content });
const cardOf = (...elements: unknown[]) => ({ schema: "2.0", body: { elements } });
const lines = (count: number) => Array.from({ length: count }, () => ({ tag: "hr" }));
const long = "字".repeat(11_000);
const unshared = { config: { update_multi: false } };
const later = 1000;

const says = (words: string) => [400, `ErrMsg: ${words}; `] as const;
const CODES: Table = {
  10002: says("Your request contains an invalid request parameter."),
  200220: [400, /^ErrMsg: ./],
  200510: says("Card streaming timeout"),
  200740: says("The card entity does not exist"),
  200750: says("The card entity has expired"),
  200770: says("UUID conflict"),
  200810: says("The card is in an ongoing interaction and cannot be updated"),
  200850: says("Card streaming timeout"),
  200860: says("Card content exceeds limit."),
  300120: says("Server Internal Error"),
  300121: [400, /^ErrMsg: (Failed to replace element|not find elementID : none|.*\(tag: blink\).*); $/],
  300122: says("Failed to update card configuration"),
  300301: [400, /^ErrMsg: ElementID \w+: Code 1001: Duplicate ID; $/],
  300302: says("update_multi property is false"),
  300303: says("Only schema 2.0 is supported"),
  300305: says("element exceeds the limit"),
  300307: says("The card DSL is empty"),
  300309: says("Card streaming closed"),
  300310: says("Only update text"),
  300311: says("The current application does not have permission to update/use this card"),
  300312: says("Unable to update element tag"),
  300313: [400, /^ErrMsg: (Failed to update element properties|not find elementID : none|.*nonsense.*); $/],
  300314: says("not find elementID : none"),
  300315: [400, /^ErrMsg: (Failed to add element|not find elementID : ?(none|line)?|.*\(tag: blink\).*); $/],
  300317: says("sequence number compare failed"),
};
const only = (...codes: number[]): Table =>
  Object.fromEntries(codes.map((code) => [code, CODES[code] ?? [0, ""]]));

/** One operation: its call for a card, and a valid body. */
type Operation = { call: (card: string) => string; body: Record<string, unknown> };

const OPERATIONS = {
  replace: {
    call: (card) => `PUT ${CARDS}/${card}`,
    body: { card: { type: "card_json", data: json(cardOf(text("a"))) } },
  },
  settings: {
    call: (card) => `PATCH ${CARDS}/${card}/settings`,
    body: { settings: json({ config: { width_mode: "fill" } }) },
  },
  batch: {
    call: (card) => `POST ${CARDS}/${card}/batch_update`,
    body: { actions: json([{ action: "delete_elements", params: { element_ids: ["a"] } }]) },
  },
  add: {
    call: (card) => `POST ${CARDS}/${card}/elements`,
    body: { type: "append", elements: json([text("new")]) },
  },
  update: {
    call: (card) => `PUT ${CARDS}/${card}/elements/a`,
    body: { element: json(text("a", "other")) },
  },
  patch: {
    call: (card) => `PATCH ${CARDS}/${card}/elements/a`,
    body: { partial_element: json({ content: "other" }) },
  },
  remove: { call: (card) => `DELETE ${CARDS}/${card}/elements/a`, body: {} },
  stream: { call: (card) => `PUT ${CARDS}/${card}/elements/a/content`, body: { content: "other" } },
} satisfies Record<string, Operation>;

/** The wrong calls that are the same for every operation on an entity. */
function onAnyEntity({ call, body }: Operation): Wrong[] {
  return [
    [200740, "an entity nobody made", call("7000000000000000000"), { ...body, sequence: later }],
    [200750, "an entity of 14 days ago", call("OLD_CARD"), { ...body, sequence: later }],
    [200770, "a uuid that was used", call("CARD"), { ...body, sequence: later, uuid: "used" }],
    [200810, "while a press waits for its answer", call("LOCKED_CARD"), { ...body, sequence: later }],
    [300311, "another app's entity", call("FOREIGN_CARD"), { ...body, sequence: later }],
    [300317, "a sequence that was passed", call("CARD"), { ...body, sequence: 5 }],
    [300317, "a sequence of nought", call("CARD"), { ...body, sequence: 0 }],
  ];
}

const wrongly = (
  operation: keyof typeof OPERATIONS,
  ...tries: Array<[code: number, what: string, body: object]>
) => {
  const { call, body }: Operation = OPERATIONS[operation];
  return tries.map(
    ([code, what, over]): Wrong => [code, what, call("CARD"), { ...body, sequence: later, ...over }],
  );
};
const withCard = (card: unknown, type = "card_json") => ({
  card: { type, data: typeof card === "string" ? card : json(card) },
});
const act = (...actions: Array<[action: string, params: object]>) => ({
  actions: json(actions.map(([action, params]) => ({ action, params }))),
});
const adding = (...elements: unknown[]): [string, object] => ["add_elements", { type: "append", elements }];
const onElement = (wrong: Wrong, id: string): Wrong => {
  const [code, what, call, body] = wrong;
  return [code, what, call.replace("/elements/a", `/elements/${id}`), body];
};

const ENTITY = [200740, 200750, 200770, 200810, 300311, 300317];
const BY_FIELD: Page["never"][number] = ["field by field the gateway is first (99992402)", [10002]];
const ONLY_GOOD: Page["never"][number] = [
  "the entity was a good shared card of 2.0 before",
  [300302, 300303, 300307],
];

const PAGES: Page[] = [
  {
    name: "a new entity",
    table: only(10002, 200860, 300301, 300302, 300303, 200220, 300305, 300307),
    tried: (
      [
        [10002, "neither JSON nor template", cardOf(), "xml"],
        [200860, "over 30 KB", cardOf(text("a", long))],
        [300301, "an element_id twice", cardOf(text("a"), text("a"))],
        [300302, "a card that is not shared", { ...cardOf(), ...unshared }],
        [300303, "a card of 1.0", { elements: [] }],
        [200220, "no JSON", "no json"],
        [200220, "a component of 1.0", cardOf({ tag: "note" })],
        [200220, "an unknown template", { template_id: "AAqNone" }, "template"],
        [300305, "201 components", cardOf(...lines(201))],
        [300307, "an empty card", {}],
      ] as const
    ).map(([code, what, card, type]): Wrong => [code, what, `POST ${CARDS}`, withCard(card, type).card]),
    never: [],
  },
  {
    name: "a card in place of another",
    table: only(10002, ...ENTITY, 200860, 300301, 300302, 300303, 200220, 300305, 300307),
    tried: [
      ...onAnyEntity(OPERATIONS.replace),
      ...wrongly(
        "replace",
        [10002, "a template", withCard({ template_id: "AAq" }, "template")],
        [200860, "over 30 KB", withCard(cardOf(text("a", long)))],
        [300301, "an element_id twice", withCard(cardOf(text("a"), text("a")))],
        [300302, "a card that is not shared", withCard({ ...cardOf(), ...unshared })],
        [300303, "a card of 1.0", withCard({ elements: [] })],
        [200220, "no JSON", withCard("no json")],
        [200220, "an unknown component", withCard(cardOf({ tag: "blink" }))],
        [300305, "201 components", withCard(cardOf(...lines(201)))],
        [300307, "an empty card", withCard({})],
      ),
    ],
    never: [],
  },
  {
    name: "settings",
    table: only(10002, ...ENTITY, 200860, 300302, 200220, 300307, 300122),
    tried: [
      ...onAnyEntity(OPERATIONS.settings),
      ...wrongly(
        "settings",
        [200860, "over 30 KB", { settings: json({ config: { summary: { content: long } } }) }],
        [300302, "no longer shared", { settings: json(unshared) }],
        [300122, "no JSON", { settings: "{" }],
        [300122, "the header, which is no setting", { settings: json({ header: {} }) }],
      ),
    ],
    never: [BY_FIELD, ["the entity was a good card before", [200220, 300307]]],
  },
  {
    name: "a batch",
    table: only(
      ...[10002, ...ENTITY, 200860, 300301, 300302, 300303, 200220, 300305, 300307],
      ...[300312, 300313, 300314, 300315, 300121, 300122],
    ),
    tried: [
      ...onAnyEntity(OPERATIONS.batch),
      ...wrongly(
        "batch",
        [10002, "no list", { actions: "{}" }],
        [10002, "an unknown action", act(["dance", {}])],
        [200860, "over 30 KB", act(adding(text("b", long)))],
        [300301, "an element_id twice", act(adding(text("a")))],
        [300302, "no longer shared", act(["partial_update_setting", { settings: unshared }])],
        [300305, "201 components", act(adding(...lines(201)))],
        [
          300312,
          "another tag",
          act(["partial_update_element", { element_id: "a", partial_element: { tag: "hr" } }]),
        ],
        [
          300313,
          "no such element",
          act(["partial_update_element", { element_id: "none", partial_element: {} }]),
        ],
        [300314, "none to take away", act(["delete_elements", { element_ids: ["a", "none"] }])],
        [300315, "nothing to add", act(adding())],
        [300121, "none to replace", act(["update_element", { element_id: "none", element: text("none") }])],
        [
          300122,
          "the header, which is no setting",
          act(["partial_update_setting", { settings: { header: {} } }]),
        ],
      ),
    ],
    never: [
      ["the entity was a good card of 2.0 before", [300303, 300307]],
      ["each part has a code of its own", [200220]],
    ],
  },
  {
    name: "more elements",
    table: only(10002, ...ENTITY, 200510, 200860, 300301, 300302, 200220, 300305, 300307, 300315, 300120),
    tried: [
      ...onAnyEntity(OPERATIONS.add),
      ...wrongly(
        "add",
        [200860, "over 30 KB", { elements: json([text("b", long)]) }],
        [300301, "an element_id twice", { elements: json([text("a")]) }],
        [300305, "201 components", { elements: json(lines(201)) }],
        [300315, "no JSON", { elements: "[" }],
        [300315, "an empty list", { elements: "[]" }],
        [300315, "an unknown component", { elements: json([{ tag: "blink" }]) }],
        [300315, "before an element that is not there", { type: "insert_before", target_element_id: "none" }],
        [300315, "after nothing", { type: "insert_after" }],
        [300315, "inside a line", { target_element_id: "line" }],
      ),
    ],
    never: [
      BY_FIELD,
      ["the entity was a good shared card before", [300302, 300307]],
      ["a bad element has a code of its own", [200220]],
      ["adding does not need the card to stream, and the sandbox does not break by itself", [200510, 300120]],
    ],
  },
  {
    name: "an element in place of another",
    table: only(10002, ...ENTITY, 200860, 300301, 300302, 300303, 200220, 300305, 300307, 300121),
    tried: [
      ...onAnyEntity(OPERATIONS.update),
      ...wrongly(
        "update",
        [200860, "over 30 KB", { element: json(text("a", long)) }],
        [300301, "another's element_id", { element: json({ tag: "hr", element_id: "line" }) }],
        [
          300305,
          "201 components",
          { element: json({ tag: "column_set", columns: [{ tag: "column", elements: lines(201) }] }) },
        ],
        [300121, "no JSON", { element: "{" }],
        [300121, "an unknown component", { element: json({ tag: "blink" }) }],
      ),
      ...wrongly("update", [300121, "no such element", {}]).map((wrong) => onElement(wrong, "none")),
    ],
    never: [BY_FIELD, ONLY_GOOD, ["a bad element has a code of its own", [200220]]],
  },
  {
    name: "properties of an element",
    table: only(10002, ...ENTITY, 200860, 300301, 300302, 300303, 200220, 300307, 300312, 300313),
    tried: [
      ...onAnyEntity(OPERATIONS.patch),
      ...wrongly(
        "patch",
        [200860, "over 30 KB", { partial_element: json({ content: long }) }],
        [300301, "another's element_id", { partial_element: json({ element_id: "line" }) }],
        [300312, "another tag", { partial_element: json({ tag: "hr" }) }],
        [300313, "no JSON", { partial_element: "{" }],
        [300313, "an unknown property", { partial_element: json({ nonsense: 1 }) }],
      ),
      ...wrongly("patch", [300313, "no such element", {}]).map((wrong) => onElement(wrong, "none")),
    ],
    never: [BY_FIELD, ONLY_GOOD, ["a bad property has a code of its own", [200220]]],
  },
  {
    name: "an element less",
    table: only(10002, ...ENTITY, 300302, 300303, 200220, 300307, 300314),
    tried: [
      ...onAnyEntity(OPERATIONS.remove),
      ...wrongly("remove", [300314, "no such element", {}]).map((wrong) => onElement(wrong, "none")),
    ],
    never: [BY_FIELD, ONLY_GOOD, ["what is left of a good card is a good card", [200220]]],
  },
  {
    name: "text that streams",
    table: only(
      ...[10002, ...ENTITY, 200850, 200860, 300302, 200220, 300307, 300309, 300310, 300313, 300120],
    ),
    tried: [
      ...onAnyEntity(OPERATIONS.stream),
      [
        200850,
        "ten minutes after it began",
        OPERATIONS.stream.call("TIMED_CARD"),
        { content: "x", sequence: later },
      ],
      [200860, "over 30 KB", OPERATIONS.stream.call("STREAM_CARD"), { content: long, sequence: later }],
      [300309, "while streaming is off", OPERATIONS.stream.call("CARD"), { content: "x", sequence: later }],
      onElement(
        [300310, "a line", OPERATIONS.stream.call("STREAM_CARD"), { content: "x", sequence: later }],
        "line",
      ),
      onElement(
        [300313, "no such element", OPERATIONS.stream.call("STREAM_CARD"), { content: "x", sequence: later }],
        "none",
      ),
    ],
    never: [
      BY_FIELD,
      ["the entity was a good shared card before", [300302, 300307]],
      ["a text cannot make a card wrong", [200220]],
      ["the sandbox does not break by itself", [300120]],
    ],
  },
];

let desk: Desk;
let headers: Record<string, string>;
let close = async () => {};
let release = () => {};
const ids: Record<string, string> = {};

const challengeSchema = z.object({ challenge: z.string() });
const madeSchema = z.object({ data: z.object({ card_id: z.string() }) });
const sentSchema = z.object({ data: z.object({ message_id: z.string() }) });

/** A bot that does not answer presses until the end. */
async function silentBot(): Promise<{ url: string; pressed: Promise<void>; close: () => void }> {
  let wake = () => {};
  const pressed = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const held: ServerResponse[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const asked = challengeSchema.safeParse(JSON.parse(Buffer.concat(parts).toString("utf8")));
    if (asked.success) return void response.end(json(asked.data));
    held.push(response);
    wake();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const end = () => {
    for (const response of held) response.end("{}");
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/`, pressed, close: end };
}

beforeAll(async () => {
  const clock = handClock();
  const apps = CONFIG.apps?.map((app) => ({ ...app, encrypt_key: "" })) ?? [];
  const options = { clock, deadlines: { delivery: 600_000 } };
  desk = await openDesk({ apps, faults: { limits_off: true } }, options, (end) => {
    close = end;
  });
  headers = await desk.token();
  const make = async (config: object = {}, auth = headers) => {
    const card = { ...cardOf(text("a"), { tag: "hr", element_id: "line" }, BUTTON), config };
    const made = await desk.post(CARDS, { type: "card_json", data: json(card) }, auth);
    return madeSchema.parse(made.body).data.card_id;
  };
  const streaming = { streaming_mode: true };
  ids.OLD_CARD = await make();
  await desk.sandbox.moveClock({ advance_ms: 14 * 86_400_000 + 1 });
  ids.TIMED_CARD = await make(streaming);
  await desk.sandbox.moveClock({ advance_ms: 10 * 60_000 });
  ids.CARD = await make();
  ids.STREAM_CARD = await make(streaming);
  ids.LOCKED_CARD = await make(streaming);
  ids.FOREIGN_CARD = await make({}, await desk.token(OTHER_APP_ID, "secret two"));
  const used = { settings: "{}", sequence: 5, uuid: "used" };
  await desk.call("PATCH", `${CARDS}/${ids.CARD}/settings`, used, headers);
  const bot = await silentBot();
  release = bot.close;
  await desk.sandbox.setUrls(APP_ID, { callback_url: bot.url });
  const content = json({ type: "card", data: { card_id: ids.LOCKED_CARD } });
  const message = { receive_id: GROUP, msg_type: "interactive", content };
  const sent = await desk.post("/open-apis/im/v1/messages?receive_id_type=chat_id", message, headers);
  const { message_id } = sentSchema.parse(sent.body).data;
  void desk.act({ act: "press", as: ANNA, message_id, target: { name: "go" } }).catch(() => undefined);
  await bot.pressed;
});

afterAll(async () => {
  release();
  await close();
});

const BUTTON = {
  tag: "button",
  name: "go",
  text: { tag: "plain_text", content: "Go" },
  behaviors: [{ type: "callback", value: { n: 1 } }],
};

describe.each(PAGES)("$name, by its page", (page) => {
  test("each code of the page is tried, or cannot come about", () => {
    const { documented, accounted } = codesOf(page);
    expect(accounted).toEqual(documented);
  });
  test.each(page.tried.map((wrong) => ({ code: wrong[0], what: wrong[1], wrong })))(
    "$code: $what",
    ({ wrong }) => expectRefusal(desk, headers, wrong, page.table, ids),
  );
});

test("nothing that was refused changed a card, or used up its sequence", async () => {
  const body = { ...OPERATIONS.settings.body, sequence: 6 };
  expect((await desk.call("PATCH", `${CARDS}/${ids.CARD}/settings`, body, headers)).body).toMatchObject({
    code: 0,
  });
});

test("fields that are missing or of another type stop at the gateway", async () => {
  for (const { call, body } of Object.values<Operation>(OPERATIONS)) {
    const [method = "", path = ""] = call(ids.CARD ?? "").split(" ");
    for (const wrong of [body, { ...body, sequence: "7" }, { ...body, sequence: 7, uuid: "" }]) {
      const reply = await desk.call(method, path, wrong, headers);
      expect(reply).toMatchObject({ status: 400, body: { code: 99992402 } });
    }
  }
});
