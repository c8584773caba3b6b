import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findReport, listReports } from "../../db/reports.ts";
import { type AtClient, atClient, type Shown, shownIn, textIn } from "./at-client.ts";
import { buttonsOf } from "./card-reading.ts";
import { pressForged } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, saveButton } from "./fill-quarter.ts";

// Questions: everyone gets what their role may see, in private and in groups; strangers get only a polite
// refusal.

const STRANGER = "ou_stranger00000000000000000000000";
/** 碛口's cumulative investment: 8,820 in the current quarter, 4,560 in the published one. */
const CURRENT = "累计完成8,820.00万元";
const SECRET = "河堤渗水正在排查";
const PUBLISHED = "累计完成4,560.00万元";

let world: DemoWorld;
let qikou: AtClient;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "puming", "xinyi"], open: true, strangers: [STRANGER] });
  qikou = world.who("town_official", "qikou");
  const figures = { ...(await figuresOf(world, "2026Q3", "qikou")), "landscape/problem": SECRET };
  await fillSections(qikou, qikou.card(), figures);
});
afterAll(() => world.close());

/** A new card with a town's own report. */
async function fresh(town: string): Promise<Shown> {
  const official = world.who("town_official", town);
  await official.say("我的填报");
  return official.card("季度填报");
}

describe("how is a town", () => {
  it.each([
    ["its own official", "town_official", "qikou"],
    ["its county", "county_reviewer", "linxian"],
  ] as const)("%s sees the draft of the running quarter, said to be one", async (_, role, area) => {
    const [answer] = await world.who(role, area).say("碛口怎么样");
    const { words } = shownIn(answer);
    expect(words).toContain("碛口镇 · 2026年第三季度");
    expect(words).toContain(CURRENT);
    expect(words).toContain("填报中");
    expect(words).toContain(SECRET);
    expect(words).toContain("以下数据：本镇草稿，还没有提交");
    expect(words).toContain("临县 · 特色旅游业");
  });

  it.each(["city_office", "leader"] as const)(
    "%s sees that it is a draft, and nothing of it",
    async (role) => {
      const [answer] = await world.who(role, "").say("碛口怎么样");
      const { words, card } = shownIn(answer);
      expect(words).toContain("填报中");
      expect(words).toContain("以下投资和进度为2026年第二季度数据");
      expect(words).toContain(PUBLISHED);
      expect(JSON.stringify(card)).not.toMatch(/8,?820|河堤渗水/);
    },
  );

  it.each([
    ["碛口一季度怎么样", "2026年第一季度", "累计完成1,700.00万元"],
    ["碛口上上季度怎么样", "2026年第一季度", "累计完成1,700.00万元"],
    ["碛口上季度怎么样", "2026年第二季度", PUBLISHED],
    ["碛口上半年怎么样", "2026年第二季度", PUBLISHED],
    ["how was Qikou in Q1 2026", "2026年第一季度", "累计完成1,700.00万元"],
  ])("%s is answered with that quarter's figures and no other's", async (text, period, sum) => {
    const { words } = shownIn((await world.who("leader").say(text))[0]);
    expect(words).toContain(period);
    expect(words).toContain(sum);
    expect(words.match(/累计完成[\d,.]+万元/g)).toEqual([sum]);
  });

  it.each(["碛口去年投资多少", "碛口去年同期怎么样", "2025年三季度碛口得分", "碛口明年投资多少"])(
    "%s: that there are no figures of it is said, and no other quarter's stand in",
    async (text) => {
      const { words } = shownIn((await world.who("leader").say(text))[0]);
      expect(words).toMatch(/没有202[57]年.*的数据|还没有发布/);
      expect(words).not.toMatch(/\d万元|\d分/);
    },
  );

  it.each([
    ["an official of another town", "town_official", "puming"],
    ["another county", "county_reviewer", "lanxian"],
    ["a department", "department", "housing"],
  ] as const)("%s sees what is published and nothing newer", async (_, role, area) => {
    const [answer] = await world.who(role, area).say("碛口怎么样");
    const { words, card } = shownIn(answer);
    expect(words).toContain("以下是最近一次发布的2026年第二季度数据");
    expect(words).toContain(PUBLISHED);
    expect(JSON.stringify(card)).not.toMatch(/8,?820|河堤渗水/);
  });

  it("in a group shows only what the whole group may see, whoever asks", async () => {
    const leader = world.who("leader");
    const office = world.who("city_office");
    const [inLeading] = await leader.say("碛口怎么样", "oc_leadinggroup");
    expect(shownIn(inLeading).words).toContain(PUBLISHED);
    expect(inLeading?.content).not.toMatch(/8,820|河堤渗水/);
    for (const chat of ["oc_alltowns", "oc_fenyang"]) {
      const asker = chat === "oc_fenyang" ? world.who("city_office", "", 1) : office;
      const [answer] = await asker.say("碛口怎么样", chat);
      expect(shownIn(answer).words).toContain(PUBLISHED);
      expect(answer?.content).not.toMatch(/8,820|河堤渗水/);
    }
    const [own] = await qikou.say("碛口怎么样", "oc_linxian");
    expect(shownIn(own).words).toContain(PUBLISHED);
    expect(own?.content).not.toContain("8,820");
    expect(own?.parent_id).toBeDefined();
  });

  it("by a button in a group follows the group too", async () => {
    const [status] = await world.who("city_office").say("碛口怎么样", "oc_alltowns");
    const before = world.group("oc_alltowns").length;
    await qikou.press(shownIn(status), "刷新");
    const said = world.group("oc_alltowns").slice(before);
    expect(said).toHaveLength(1);
    expect(shownIn(said[0]).words).toContain(PUBLISHED);
  });
});

