import { afterAll, beforeAll, expect } from "vitest";
import { verifyAudit } from "../../db/audit-chain.ts";
import { findPublication } from "../../db/publications.ts";
import { outbox } from "../../db/schema.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import type { PeriodId } from "../../src/domain/calendar/period.ts";
import {
  type AtClient,
  atClient,
  boxesOf,
  type Pressed,
  photo,
  type Shown,
  shownIn,
} from "../bot/at-client.ts";
import { buttonsOf } from "../bot/card-reading.ts";
import type { PlanRows } from "../bot/plan-file.ts";
import { onward } from "../bot/tap-count.ts";
import type { World } from "../bot/world.ts";
import { NOTICE_2027 } from "../domain/holiday-notice/invented.ts";
import { story } from "../story.ts";
import { startCity } from "./fresh-city.ts";

// The first year of a city of three towns that has nothing but a roster, a plan and a holiday notice: four quarters by
// cards and replies alone. What is pressed is chosen by what a button does, what is typed by the boxes a card has.

type Figures = { invested: number; actual: number };
/** `planned`: of its one project, at the end of each quarter; `done`: % of the items due from the first and the third. */
type Town = {
  slug: string;
  name: string;
  county: string;
  plan: number;
  total: number;
  planned: [number, number, number, number];
  done: [number, number];
  quarters: [Figures, Figures, Figures, Figures];
};

const TOWNS: Town[] = [
  {
    ...{ slug: "qikou", name: "碛口镇", county: "linxian", plan: 12_000, total: 18_000 },
    ...{ planned: [20, 45, 80, 100], done: [80, 60] },
    quarters: [
      { invested: 1_800, actual: 18 },
      { invested: 5_280, actual: 45 },
      { invested: 8_400, actual: 78 },
      { invested: 12_000, actual: 100 },
    ],
  },
  {
    ...{ slug: "puming", name: "普明镇", county: "lanxian", plan: 4_000, total: 6_000 },
    ...{ planned: [10, 40, 70, 100], done: [100, 100] },
    quarters: [
      { invested: 600, actual: 10 },
      { invested: 1_120, actual: 30 },
      { invested: 2_800, actual: 70 },
      { invested: 4_000, actual: 95 },
    ],
  },
  {
    ...{ slug: "wutong", name: "梧桐镇", county: "xiaoyi", plan: 8_000, total: 12_000 },
    ...{ planned: [25, 50, 75, 100], done: [50, 40] },
    quarters: [
      { invested: 960, actual: 20 },
      { invested: 3_200, actual: 50 },
      { invested: 5_600, actual: 60 },
      { invested: 7_200, actual: 90 },
    ],
  },
];
const PEOPLE = [
  "王丽,ou_office_1,city_office,",
  "赵强,ou_office_2,city_office,",
  "杜鹏,ou_leader,leader,",
  ...TOWNS.map(({ slug, county }) => `审核${slug},ou_review_${slug},county_reviewer,${county}`),
  ...TOWNS.map(({ slug }) => `填报${slug},ou_fill_${slug},town_official,${slug}`),
];
const PLAN: PlanRows = {
  plan: TOWNS.map(({ name, plan }) => [name, plan]),
  projects: TOWNS.map(({ name, total, planned }) => [name, "老街修缮", total, ...planned]),
  items: TOWNS.flatMap(({ name }) => [
    [name, "明确产业定位", "培育新兴产业", "一季度"],
    [name, "完善功能配置", "污水处理", "三季度"],
  ]),
};
const ITEMS = ["positioning/item.positioning.2", "facilities/item.facilities.6"];

