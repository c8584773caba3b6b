import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commit } from "../../db/commit.ts";
import { findReport, saveReport } from "../../db/reports.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// Nobody can work out a figure that is not theirs to know, by however many answers and whatever arithmetic: if another
// figure stood in its place, every answer they can get would be the same letter by letter. A sum, a mean, a place, a
// difference or a hint that depended on it would differ.

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ underWay: true });
});
afterAll(() => world.close());

type Who = Parameters<DemoWorld["who"]>;

const KINDS = [
  ...[
    "投资多少",
    "完成年度计划的百分之几",
    "的灯",
    "怎么样",
    "到位资金",
    "排第几",
    "为什么",
    "形象进度",
  ].flatMap((kind) => [`梧桐三季度${kind}`, `信义三季度${kind}`, `梧桐${kind}`, `信义${kind}`]),
  ...[
    "一共投了多少",
    "各镇平均投资多少",
    "哪个镇投资最多",
    "投资前五",
    "投资最少的镇",
    "投资高于平均的镇",
  ].flatMap((kind) => [`三季度${kind}`, `旅游类的镇三季度${kind}`, `工业类的镇三季度${kind}`]),
  "三季度投资超过9000万的镇",
  "三季度投资不到六千万的镇",
  "几个绿灯",
  "三季度几个绿灯",
  "哪些镇进度滞后",
  "三季度哪些镇进度滞后",
  "梧桐和信义三季度投资对比",
  "梧桐 信义 碛口三季度投资",
  "梧桐和信义比",
  "梧桐再投多少能超过贾家庄",
  "信义怎么才能上升一位",
  "碛口如果再完成五百万投资能到第几",
  "碛口怎么才能超过信义",
  "三季度排名",
  "全市怎么样",
  "三季度怎么样",
  "谁还没报",
  "红灯有哪些",
];
const READERS: Record<string, Who> = {
  "the city office": ["city_office"],
  "a leader": ["leader"],
  "another town": ["town_official", "qikou"],
  "its head": ["town_principal", "qikou"],
  "another county": ["county_reviewer", "linxian"],
  "a department": ["department", "housing"],
};
const TIMES = /\d{1,2}:\d{2}/g;

/** Everything this person is answered; the clock stands at one morning, so that nothing else changes meanwhile. */
async function answers(who: Who, texts: string[]): Promise<string[]> {
  const said: string[] = [];
  for (const text of texts) {
    const messages = await world.who(...who).say(text);
    said.push(`${text}: ${messages.map(({ content }) => content.replace(TIMES, "")).join("\n")}`);
  }
  return said;
}

/** Puts another sum in a report, as if the town had typed it. */
async function replace(town: string, cumulative: number): Promise<void> {
  const { db, clock } = world.deps;
  const report = await findReport(db, "2026Q3", town);
  if (!report) throw new Error(`no report of ${town}`);
  const investment = { ...report.content.investment, cumulative };
  const changed = {
    ...report,
    revision: report.revision + 1,
    content: { ...report.content, investment },
  };
  await commit(
    db,
    {
      audit: { actor: "test", kind: "test.figure", subject: town },
      writes: saveReport(db, changed, "test", clock.now()),
    },
    clock.now(),
  );
}

describe("no answer depends on a figure its reader may not know", () => {
  const readers = Object.entries(READERS).map(([name, who]) => ({ name, who }));
  it("to anybody but its town and county a draft might be any other", async () => {
    const before = new Map<string, string[]>();
    for (const { name, who } of readers) before.set(name, await answers(who, KINDS));
    await replace("wutong", 9_911);
    for (const { name, who } of readers) expect(await answers(who, KINDS), name).toEqual(before.get(name));
  });

  it("to other towns and counties neither does a figure under review", async () => {
    const others = readers.filter(({ who: [role] }) => role !== "city_office" && role !== "leader");
    const before = new Map<string, string[]>();
    for (const { name, who } of others) before.set(name, await answers(who, KINDS));
    await replace("xinyi", 6_177);
    for (const { name, who } of others) expect(await answers(who, KINDS), name).toEqual(before.get(name));
  });
});