describe("the office's progress", () => {
  it("asked for by a button in a group comes in private, and the group's card stays", async () => {
    const office = world.who("city_office");
    const [status] = await office.say("碛口怎么样", "oc_alltowns");
    const shown = shownIn(status);
    const pressed = await office.press(shown, "报送进度");
    expect(pressed.toast).toContain("正在发给您");
    expect(pressed.words).toBe(shown.words);
    expect(office.card().words).toContain("2026年第三季度报送进度");
  });
});

describe("the ranking", () => {
  it("is open to the whole roster once published", async () => {
    for (const asker of [world.who("department", "housing"), qikou, world.who("leader")]) {
      const [answer] = await asker.say("排名");
      expect(shownIn(answer).words).toContain("2026年第二季度综合排名");
    }
  });

  it("of a quarter nobody has published is said not to be there", async () => {
    const { words } = shownIn((await world.who("leader").say("2026年三季度排名"))[0]);
    expect(words).toContain("2026年第三季度的排名还没有发布");
    expect(words).toContain("已发布的有：2026年第二季度、2026年第一季度");
  });

  it("from its end has the last one first, and a shared place is not cut", async () => {
    const { words } = shownIn((await world.who("leader").say("倒数两名"))[0]);
    expect(words).toMatch(/倒数2名[\s\S]*第3名 信义镇[\s\S]*第2名 碛口镇/);
    expect(words).not.toContain("普明镇");
    expect(words).toContain("未报，没有名次：梧桐镇");
    const top = shownIn((await world.who("leader").say("第一名"))[0]).words;
    expect(top).toMatch(/第1名 普明镇/);
    expect(top).not.toContain("碛口镇");
  });
});

describe("who has not reported", () => {
  it("names to each what they may look into", async () => {
    const ask = async (person: AtClient) => shownIn((await person.say("谁还没报"))[0]).words;
    const reports = await listReports(world.deps.db, "2026Q3");
    const reported = reports.filter(({ status }) => status === "submitted" || status === "approved");
    const said = await ask(world.who("leader"));
    expect(said).toContain(`应报13个，还有 ${13 - reported.length} 个没报`);
    expect(said).toContain("碛口镇（填报中，已填8/8）");
    const county = await ask(world.who("county_reviewer", "lanxian"));
    expect(county).toContain("普明镇");
    expect(county).not.toContain("碛口镇");
    const office = await ask(world.who("city_office"));
    expect(office).toContain("2026年第三季度报送进度");
    expect(textIn((await world.who("department", "housing").say("谁还没报"))[0])).toContain(
      "没有可以查看的内容",
    );
  });
});

describe("my form", () => {
  it("is the official's own report, only in private", async () => {
    const [answer] = await qikou.say("我的填报");
    expect(shownIn(answer).words).toContain("季度填报");
    const [inGroup] = await qikou.say("我的填报", "oc_linxian");
    expect(textIn(inGroup)).toContain("私聊");
  });

  it("is, for a reviewer, the report that waits for review", async () => {
    const county = world.who("county_reviewer", "lishi");
    expect(shownIn((await county.say("我的填报"))[0]).words).toContain("还没报");
    const xinyi = world.who("town_official", "xinyi");
    const filled = await fillSections(xinyi, await fresh("xinyi"), await figuresOf(world, "2026Q3", "xinyi"));
    await xinyi.press(await xinyi.press(filled, "提交审核"), "submit_bare");
    const [answer] = await county.say("待审核");
    const review = shownIn(answer);
    expect(review.words).toContain("待审核");
    expect((await county.press(review, "通过")).toast).toBe("已通过。");
    expect(shownIn((await county.say("我的填报"))[0]).words).not.toContain("待审核");
  });
});

