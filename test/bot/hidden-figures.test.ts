import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commit } from "../../db/commit.ts";
import { putEvidence } from "../../db/evidence.ts";
import { findReport, saveReport } from "../../db/reports.ts";
import { answerIntent } from "../../src/bot/questions/answer-intent.ts";
import { askerIn } from "../../src/bot/roster/asker.ts";
import { periodOf } from "../../src/domain/calendar/period.ts";
import { townsOf } from "../../src/domain/programme/people.ts";
import { understand } from "../../src/domain/question/understand.ts";
import { reportId } from "../../src/domain/report/report.ts";
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
  ...[
    "投资走势",
    "形象进度走势",
    "得分走势",
    "照片",
    "三季度照片",
    "有多少张照片",
    "下半年投资",
    "三季度单季投资",
    "投资占全市多少",
    "三季度投资占全市多少",
    "计划投资多少",
    "污水处理完成多少",
    "功能配置完成多少",
    "民间资本多少",
    "投资序时进度",
    "再投500万能到第几",
    "还差多少进前三",
  ].flatMap((kind) => [`梧桐${kind}`, `信义${kind}`, `贾家庄${kind}`]),
  ...[
    "投资走势",
    "下半年一共投了多少",
    "下半年投资最多的镇",
    "三季度计划投资总额",
    "各镇照片",
    "哪个镇照片最多",
  ],
  "梧桐和信义投资占全市多少",
  "梧桐和信义投资走势",
  "梧桐和碛口下半年投资",
  "三季度形象进度不到30%的镇",
  "哪些镇投资不到一半",
  "待办",
];
const READERS: Record<string, Who> = {
  "the city office": ["city_office"],
  "a leader": ["leader"],
  "another town": ["town_official", "qikou"],
  "its head": ["town_principal", "qikou"],
  "another county": ["county_reviewer", "linxian"],
  "a department": ["department", "housing"],
};
/** In each group somebody who may know more than others there. */
const GROUPS: ReadonlyArray<[chatId: string, who: Who]> = [
  ["oc_leadinggroup", ["leader"]],
  ["oc_alltowns", ["town_official", "wutong"]],
  ["oc_fenyang", ["county_reviewer", "fenyang"]],
  ["oc_nobodybound", ["city_office"]],
];
const PERIOD = periodOf(2026, 3);

/** Everything this person is answered, as it would be sent: in private, or to everybody in a group. */
async function answers(who: Who, texts: string[], group?: string): Promise<string[]> {
  const { deps, demo } = world;
  const [role, area = ""] = who;
  const person = demo.people.find((one) => one.role === role && one.area === area);
  if (!person) throw new Error(`nobody is ${role} of ${area}`);
  const asker = await askerIn(deps, person, group ?? "", group !== undefined);
  const [town] = role === "town_official" ? townsOf(person, deps.programme) : [];
  const context = { period: PERIOD, today: periodOf(2026, 4), ...(town ? { own: town } : {}) };
  const said: string[] = [];
  for (const text of texts) {
    const intent = understand(text, deps.programme, context);
    said.push(`${text}: ${JSON.stringify(await answerIntent(deps, asker, intent, text))}`);
  }
  return said.map((answer) => answer.replace(/\d{1,2}:\d{2}/g, ""));
}

/**
 * Puts other figures in a report, as if the town had typed them, and one more photo: quarter and sources agree with the
 * sum as they did before.
 */
async function raise(town: string, by: number): Promise<void> {
  const { db, clock } = world.deps;
  const report = await findReport(db, PERIOD, town);
  if (!report) throw new Error(`no report of ${town}`);
  const { cumulative, quarter, sources } = report.content.investment;
  const [source = "", sum = 0] = Object.entries(sources)[0] ?? [];
  const investment = {
    ...report.content.investment,
    plan: (report.content.investment.plan ?? 0) + by,
    cumulative: (cumulative ?? 0) + by,
    ...(quarter == null ? {} : { quarter: quarter + by }),
    sources: source === "" ? sources : { ...sources, [source]: sum + by },
  };
  const { areas, image } = report.content;
  const changed = {
    ...report,
    revision: report.revision + 1,
    content: {
      areas: Object.fromEntries(
        Object.entries(areas).map(([id, area]) => [id, { ...area, items: mapped(area.items, lower) }]),
      ),
      investment,
      image: {
        ...image,
        projects: image.projects.map((project) => ({ ...project, actual: lower(project.actual ?? 0) })),
      },
    },
  };
  const photo = {
    ...{
      id: `om_${town}${by}/key`,
      report: reportId(PERIOD, town),
      section: "image",
      messageId: `om_${town}${by}`,
    },
    ...{ fileKey: "key", kind: "image" as const, name: "", by: "test", at: clock.now() },
  };
  await commit(
    db,
    {
      audit: { actor: "test", kind: "test.figure", subject: town },
      writes: [...saveReport(db, changed, "test", clock.now()), putEvidence(db, photo)],
    },
    clock.now(),
  );
}

/** Another percentage. */
function lower(percent: number): number {
  return percent > 5 ? percent - 5 : percent + 5;
}

function mapped(values: Record<string, number>, change: (value: number) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, change(value)]));
}

describe("no answer depends on a figure its reader may not know", () => {
  it("a draft to the city, a draft or one under review to other towns, counties and departments", async () => {
    const before = new Map<string, string[]>();
    for (const [name, who] of Object.entries(READERS)) before.set(name, await answers(who, KINDS));
    const same = async (names: string[]) => {
      for (const name of names)
        expect(await answers(READERS[name] ?? ["leader"], KINDS), name).toEqual(before.get(name));
    };
    const city = ["the city office", "a leader"];
    await raise("wutong", 811);
    await same(city);
    await raise("xinyi", 577);
    await raise("jiajiazhuang", 433);
    await same(Object.keys(READERS).filter((name) => !city.includes(name)));
    // What the office may know does change: the test would see a figure that leaks.
    expect(await answers(["city_office"], ["信义三季度投资多少"])).not.toEqual(
      before.get("the city office")?.filter((said) => said.startsWith("信义三季度投资多少")),
    );
  });

  it("one that is not published to anybody in a group, whoever asks there", async () => {
    const before = new Map<string, string[]>();
    for (const [group, who] of GROUPS) before.set(group, await answers(who, KINDS, group));
    for (const [town, by] of [
      ["wutong", 211],
      ["xinyi", 311],
      ["jiajiazhuang", 411],
    ] as const)
      await raise(town, by);
    for (const [group, who] of GROUPS)
      expect(await answers(who, KINDS, group), group).toEqual(before.get(group));
  });
});
