import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findChat } from "../../db/chats.ts";
import { openPeriod } from "../../src/bot/quarter/open-period.ts";
import type { SandboxMessage } from "../../src/sandbox/protocol.ts";
import { type AtClient, atClient, shownIn, textIn } from "./at-client.ts";
import { deliver, sealedFor } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { startWorld } from "./world.ts";

// Messages as groups, phones and old settings really send them, delivered by hand: the sandbox's client cannot.

const GROUP = "oc_alltowns";
const STRANGER = "ou_stranger0001";
let world: DemoWorld;
let town: AtClient;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true, strangers: [STRANGER] });
  town = world.who("town_official", "qikou");
});
afterAll(() => world.close());

type Sent = {
  from?: string;
  group?: boolean;
  type?: string;
  content?: unknown;
  parent?: string | undefined;
  root?: string | undefined;
  mentions?: Array<{ key: string; id: { open_id: string }; name: string }>;
};
let sent = 0;
const seen = () => world.sandbox.state().messages;

/** Delivers a message and returns what the bot said to it, wherever. */
async function receive({ from, group = false, type = "text", content, parent, root, mentions = [] }: Sent) {
  sent += 1;
  const before = seen().length;
  const p2p = world.sandbox
    .state()
    .chats.find((c) => c.type === "p2p" && c.members.includes(from ?? town.openId));
  const event = {
    sender: { sender_id: { open_id: from ?? town.openId }, sender_type: "user" },
    message: {
      message_id: `om_byhand${sent}`,
      chat_id: group ? GROUP : (p2p?.chat_id ?? ""),
      chat_type: group ? "group" : "p2p",
      create_time: String(world.clock.now()),
      message_type: type,
      content: JSON.stringify(content),
      mentions,
      ...(parent ? { parent_id: parent } : {}),
      ...(root ? { root_id: root } : {}),
    },
  };
  await deliver(world, sealedFor(world, "im.message.receive_v1", event, `byhand-${sent}`));
  return seen()
    .slice(before)
    .filter(({ sender }: SandboxMessage) => sender.type === "app");
}
const mention = (openId: string) => ({ key: "@_user_1", id: { open_id: openId }, name: "某人" });

describe("in a group the bot is silent", () => {
  it.each<[string, Sent]>([
    ["to talk among people", { content: { text: "今天下午三点开会" } }],
    ["to a question nobody asked it", { content: { text: "碛口的排名" } }],
    ["to a sticker", { type: "sticker", content: { file_key: "x" } }],
    ["to a photo", { type: "image", content: { image_key: "img_1" } }],
    ["to words for everybody", { content: { text: "@_all 明天开会" } }],
    [
      "to words for somebody else",
      { content: { text: "@_user_1 你看一下碛口的排名" }, mentions: [mention("ou_somebody")] },
    ],
    ["to a stranger's talk", { from: STRANGER, content: { text: "大家好" } }],
    ["to figures not sent to it", { content: { text: "投资累计8820万" } }],
  ])("%s", async (_, message) => {
    expect(await receive({ group: true, ...message })).toEqual([]);
  });

  it("and answers when it is mentioned, or a card of its own is replied to", async () => {
    const [answer] = await town.say("排名", GROUP);
    expect(answer).toBeDefined();
    const ranking = world.group(GROUP).findLast(({ msg_type }) => msg_type === "interactive");
    // The platform knows no message made by hand, so the answer to it comes in private.
    const reply = { group: true, content: { text: "二季度呢" }, parent: ranking?.message_id };
    expect(await receive(reply)).not.toEqual([]);
  });

  it("takes figures to the private chat, with one line in the group", async () => {
    const [line, ...more] = await town.say("投资累计8820万", GROUP);
    expect(more).toEqual([]);
    expect(textIn(line)).toContain("请在与我的私聊里发");
    expect(textIn(line)).not.toContain("8,820");
    expect(town.card().words).toContain("8,820.00万元");
  });
});

describe("all parts of a formatted message count", () => {
  it("a file beside the words is taken, and a part that cannot be used is named", async () => {
    const said = await receive({
      type: "post",
      content: {
        content: [
          [
            { tag: "text", text: "投资累计8830万" },
            { tag: "media", file_key: "v_1" },
          ],
        ],
        files: [{ file_key: "f_1", file_name: "监理月报.pdf" }],
      },
    });
    const words = said.map(({ content }) => content).join("\n");
    // The platform has no such file, and says so: it was asked for.
    expect(words).toContain("监理月报.pdf");
    expect(words).toContain("8,830.00万元");
    expect(words).toContain("视频没有收下");
  });

  it("one odd part does not spoil the others", async () => {
    const said = await receive({
      type: "post",
      content: { content: [[{ tag: "text", text: "我的填报" }, { odd: 1 }]] },
    });
    expect(said.some(({ msg_type }) => msg_type === "interactive")).toBe(true);
    expect(said.map(({ content }) => content).join()).toContain("一处内容没有收下");
  });

  it("a video is asked for as a file", async () => {
    const [answer] = await receive({ type: "media", content: { file_key: "v", image_key: "i" } });
    expect(textIn(answer)).toContain("选“文件”");
  });
});

