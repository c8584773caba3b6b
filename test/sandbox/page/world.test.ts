import { describe, expect, it } from "vitest";
import { chatsOf, hearsMessages, unmetBots } from "../../../src/sandbox/page/world/chat-list.ts";
import { afterRuns } from "../../../src/sandbox/page/world/script-runs.ts";
import { seenThread } from "../../../src/sandbox/page/world/seen-thread.ts";
import { unreadIn, unreadOf } from "../../../src/sandbox/page/world/unread.ts";
import { afterEvents, sandboxNow, worldFrom } from "../../../src/sandbox/page/world/world.ts";
import type {
  SandboxChat,
  SandboxMessage,
  SandboxPerson,
  SandboxState,
} from "../../../src/sandbox/protocol.ts";

const person = (open_id: string): SandboxPerson => ({
  open_id,
  name: open_id,
  en_name: "",
  title: "",
  locale: "zh_cn",
  resigned: false,
});
const chat = (chat_id: string, part: Partial<SandboxChat> = {}): SandboxChat => ({
  chat_id,
  type: "group",
  name: chat_id,
  members: ["ou_a", "ou_b"],
  bots: [],
  dissolved: false,
  ...part,
});
const message = (
  message_id: string,
  create_time: number,
  part: Partial<SandboxMessage> = {},
): SandboxMessage => ({
  message_id,
  chat_id: "oc_1",
  msg_type: "text",
  content: '{"text":"x"}',
  sender: { id: "ou_a", type: "user" },
  create_time,
  update_time: create_time,
  deleted: false,
  updated: false,
  read_by: ["ou_a"],
  urgent_for: [],
  ...part,
});
const app = {
  app_id: "cli_1",
  name: "机器人",
  bot_open_id: "ou_bot",
  event_url: "",
  callback_url: "",
  menu: [],
};
const state: SandboxState = {
  seq: 10,
  now: 1000,
  apps: [app],
  people: [person("ou_a"), person("ou_b")],
  chats: [
    chat("oc_1"),
    chat("oc_2"),
    chat("oc_p", { type: "p2p", name: "", members: ["ou_a"], bots: ["cli_1"] }),
  ],
  messages: [message("om_2", 200), message("om_1", 100)],
};
const world = worldFrom(state, 5000);

describe("the world as events change it", () => {
  it("keeps messages in order of time", () => {
    const later = afterEvents(world, [{ kind: "message", seq: 11, message: message("om_0", 50) }], 0);
    expect(later.threads.get("oc_1")?.map((one) => one.message_id)).toEqual(["om_0", "om_1", "om_2"]);
  });

  it("replaces a message it knows where it stands", () => {
    const changed = message("om_1", 100, { content: '{"text":"y"}', updated: true });
    const later = afterEvents(world, [{ kind: "message", seq: 11, message: changed }], 0);
    expect(later.threads.get("oc_1")?.map((one) => one.content)).toEqual(['{"text":"y"}', '{"text":"x"}']);
  });

  it("ignores events from before the state it was loaded with", () => {
    expect(afterEvents(world, [{ kind: "message", seq: 9, message: message("om_9", 1) }], 0)).toBe(world);
  });

  it("leaves untouched parts the same, so that nothing is drawn again", () => {
    const later = afterEvents(world, [{ kind: "clock", seq: 11, now: 9000 }], 6000);
    expect(later.threads).toBe(world.threads);
    expect(later.people).toBe(world.people);
    expect(sandboxNow(later, 6500)).toBe(9500);
  });

  it("takes an app's new settings and the switches as they are told", () => {
    const changed = { ...app, events: ["im.message.receive_v1"] };
    const later = afterEvents(
      world,
      [
        { kind: "app", seq: 11, app: changed },
        { kind: "faults", seq: 12, faults: { client_too_old: { value: true } } },
      ],
      0,
    );
    expect(later.apps).toEqual([changed]);
    expect(later.faults).toEqual({ client_too_old: { value: true } });
    expect(afterEvents(later, [{ kind: "faults", seq: 13, faults: {} }], 0).faults).toEqual({});
  });

  it("keeps one line for each playing of a script, as far as it is", () => {
    const run = {
      id: "1",
      title: "A day",
      status: "playing",
      started_at: 0,
      played: 0,
      total: 3,
      ms: 0,
    } as const;
    const none = { offered: [{ title: "一天", title_en: "A day" }], scripts: [] };
    const begun = afterRuns(none, [{ kind: "script", seq: 1, run }]);
    expect(begun).toEqual({ ...none, scripts: [run] });
    const done = { ...run, status: "done", played: 3 } as const;
    expect(afterRuns(begun, [{ kind: "script", seq: 2, run: done }]).scripts).toEqual([done]);
    expect(afterRuns(begun, [{ kind: "clock", seq: 3, now: 0 }])).toBe(begun);
  });

  it("lets the clock run on between events", () => {
    expect(sandboxNow(world, 5250)).toBe(1250);
  });
});