/** `opened`: a moment on its first day; `reported` and `published`: when towns and counties, and the office act. */
const QUARTERS = [
  ["2026Q1", "2026年第一季度", "2026-04-01T09:30", "2026-04-02T10:00", "2026-04-09T10:00"],
  ["2026Q2", "2026年第二季度", "2026-07-01T09:30", "2026-07-02T10:00", "2026-07-08T10:00"],
  ["2026Q3", "2026年第三季度", "2026-10-08T09:30", "2026-10-09T10:00", "2026-10-15T10:00"],
  ["2026Q4", "2026年第四季度", "2027-01-04T09:30", "2027-01-05T10:00", "2027-01-11T10:00"],
] as const satisfies ReadonlyArray<readonly [PeriodId, string, string, string, string]>;

let world: World;
let office: AtClient;
let colleague: AtClient;
let leader: AtClient;
beforeAll(async () => {
  world = await startCity({
    now: "2026-03-31T10:00:00+08:00",
    people: PEOPLE,
    plan: PLAN,
    towns: TOWNS.map(({ slug }) => slug),
  });
  office = atClient(world, "ou_office_1");
  colleague = atClient(world, "ou_office_2");
  leader = atClient(world, "ou_leader");
  await beat(world.deps);
});
afterAll(async () => {
  await world.close();
});

const at = (moment: string) => world.moveTo(`${moment}:00+08:00`);
/** Presses the first button of a card whose action begins so. */
const tap = (client: AtClient, shown: Shown, action: string): Promise<Pressed> => {
  const found = buttonsOf(shown.card).find(({ name }) => name.startsWith(action));
  if (!found) throw new Error(`no button ${action} on ${shown.words.slice(0, 200)}`);
  return client.press(shown, found.name);
};

const { step, chapter } = story(
  "a fresh city opens, reports, reviews and publishes four quarters in its chats",
);

QUARTERS.forEach(([period, name, opened, reported, published], n) => {
  chapter(name, () => {
    if (n === 3)
      step(
        "has no due day until a notice is pasted by one of the office and confirmed by a second",
        async () => {
          await at("2026-11-16T10:00");
          await office.say(NOTICE_2027);
          expect(office.card("2027年节假日安排").words).toContain("2026年第四季度：2027年1月12日");
          const adopted = await tap(colleague, colleague.card("2027年节假日安排"), "step__");
          expect(adopted.toast).toContain("已启用");
        },
      );

    step("opens by itself, with one card for each town", async () => {
      // Both clocks are near each other when it opens, or its cards would be old ones at once.
      await at(opened.replace("T09:30", "T08:30"));
      await at(opened);
      for (const { slug } of TOWNS) expect(official(slug).card(name).words).toContain("截止");
      if (n === 3) expect(official("qikou").card(name).words).toContain("1月12日");
    });

    step(
      "is reported by every town, by card or by a sentence in reply, and approved by its county",
      async () => {
        await at(reported);
        for (const town of TOWNS) {
          const sent = await report(town, n, official(town.slug).card(name));
          expect(sent.words, town.slug).toContain("已提交");
          const county = atClient(world, `ou_review_${town.slug}`);
          const approved = await tap(county, county.card(town.name), "approve");
          expect(approved.toast).toContain("已通过");
        }
      },
    );

    step("is announced and, after the days for objections, published by the office", async () => {
      const announced = await tap(office, await progress(), "quarter__provisional");
      expect(announced.toast).toContain("暂定得分");
      await at(published);
      const done = await tap(office, await progress(), "quarter__publish");
      expect(done.toast).toContain("已发布");
    });

    step("ranks the towns as the arithmetic says, and tells the leader so", async () => {
      const scores = TOWNS.map((town) => ({ town, score: scoreOf(town, n) }));
      const best = scores.toSorted((a, b) => b.score - a.score);
      const rows = (await findPublication(world.deps.db, period))?.result.rows ?? [];
      expect(rows.map(({ town }) => town)).toEqual(best.map(({ town }) => town.slug));
      for (const { town, score } of best) {
        const row = rows.find((one) => one.town === town.slug);
        expect(row?.score, town.slug).toBeCloseTo(score, 4);
        if (n === 0) expect(row?.delta).toBeNull();
        else expect(row?.delta, town.slug).toBeCloseTo(score - scoreOf(town, n - 1), 4);
      }
      const [answer] = await leader.say("排名");
      expect(shownIn(answer).words).toContain(name);
      expect(shownIn(answer).words).toContain(best[0]?.town.name);
    });
  });
});

