import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shownIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// Questions about figures in chat in the middle of the third quarter (2026-10-12), with approved, submitted,
// returned and draft reports.

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ underWay: true });
});
afterAll(() => world.close());

const asked = async (who: Parameters<DemoWorld["who"]>, text: string, chat?: string) =>
  (await world.who(...who).say(text, chat)).map((said) => said.content).join("\n");
const words = async (who: Parameters<DemoWorld["who"]>, text: string) =>
  shownIn((await world.who(...who).say(text))[0]).words;

describe("a leader gets the asked number of the asked quarter", () => {
  it.each([
    ["碛口一季度投资多少", "1,700.00万元", "2026年第一季度"],
    ["上季度信义投了多少", "2,880.00万元", "2026年第二季度"],
    ["信义三季度投资多少", "审核中", "2026年第三季度"],
    ["贾家庄投了多少", "12,600.00万元", "已审核，未发布"],
    ["碛口三季度投资完成了多少", "未开始", "2026年第三季度"],
    ["二季度开栅形象进度", "32.4%", "2026年第二季度"],
    ["全市二季度一共投了多少钱", "34,760.00万元", "2026年第二季度"],
    ["年度计划投资多少碛口", "12,000.00万元", "按："],
    ["梧桐跟碛口二季度哪个投得多", "7,600.00万元", "4,560.00万元"],
  ])("%s", async (text, ...expected) => {
    const answer = await words(["leader"], text);
    for (const one of expected) expect(answer).toContain(one);
  });
});

it("one town's figure comes with its earlier quarters, drawn and in words, of what may be known", async () => {
  const answer = await words(["leader"], "碛口二季度投资多少");
  expect(answer).toContain("此前：26年一季度 1,700.00万元。");
  expect(answer).toMatch(/"name":"26年二季度.*"name":"26年一季度/);
  // The running quarter is a draft, which a leader does not know.
  expect(await words(["leader"], "梧桐投了多少")).not.toMatch(/26年三季度/);
});

it("the share of all towns is of their money together, no sum of shares", async () => {
  const total = async (text: string) =>
    Number(/[\d,]+\.\d+/.exec((await words(["leader"], text)).split("，")[0] ?? "")?.[0].replace(/,/g, ""));
  const [invested, plan] = [
    await total("全市二季度一共投了多少"),
    await total("全市二季度年度计划投资一共多少"),
  ];
  expect(invested).toBe(34_760);
  expect(await total("全市二季度完成计划的百分之几")).toBeCloseTo((invested / plan) * 100, 1);
});

describe("a hidden figure cannot be worked out", () => {
  // 梧桐's draft says 9,100 and 金罗's 3,650; 信义 is submitted, not published.
  const HIDDEN = /9,?100|75\.8|3,?650/;
  const QUESTIONS = [
    "梧桐三季度投资多少",
    "梧桐三季度完成年度计划的百分之几",
    "三季度一共投了多少",
    "三季度各镇平均投资多少",
    "三季度投资超过9000万的镇",
    "三季度哪个镇投资最多",
    "梧桐和碛口三季度投资对比",
    "工业镇三季度投资",
    "梧桐怎么样",
    "梧桐三季度怎么样",
    "金罗三季度投资多少",
    "三季度排名",
    "梧桐再投多少能超过贾家庄",
  ];
  it.each([
    ["leader", ""],
    ["city_office", ""],
    ["town_official", "qikou"],
    ["town_principal", "qikou"],
    ["county_reviewer", "linxian"],
    ["department", "housing"],
  ] as const)("by a %s of %s: no draft, no sum, mean or place that holds one", async (role, area) => {
    for (const text of QUESTIONS) expect(await asked([role, area], text), text).not.toMatch(HIDDEN);
  });

  it("two sums of one quarter differ by published or visible figures only", async () => {
    const total = async (text: string) => {
      const answer = await words(["town_official", "qikou"], text);
      return answer.match(/[\d,]+\.\d\d万元/g) ?? [];
    };
    // No town's third quarter is published, and 碛口 has reported nothing: there is no sum.
    expect(await total("三季度一共投了多少")).toEqual([]);
    expect(await total("旅游类的镇三季度一共投了多少")).toEqual([]);
  });

  it("a submitted figure is its county's and the city's, not the neighbour's, and in no open group", async () => {
    expect(await words(["county_reviewer", "lishi"], "信义三季度投资多少")).toContain("审核中");
    expect(await words(["town_official", "qikou"], "信义三季度投资多少")).toContain("还没有发布");
    expect(await asked(["city_office"], "信义三季度投资多少", "oc_alltowns")).not.toContain("审核中");
  });
});