describe("words that are not understood", () => {
  it("get help when help is asked, with examples of the asker's own", async () => {
    const puming = world.who("town_official", "puming");
    expect(shownIn((await puming.say("帮助"))[0]).words).toContain("普明怎么样");
    expect(shownIn((await world.who("town_official", "qikou", 1).say("help"))[0]).words).toContain(
      "What I can do",
    );
  });

  it.each(["天气好不好", "碛口还差多少", "8820万"])("%s: suggestions, each of which works", async (text) => {
    const leader = world.who("leader");
    const card = shownIn((await leader.say(text))[0]);
    expect(card.words).toContain(`您说的是“${text}”`);
    const offered = buttonsOf(card.card);
    expect(offered.length).toBeGreaterThan(0);
    for (const { name } of offered) expect((await leader.press(card, name)).toast).toContain("正在发给您");
  });

  it("never offer what has no answer: no ranking that is not published, no form in a group", async () => {
    const leader = world.who("leader");
    const asked = "2026年第四季度天气好不好";
    const [later] = await leader.say(asked);
    expect(shownIn(later).words).toContain(`您说的是“${asked}”`);
    const rankings = (shown: Shown) => buttonsOf(shown.card).filter(({ text }) => text.includes("排名"));
    const offered = rankings(shownIn(later));
    expect(offered).toHaveLength(1);
    await leader.press(shownIn(later), offered[0]?.name ?? "");
    expect(leader.card("排名").words).toContain("2026年第二季度");
    const [inGroup] = await leader.say("天气好不好", "oc_leadinggroup");
    expect(shownIn(inGroup).words).not.toContain("我的填报");
  });

  it("that fit several towns are asked back, never guessed", async () => {
    const leader = world.who("leader");
    const which = shownIn((await leader.say("xy怎么样"))[0]);
    const offered = buttonsOf(which.card).map((button) => button.text);
    expect(offered.sort()).toEqual(["信义镇（离石区）", "梧桐镇（孝义市）", "西营镇（交城县）"].sort());
    await leader.press(which, "西营镇（交城县）");
    expect(leader.card().words).toContain("西营镇 · 2026年第三季度");
  });
});

describe("someone the roster does not know", () => {
  it("gets a courteous answer and no data, in private and in a group", async () => {
    const stranger = atClient(world, STRANGER);
    for (const [text, chat] of [["碛口怎么样"], ["排名", "oc_linxian"], ["我的填报"]] as const) {
      const answers = await stranger.say(text, chat);
      expect(answers).toHaveLength(1);
      expect(textIn(answers[0])).toMatch(/您好，您还不在“十大特色镇”的人员名单里[\s\S]*Hello/);
    }
  });

  it("changes nothing by pressing a card", async () => {
    const before = await findReport(world.deps.db, "2026Q3", "puming");
    const { messageId } = await fresh("puming");
    for (const action of [
      "submit__2026Q3__puming__1",
      "open__2026Q3__puming__investment__1",
      "publish__2026Q3",
      "status__qikou",
      "bind__leading_group__",
    ]) {
      const { answer } = await pressForged(world, STRANGER, messageId, action);
      expect(answer.toast?.content).toContain("不在“十大特色镇”的人员名单里");
      expect(answer.card).toBeUndefined();
    }
    expect(await findReport(world.deps.db, "2026Q3", "puming")).toEqual(before);
  });
});

describe("a card of another town", () => {
  it("is refused, whether the card is known or only claims a town", async () => {
    const before = await findReport(world.deps.db, "2026Q3", "puming");
    const { messageId } = await fresh("puming");
    for (const id of [messageId, "om_never_seen"])
      for (const kind of ["open__2026Q3__puming__image__1", "save__2026Q3__puming__image__1__overview"]) {
        const { answer } = await pressForged(world, qikou.openId, id, kind, { "image/words": "代填" });
        expect(answer.toast?.content).toContain("由本单位填报人或所属县（市、区）审核人办理");
        expect(answer.card).toBeUndefined();
      }
    expect(await findReport(world.deps.db, "2026Q3", "puming")).toEqual(before);
  });

  it("cannot be reached from one's own card: which report it is, the bot remembers itself", async () => {
    const puming = world.who("town_official", "puming");
    const form = await puming.press(await fresh("puming"), "open__image");
    const save = saveButton(form).replace("puming", "qikou");
    const before = await findReport(world.deps.db, "2026Q3", "qikou");
    const { answer } = await pressForged(world, puming.openId, form.messageId, save, {
      "image/words": "自己的",
    });
    expect(answer.toast?.content).toBe("已保存。");
    expect(await findReport(world.deps.db, "2026Q3", "qikou")).toEqual(before);
    expect((await findReport(world.deps.db, "2026Q3", "puming"))?.content.image.words).toBe("自己的");
  });

  it("office presses are the office's alone", async () => {
    for (const action of [
      "quarter__publish__2026Q3",
      "quarter__open__2026Q4",
      "progress__2026Q3",
      "resend__x",
    ]) {
      const { answer } = await pressForged(world, qikou.openId, "om_never_seen", action);
      expect(answer.toast?.content).toContain("由市特色镇领导小组办公室办理");
      expect(answer.card).toBeUndefined();
    }
  });

  it("words that are no action of ours are answered politely", async () => {
    for (const action of ["", "delete__everything", "open__2026Q9__qikou__image__1", "x".repeat(5000)]) {
      const { answer, status } = await pressForged(world, qikou.openId, "om_never_seen", action);
      expect(status).toBe(200);
      expect(answer.toast?.content).toContain("这张卡片已失效");
    }
  });
});