describe("a reply belongs to the nearest of the cards above it", () => {
  it("a photo one level below a section's form is filed there", async () => {
    await town.say("我的填报");
    const form = await town.press(town.card(), "open__image");
    const said = await receive({
      type: "image",
      content: { image_key: "img_below" },
      parent: "om_receipt",
      root: form.messageId,
    });
    expect(said.map(({ content }) => content).join()).not.toContain("照片归到哪一部分");
  });
});

describe("a figure without a box", () => {
  it("is named instead of vanishing", async () => {
    const bare = world.who("town_official", "qikou");
    const [answer] = await bare.say("年度计划1.3亿，投资累计8840万");
    expect(shownIn(answer).words).toContain("“1.3亿”没有填入");
  });

  it("of a town without a project says why, and the other figure is read", async () => {
    const official = {
      openId: "ou_alone",
      name: "王建军",
      role: "town_official",
      area: "qikou",
      locale: "zh-CN",
    } as const;
    const bare = await startWorld({ people: [official] });
    try {
      await openPeriod(bare.deps, "2026Q3", "operator", []);
      await bare.settle();
      const [answer] = await atClient(bare, official.openId).say("投资累计8820万，形象72%");
      expect(shownIn(answer).words).toContain("8,820.00万元");
      expect(shownIn(answer).words).toContain("“72%”没有填入：还没有登记项目");
    } finally {
      await bare.close();
    }
  });
});

describe("settings of the developer console that are not right", () => {
  beforeEach(() => {
    world.logged.length = 0;
  });
  const tap = (openId: string, key: string) =>
    deliver(
      world,
      sealedFor(
        world,
        "application.bot.menu_v6",
        { operator: { operator_id: { open_id: openId } }, event_key: key },
        `tap-${openId}-${key}`,
      ),
    );

  it("a menu key is read as it is seen, and an unknown one is logged with those that are known", async () => {
    const before = world.inbox(town.openId).length;
    await tap(town.openId, "MY_FORM ");
    expect(world.inbox(town.openId).length).toBeGreaterThan(before);
    await tap(town.openId, "nothing");
    expect(world.logged.join("\n")).toMatch(/menu key unknown.*custom menu/);
  });

  it("a stranger's tap gets the line a stranger's message gets", async () => {
    await tap(STRANGER, "my_form");
    expect(textIn(world.inbox(STRANGER).at(-1))).toContain("您还不在");
  });

  it("a callback of the old kind is refused and logged with the setting to change", async () => {
    const old = {
      open_id: town.openId,
      open_message_id: "om_1",
      token: "c-1",
      action: { tag: "button", value: {} },
    };
    const answer = await fetch(`${world.botUrl}/feishu/webhook`, {
      method: "POST",
      body: JSON.stringify(old),
    });
    expect([answer.status, await answer.json()]).toEqual([401, { error: "old_card_callback" }]);
    expect(world.logged.join("\n")).toMatch(/old_card_callback.*card\.action\.trigger/);
  });
});

describe("a group with people from outside", () => {
  it("is not bound, and the reason is said", async () => {
    const office = world.who("city_office");
    const event = {
      chat_id: GROUP,
      operator_id: { open_id: office.openId },
      external: true,
      name: "设计院对接",
    };
    const before = world.group(GROUP).length;
    await deliver(world, sealedFor(world, "im.chat.member.bot.added_v1", event, "external-1"));
    const said = world.group(GROUP).slice(before);
    expect(said.map(({ msg_type }) => msg_type)).toEqual(["text"]);
    expect(textIn(said[0])).toContain("外单位人员");
    expect(await findChat(world.deps.db, GROUP)).toBeNull();
  });
});

describe("one's own open_id, from which the roster is made", () => {
  it.each(["我的ID", "我的 open_id 是什么？", "my id", "My open id?"])(
    "%s: told to anybody in private",
    async (text) => {
      const [toStranger] = await atClient(world, STRANGER).say(text);
      expect(textIn(toStranger)).toContain(STRANGER);
      const official = world.who("town_official", "qikou");
      const [toOfficial] = await official.say(text);
      expect(textIn(toOfficial)).toContain(official.openId);
    },
  );
  it("not in a group", async () => {
    const official = world.who("town_official", "qikou");
    const answers = await official.say("我的ID", GROUP);
    expect(JSON.stringify(answers)).not.toContain(official.openId);
  });
});
