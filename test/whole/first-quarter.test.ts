import { afterEach, beforeEach, expect, test } from "vitest";
import { findReport } from "../../db/reports.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import { atClient, boxesOf, photo, type Shown } from "../bot/at-client.ts";
import type { PlanRows } from "../bot/plan-file.ts";
import { counting, onward } from "../bot/tap-count.ts";
import type { World } from "../bot/world.ts";
import { startCity } from "./fresh-city.ts";

// What the plan of a city that has just begun knows is not asked of the town.

const FEBRUARY = "2026-02-25T10:00:00+08:00";
const OFFICIAL = "ou_qikou_official";
const PEOPLE = [
  "王丽,ou_office,city_office,",
  "杜鹏,ou_leader,leader,",
  "张敏,ou_reviewer,county_reviewer,linxian",
  `李强,${OFFICIAL},town_official,qikou`,
];
const PLAN: PlanRows = {
  plan: [["碛口镇", 12000]],
  projects: [
    ["碛口镇", "古镇保护修缮三期", 18000, 23, 45, 80, 100],
    ["碛口镇", "黄河码头旅游停车场", 6000, 10, 35, 70, 100],
  ],
  items: [
    ["碛口镇", "明确产业定位", "培育新兴产业", "一季度"],
    ["碛口镇", "景观风貌塑造", "河道整治", "一季度"],
    ["碛口镇", "创新运营方式", "招商引资", "一季度"],
    ["碛口镇", "科学规划布局", "符合城镇总体规划", "一季度"],
    ["碛口镇", "科学规划布局", "起步阶段建设面积控制", "一季度"],
    ["碛口镇", "镇容镇貌治理", "环境卫生整治", "一季度"],
    ["碛口镇", "完善功能配置", "污水处理", "一季度"],
    ["碛口镇", "完善功能配置", "供气管网", "三季度"],
    ["碛口镇", "镇容镇貌治理", "车站", "不适用", "镇区没有车站"],
  ],
};
/** What is due in the first quarter, in every area something, by the name of its box. */
const DUE = [
  "positioning/item.positioning.2",
  "landscape/item.landscape.2",
  "operation/item.operation.1",
  "planning/item.planning.1",
  "planning/item.planning.9",
  "appearance/item.appearance.10",
  "facilities/item.facilities.6",
];

let world: World;
beforeEach(async () => {
  world = await startCity({ now: FEBRUARY, people: PEOPLE, plan: PLAN });
});
afterEach(async () => {
  await world.close();
});

test("a punctual town's first quarter: at most 12 taps, one box a due item, money and image, nothing already known", async () => {
  await beat(world.deps);
  // Both clocks are near each other when the quarter opens, or its card would be an old one at once.
  await world.moveTo("2026-03-31T18:00:00+08:00");
  await world.moveTo("2026-04-01T09:01:00+08:00");
  await beat(world.deps);
  await world.settle();

  const official = atClient(world, OFFICIAL);
  const { cost, press } = counting(official);
  const answers: Record<string, string> = {
    ...Object.fromEntries(DUE.map((key, i) => [key, `${30 + 10 * i}`])),
    // The year's sum follows its sources.
    "investment/source.county": "1800",
    "image/project.p1.actual": "22",
    "image/project.p2.actual": "10",
  };
  const asked: string[] = [];
  let at: Shown = await press(official.card(), "open__positioning");
  for (let forms = 0; forms < 8 && Object.keys(boxesOf(at)).length > 0; forms += 1) {
    const boxes = Object.keys(boxesOf(at));
    asked.push(...boxes);
    if (boxes.some((name) => name.startsWith("image/"))) {
      await official.reply(at, photo(1));
      cost.taps += 3;
    }
    const fill = Object.fromEntries(Object.entries(answers).filter(([name]) => boxes.includes(name)));
    at = await press(at, onward(at), fill);
  }

  expect(at.words).toContain("已提交");
  expect(cost.taps).toBeLessThanOrEqual(12);
  const figures = asked.filter((name) => /\/(item|project\.p|plan)/.test(name));
  const entered = Object.keys(answers).filter((name) => !name.includes("/source."));
  expect(figures.toSorted()).toEqual(entered.toSorted());
  const stored = await findReport(world.deps.db, "2026Q1", "qikou");
  expect(stored).toMatchObject({
    status: "submitted",
    missingPhotos: [],
    content: {
      investment: { plan: 12000, cumulative: 1800 },
      image: {
        projects: [
          { total: 18000, planned: 23, actual: 22 },
          { total: 6000, planned: 10, actual: 10 },
        ],
      },
    },
  });
  expect(stored?.content.areas.appearance?.items).toEqual({ "appearance.10": 80 });
});
