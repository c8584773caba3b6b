import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boundChats, findChat } from "../../db/chats.ts";
import { type AtClient, type Shown, shownIn } from "./at-client.ts";
import { buttonsOf } from "./card-reading.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// Assigning a group: the bot asks, the city office answers, and messages follow the answer.

let world: DemoWorld;
let office: AtClient;
let leader: AtClient;
let county: AtClient;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["jiajiazhuang"], open: true });
  office = world.who("city_office");
  leader = world.who("leader");
  county = world.who("county_reviewer", "fenyang");
});
afterAll(() => world.close());

const appId = () => world.sandbox.apps[0]?.app_id ?? "";
const newest = (chatId: string): Shown => shownIn(world.group(chatId).at(-1));
/** The text shown to a group member who reads English. */
const english = (message: { content: string } | undefined): string =>
  [...(message?.content ?? "").matchAll(/"en_us":"((?:[^"\\]|\\.)*)"/g)].map(([, words]) => words).join("\n");
const joined = async (name: string): Promise<string> => {
  const members = [leader.openId, county.openId];
  const { chat_id = "" } = await world.act({ act: "create_group", as: office.openId, name, members });
  await world.act({ act: "add_bot", as: leader.openId, chat_id, app_id: appId() });
  return chat_id;
};

describe("a group the bot is added to", () => {
  it("is asked which group it is, and only the city office's answer counts", async () => {
    const chat = await joined("特色镇领导小组 <二>");
    expect(world.group(chat)).toHaveLength(1);
    const question = newest(chat);
    expect(english(world.group(chat).at(-1))).toContain("Which group is this?");
    expect(question.words).toContain("这是哪个群？");
    expect(question.words).toContain("特色镇领导小组 <二>");
    for (const person of [leader, county])
      for (const answer of ["领导小组群", "某一县（市、区）的群"]) {
        const refused = await person.press(question, answer);
        expect(refused.toast).toContain("由市特色镇领导小组办公室办理");
        expect(refused.words).toBe(question.words);
      }
    expect((await findChat(world.deps.db, chat))?.kind).toBeNull();

    const bound = await office.press(question, "领导小组群");
    expect(bound.toast).toBe("已登记。");
    expect(bound.words).toContain("本群已由王丽芳登记为领导小组群");
    expect(english(world.group(chat).at(-1))).toContain("王丽芳");
    expect(await findChat(world.deps.db, chat)).toMatchObject({ kind: "leading_group", area: "" });
  });

  it("may be a county's: which one is asked next, and its people then see their towns there", async () => {
    const chat = await joined("汾阳特色镇");
    const which = await office.press(newest(chat), "某一县（市、区）的群");
    expect(buttonsOf(which.card)).toHaveLength(13);
    const bound = await office.press(which, "汾阳市");
    expect(bound.words).toContain("汾阳市的群");
    expect(await findChat(world.deps.db, chat)).toMatchObject({ kind: "county", area: "fenyang" });
    const [answer] = await county.say("贾家庄怎么样", chat);
    expect(shownIn(answer).words).toContain("未开始");
    expect(english(answer)).toContain("not started");
    const [other] = await office.say("碛口怎么样", chat);
    expect(shownIn(other).words).toContain("本季度的数据还没有发布");
  });

  it("can be named again when the answer was wrong", async () => {
    const chat = await joined("工作群");
    const bound = await office.press(newest(chat), "领导小组群");
    const again = await office.press(bound, "全体填报单位群");
    expect(again.words).toContain("登记为全体填报单位群");
    expect((await findChat(world.deps.db, chat))?.kind).toBe("all_towns");
  });

  it("shows nothing unpublished as long as nobody has said what it is", async () => {
    const chat = await joined("不知是什么群");
    const [answer] = await leader.say("贾家庄怎么样", chat);
    expect(shownIn(answer).words).toContain("以下是最近一次发布的2026年第二季度数据");
  });
});

describe("a group the bot is taken out of", () => {
  it("is forgotten, nothing is sent there, and it is asked anew when the bot comes back", async () => {
    const chat = await joined("来去自如");
    await office.press(newest(chat), "全体填报单位群");
    const listed = async () => (await boundChats(world.deps.db)).map((row) => row.chatId);
    expect(await listed()).toContain(chat);

    await world.act({ act: "remove_bot", as: office.openId, chat_id: chat, app_id: appId() });
    expect(await listed()).not.toContain(chat);
    expect(await findChat(world.deps.db, chat)).toBeNull();

    const before = world.group(chat).length;
    await world.act({ act: "add_bot", as: office.openId, chat_id: chat, app_id: appId() });
    expect(world.group(chat)).toHaveLength(before + 1);
    expect(newest(chat).words).toContain("这是哪个群？");
    expect((await findChat(world.deps.db, chat))?.kind).toBeNull();
  });

  it("by being dissolved is forgotten too", async () => {
    const chat = await joined("将要解散");
    await office.press(newest(chat), "全体填报单位群");
    await world.change(`chats/${chat}`, { dissolved: true });
    expect(await findChat(world.deps.db, chat)).toBeNull();
  });
});