chapter("the year", () => {
  step("wrote to each town twice a quarter unasked: what is asked of it, and its points", async () => {
    const rows = await world.deps.db.select().from(outbox);
    for (const { slug } of TOWNS) {
      const unasked = rows.filter(
        ({ to, kind, status, quiet }) =>
          to === official(slug).openId && kind === "send" && status === "sent" && quiet === 1,
      );
      const causes = unasked.map(({ cause }) => cause.split(" ")[0]).toSorted();
      expect(causes).toEqual([...Array(4).fill("open"), ...Array(4).fill("provisional")]);
    }
  });
  step("left an audit chain that holds", async () => {
    expect(await verifyAudit(world.deps.db)).toMatchObject({ ok: true });
  });
});

function official(slug: string): AtClient {
  return atClient(world, `ou_fill_${slug}`);
}

/** The office's card of the quarter, asked for so that it is not too old to be drawn anew. */
async function progress(): Promise<Shown> {
  await office.say("谁还没报");
  return office.card("报送进度");
}

/** Fills in every form the card leads to and submits. Qikou says its figures in a sentence first. */
async function report(town: Town, n: number, card: Shown): Promise<Pressed> {
  const person = official(town.slug);
  const picture = photo(100 * n + town.plan);
  const { invested, actual } = town.quarters[n] ?? { invested: 0, actual: 0 };
  const figures: Record<string, string> = {
    ...Object.fromEntries(ITEMS.map((name, i) => [name, String(town.done[i])])),
    "investment/cumulative": String(invested),
    "investment/source.county": String(invested),
    "image/project.p1.actual": String(actual),
  };
  if (town.slug === "qikou") {
    const [answer] = await person.reply(card, `投资累计${invested}万元，形象进度${actual}%`);
    const read = shownIn(answer);
    expect(boxesOf(read)).toMatchObject({ "investment/cumulative": String(invested) });
    await person.press(read, onward(read));
    await person.say("我的填报");
    await person.reply(await tap(person, person.card(), "open__image"), picture);
  }
  await person.say("我的填报");
  let at = await tap(person, person.card(), "open__");
  for (let forms = 0; forms < 10 && Object.keys(boxesOf(at)).length > 0; forms += 1) {
    const boxes = Object.keys(boxesOf(at));
    if (boxes.some((name) => name.startsWith("image/"))) await person.reply(at, picture);
    const said = (name: string) => (name.startsWith("answer.") ? "情况属实" : figures[name]);
    const fill = boxes.flatMap((name) => (said(name) === undefined ? [] : [[name, said(name)]]));
    at = await person.press(at, onward(at), Object.fromEntries(fill));
  }
  return buttonsOf(at.card).some(({ name }) => name === "submit") ? tap(person, at, "submit") : at;
}

/**
 * scoring.md 2 by hand: the weighted mean of the indicators that apply, of which the towns have one area's in the first
 * half of the year and two afterwards; everything came in time and complete.
 */
function scoreOf({ plan, planned, done, quarters }: Town, n: number): number {
  const { invested, actual } = quarters[n] ?? { invested: 0, actual: 0 };
  const due = plan * ([0.15, 0.4, 0.7, 1][n] ?? 1);
  const parts: Array<[weight: number, score: number]> = [
    [10, done[0]],
    ...(n >= 2 ? [[8, done[1]] satisfies [number, number]] : []),
    [30, Math.min(110, (100 * invested) / due)],
    [20, Math.min(100, (100 * actual) / (planned[n] ?? 100))],
    [5, 100],
    [5, 100],
  ];
  const weight = parts.reduce((sum, [one]) => sum + one, 0);
  return parts.reduce((sum, [one, score]) => sum + one * score, 0) / weight;
}