describe("unread marks", () => {
  it("counts what others sent and the person has not read", () => {
    expect(unreadIn(world.threads.get("oc_1"), "ou_b").count).toBe(2);
    expect(unreadIn(world.threads.get("oc_1"), "ou_a").count).toBe(0);
  });

  it("says when something unread is urgent, and forgets it once read", () => {
    const urgent = message("om_3", 300, { urgent_for: ["ou_b"] });
    const later = afterEvents(world, [{ kind: "message", seq: 11, message: urgent }], 0);
    expect(unreadOf(later, "ou_b")).toEqual({ count: 3, urgent: true });
    const read = { ...urgent, read_by: ["ou_a", "ou_b"] };
    const after = afterEvents(later, [{ kind: "message", seq: 12, message: read }], 0);
    expect(unreadOf(after, "ou_b")).toEqual({ count: 2, urgent: false });
  });

  it("counts a card for one member for that member only", () => {
    const thread = [message("om_1", 1), message("om_2", 2, { visible_to: ["ou_b"] })];
    expect(unreadIn(thread, "ou_b").count).toBe(2);
    expect(unreadIn(thread, "ou_c").count).toBe(1);
    const read = [message("om_2", 2, { visible_to: ["ou_b"], read_by: ["ou_b"] })];
    expect(unreadIn(read, "ou_b").count).toBe(0);
  });

  it("does not count recalled messages and notices", () => {
    const thread = [message("om_1", 1, { deleted: true }), message("om_2", 2, { msg_type: "system" })];
    expect(unreadIn(thread, "ou_b").count).toBe(0);
  });
});

describe("the chat list", () => {
  it("shows a person's own chats, the latest first", () => {
    expect(chatsOf(world, "ou_a", "zh_cn").map((entry) => entry.chat.chat_id)).toEqual([
      "oc_1",
      "oc_2",
      "oc_p",
    ]);
    expect(chatsOf(world, "ou_b", "zh_cn").map((entry) => entry.chat.chat_id)).toEqual(["oc_1", "oc_2"]);
    expect(chatsOf(world, "ou_c", "zh_cn")).toEqual([]);
  });

  it("puts a chat with something urgent on top", () => {
    const news = [
      {
        kind: "message",
        seq: 11,
        message: message("om_3", 50, { chat_id: "oc_2", urgent_for: ["ou_b"] }),
      } as const,
    ];
    expect(chatsOf(afterEvents(world, news, 0), "ou_b", "zh_cn")[0]?.chat.chat_id).toBe("oc_2");
  });

  it("shows nobody else a card for one member, nor anybody one that was taken away", () => {
    const forB = message("om_3", 300, { visible_to: ["ou_b"] });
    const gone = message("om_4", 400, { visible_to: ["ou_b"], deleted: true });
    const events = [forB, gone].map((one, at) => ({ kind: "message", seq: 11 + at, message: one }) as const);
    const later = afterEvents(world, events, 0);
    const lastOf = (who: string) =>
      chatsOf(later, who, "zh_cn").find(({ chat }) => chat.chat_id === "oc_1")?.last;
    expect(lastOf("ou_b")?.message_id).toBe("om_3");
    expect(lastOf("ou_a")?.message_id).toBe("om_2");
    const thread = later.threads.get("oc_1") ?? [];
    expect(seenThread(thread, "ou_b").map((one) => one.message_id)).toEqual(["om_1", "om_2", "om_3"]);
    const ordinary = world.threads.get("oc_1") ?? [];
    expect(seenThread(ordinary, "ou_a")).toBe(ordinary);
  });

  it("knows which bots hear what people write to them", () => {
    expect(hearsMessages(app)).toBe(true);
    expect(hearsMessages({ ...app, events: ["im.message.receive_v1"] })).toBe(true);
    expect(hearsMessages({ ...app, events: ["application.bot.menu_v6"] })).toBe(false);
  });

  it("names a group in the reader's language", () => {
    const group = chat("oc_1", { name: "工作群", en_name: "Working group" });
    const named = { ...world, chats: new Map([["oc_1", group]]) };
    const titles = (["zh_cn", "en_us"] as const).map(
      (locale) => chatsOf(named, "ou_b", locale).find(({ chat }) => chat.chat_id === "oc_1")?.title,
    );
    expect(titles).toEqual(["工作群", "Working group"]);
  });

  it("names a p2p chat after its bot, and knows who has not met it", () => {
    expect(chatsOf(world, "ou_a", "zh_cn").find((entry) => entry.chat.type === "p2p")?.title).toBe("机器人");
    expect(unmetBots(world, "ou_a")).toEqual([]);
    expect(unmetBots(world, "ou_b")).toEqual([app]);
  });
});
