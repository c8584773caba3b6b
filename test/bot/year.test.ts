import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listRecords } from "../../db/records.ts";
import { appraisalsOf } from "../../src/domain/procedure/appraisal.ts";
import { awardChoice } from "../../src/domain/procedure/award.ts";
import { story } from "../story.ts";
import { type AtClient, boxesOf, shownIn, textIn } from "./at-client.ts";
import { pressForged } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// A year in chat, with two published quarters of 2026. Unsettled figures are called provisional.

let world: DemoWorld;
let office: AtClient;
let leader: AtClient;
const asked = async (person: AtClient, text: string, chatId?: string) =>
  shownIn((await person.say(text, chatId))[0]);

const choice = async () => {
  const [record] = await listRecords(world.deps.db, { procedure: "award" });
  if (!record) throw new Error("nothing chosen");
  return awardChoice(record);
};

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["jiajiazhuang", "qikou", "xinyi", "wutong"] });
  office = world.who("city_office");
  leader = world.who("leader");
});
afterAll(() => world.close());

describe("the year, asked for in chat", () => {
  it.each(["年度考核", "今年年度得分", "县区得分", "各县排名", "2026年度排名"])(
    "%s is its table",
    async (words) => {
      const card = await asked(leader, words);
      expect(card.words).toContain("2026年年度考核");
      expect(card.words).toContain("暂定");
      expect(card.words).toContain("碛口镇");
      expect(card.words).toContain("汾阳市");
    },
  );

  it("answers a leader in the leading group, without forms", async () => {
    const card = await asked(leader, "年度考核", "oc_leadinggroup");
    expect(card.words).toContain("暂定");
    expect(JSON.stringify(card.card)).not.toContain("award_form");
  });

  it("is not for towns, nor for their group; they hear where their own results are", async () => {
    const town = world.who("town_official", "qikou");
    expect(textIn((await town.say("年度考核"))[0])).toContain("可以发“排名”查看");
    expect(textIn((await town.say("奖补怎么分"))[0])).toContain("由");
    expect(textIn((await office.say("年度考核", "oc_alltowns"))[0])).toContain("可以发“排名”查看");
  });
});

const { step } = story("the year-end appraisal");

step("takes appraisals from the office: numbers from 0 to 100, and nothing typed is lost", async () => {
  const form = await office.press(await asked(office, "年度考核"), "录入年末考评");
  const wrong = await office.press(form, "保存考评分", {
    "appraisal.qikou": "88",
    "appraisal.xinyi": "101",
  });
  expect(wrong.toast).toContain("0 到 100");
  expect(boxesOf(wrong)).toMatchObject({ "appraisal.qikou": "88", "appraisal.xinyi": "101" });
  const saved = await office.press(wrong, "保存考评分", { "appraisal.xinyi": "８７.5分" });
  expect(saved.toast).toBe("考评分已保存。");
  for (const said of ["录入 · 王丽芳", "信义镇 87.5", "碛口镇 88"]) expect(saved.words).toContain(said);
  const year = await asked(office, "年度考核");
  expect(year.words).toContain("暂定");
  expect(JSON.stringify(year.card)).toContain('"appraisal":"87.50"');
});

step("lets the office change one, which stands beside what was entered before; the rest stays", async () => {
  const form = await office.press(await asked(office, "年度考核"), "录入年末考评");
  expect(boxesOf(form)).toMatchObject({ "appraisal.qikou": "88", "appraisal.xinyi": "87.5" });
  const same = await office.press(form, "修改考评分");
  expect(same.toast).toBe("没有改动。");
  const changed = await office.press(same, "修改考评分", { "appraisal.qikou": "90" });
  for (const said of ["录入 · 王丽芳", "修改 · 王丽芳", "碛口镇 90"]) expect(changed.words).toContain(said);
  const [record] = await listRecords(world.deps.db, { procedure: "appraisal" });
  expect([...appraisalsOf(record ?? null)]).toEqual([
    ["xinyi", 87.5],
    ["qikou", 90],
  ]);
  const back = await office.press(changed, "返回年度考核");
  expect(back.toast).not.toBe("");
  const forged = await pressForged(world, leader.openId, "om_2", `step__${record?.id}__change__2`, {
    "appraisal.qikou": "100",
  });
  expect(forged.answer.toast?.content).toBe("年末考评由市办录入。");
});

describe("an award, asked for in chat", () => {
  it("is split every way side by side, in private", async () => {
    expect(textIn((await leader.say("奖补怎么分", "oc_leadinggroup"))[0])).toContain("私聊");
    const empty = await asked(leader, "奖补怎么分");
    const wrong = await leader.press(empty, "测算", { pot: "很多" });
    expect(wrong.toast).toContain("奖补总额");
    const tried = await leader.press(wrong, "测算", { pot: "300" });
    expect(tried.words).toContain("按得分");
    expect(tried.words).toContain("留存");
    expect(JSON.stringify(tried.card)).not.toContain("choose_award");
  });

  it("is chosen by the office with a reason; who, what and why are kept and on the card", async () => {
    const tried = await office.press(await asked(office, "奖补怎么分"), "测算", {
      pot: "300万元",
      base: "10",
    });
    const silent = await office.press(tried, "选用并记录", { method: "hybrid", reason: " " });
    expect(silent.toast).toContain("理由");
    expect(boxesOf(silent)).toMatchObject({ pot: "300万元", base: "10", method: "hybrid" });
    const chosen = await office.press(silent, "选用并记录", { reason: "兼顾各县。" });
    expect(chosen.toast).toContain("已记录");
    for (const said of [
      "选定 · 王丽芳",
      "奖补总额：300.00万元",
      "办法：基数加得分",
      "理由：兼顾各县。",
      "留存",
    ])
      expect(chosen.words).toContain(said);
    const record = await choice();
    expect(record).toMatchObject({ method: "hybrid", pot: 300, reason: "兼顾各县。", by: "王丽芳" });
    const given = record.split?.awards.reduce((sum, { amount }) => sum + amount, record.split.reserve);
    expect(given).toBeCloseTo(300, 9);
    expect((await asked(leader, "奖补怎么分")).words).toContain(
      "已选定：基数加得分，总额 300.00 万元（王丽芳",
    );
  });

  it("is chosen anew beside the choice before, by the office alone", async () => {
    const tried = await office.press(await asked(office, "奖补怎么分"), "测算", { pot: "200" });
    const changed = await office.press(tried, "选用并记录", { method: "tiers", reason: "改按档次。" });
    expect(changed.words).toContain("改选 · 王丽芳");
    expect(changed.words).toContain("选定 · 王丽芳");
    expect(await choice()).toMatchObject({ method: "tiers", pot: 200 });
    const forged = await pressForged(world, leader.openId, "om_1", "begin__award__2026Q2//__choose", {
      ...{ pot: "1", method: "tiers", tied: "equal", reason: "我来定" },
    });
    expect(forged.answer.toast?.content).toBe("分配办法由市办选定。");
  });
});

describe("the way there and back", () => {
  it("leads from the quarter's card to the year, which stays beside it", async () => {
    await office.say("谁还没报");
    await office.press(office.card("开启2026年第三季度填报"), "开启填报");
    const progress = office.card("报送进度");
    const pressed = await office.press(progress, "年度考核");
    expect(pressed.words).toContain("报送进度");
    const year = office.card("2026年年度考核");
    const award = await office.press(year, "奖补测算");
    expect((await office.press(award, "返回年度考核")).words).toContain("2026年年度考核");
  });
});
