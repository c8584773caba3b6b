import { describe, expect, it } from "vitest";
import { curlOf } from "../../../src/sandbox/page/inspector/curl.ts";
import { filterExchanges } from "../../../src/sandbox/page/inspector/filter-exchanges.ts";
import { prettyBody } from "../../../src/sandbox/page/inspector/pretty-body.ts";
import { eventShape, stateShape } from "../../../src/sandbox/page/world/protocol-shapes.ts";
import type { Exchange } from "../../../src/sandbox/protocol.ts";

const exchange = (id: number, part: Partial<Exchange> = {}): Exchange => ({
  id,
  at: id,
  direction: "from_bot",
  method: "POST",
  path: "/open-apis/im/v1/messages",
  status: 200,
  ms: 3,
  request_headers: { "content-type": "application/json", host: "x" },
  request: '{"text":"it\'s"}',
  response: "{}",
  ...part,
});

describe("copying as curl", () => {
  it("quotes for a shell and leaves out what curl sets itself", () => {
    expect(curlOf(exchange(1), [], "http://127.0.0.1:4100")).toBe(
      [
        "curl -X POST 'http://127.0.0.1:4100/open-apis/im/v1/messages' \\",
        "  -H 'content-type: application/json' \\",
        `  --data-raw '{"text":"it'\\''s"}'`,
      ].join("\n"),
    );
  });

  it("sends a delivery to the bot's own address", () => {
    const app = {
      app_id: "cli_1",
      name: "",
      bot_open_id: "",
      event_url: "http://bot/feishu/webhook",
      callback_url: "",
      menu: [],
    };
    expect(
      curlOf(exchange(1, { direction: "to_bot", path: "/feishu/webhook" }), [app], "http://x"),
    ).toContain("'http://bot/feishu/webhook'");
    expect(curlOf(exchange(1, { direction: "to_bot", path: "http://bot/b" }), [], "http://x")).toContain(
      "'http://bot/b'",
    );
  });
});

describe("an exchange over the long connection", () => {
  it("has no curl command: there is no request one could make again", () => {
    const link = exchange(1, { direction: "to_bot", method: "WS", path: "/ws/v2?device_id=1" });
    expect(curlOf(link, [], "http://x")).toBeUndefined();
  });
});

describe("reading a body", () => {
  it("indents JSON and opens JSON inside strings", () => {
    expect(prettyBody('{"content":"{\\"text\\":\\"a\\"}"}')).toBe(
      '{\n  "content": {\n    "text": "a"\n  }\n}',
    );
  });

  it("leaves anything else as it is", () => {
    expect(prettyBody("not json")).toBe("not json");
    expect(prettyBody('{"a":"{half"}')).toBe('{\n  "a": "{half"\n}');
  });
});

describe("filtering exchanges", () => {
  const all = [
    exchange(1),
    exchange(2, { direction: "to_bot", decrypted: '{"chat":"oc_1"}' }),
    exchange(3, { chat_id: "oc_2", path: "/open-apis/im/v1/chats" }),
  ];
  const ids = (filter: Partial<Parameters<typeof filterExchanges>[1]>): number[] =>
    filterExchanges(all, { direction: "", query: "", chat: "", ...filter }).map((one) => one.id);

  it("puts the newest first", () => {
    expect(ids({})).toEqual([3, 2, 1]);
  });

  it("keeps one direction, one chat, or what holds the words", () => {
    expect(ids({ direction: "to_bot" })).toEqual([2]);
    expect(ids({ chat: "oc_1" })).toEqual([2]);
    expect(ids({ chat: "oc_2" })).toEqual([3]);
    expect(ids({ query: "CHATS" })).toEqual([3]);
  });
});

describe("what the server sends", () => {
  it("holds what only some messages and states have", () => {
    const told = {
      message_id: "om_1",
      chat_id: "oc_1",
      msg_type: "text",
      content: "{}",
      sender: { id: "cli_1", type: "app" },
      create_time: 1,
      update_time: 1,
      deleted: false,
      updated: false,
      read_by: [],
      urgent_for: [],
      visible_to: ["ou_1"],
      follow_ups: [{ content: "好", i18n: { en_us: "Good" } }],
    };
    expect(eventShape.parse({ kind: "message", seq: 1, message: told })).toMatchObject({ message: told });
    const state = { seq: 1, now: 2, apps: [], people: [], chats: [], messages: [] };
    const moments = [{ title: "截止", title_en: "Due", at: 3 }];
    const faults = { client_too_old: { value: true, person: "ou_1" }, delay_ms: { value: 5, next: 1 } };
    expect(stateShape.parse({ ...state, moments, faults })).toMatchObject({ moments, faults });
  });

  it("is refused when it is something else", () => {
    expect(stateShape.safeParse({ seq: 1 }).success).toBe(false);
    expect(eventShape.safeParse({ kind: "rumour", seq: 1 }).success).toBe(false);
    expect(eventShape.safeParse({ kind: "clock", seq: 1, now: 2, more: true }).success).toBe(true);
  });
});
