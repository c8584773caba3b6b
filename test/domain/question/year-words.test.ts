import { describe, expect, test } from "vitest";
import { periodOf } from "../../../src/domain/calendar/period.ts";
import { townBySlug } from "../../../src/domain/programme/programme.ts";
import { understand } from "../../../src/domain/question/understand.ts";
import { towns } from "../programmes.ts";

const own = townBySlug(towns, "qikou");
const context = { period: periodOf(2026, 3), ...(own ? { own } : {}) };
const kind = (text: string) => understand(text, towns, context).kind;

describe("a year's table and its award", () => {
  test.each([
    ["年度考核", {}],
    ["年度得分", {}],
    ["年度总分是多少", {}],
    ["全年成绩", {}],
    ["各县得分", {}],
    ["县区排名", {}],
    ["2025年年度考核", { year: 2025 }],
    ["今年的得分", { year: 2026 }],
    ["去年考核结果", { year: 2025 }],
    ["annual scores", {}],
    ["county ranking", {}],
  ])("%s", (text, year) => {
    expect(understand(text, towns, context)).toEqual({ kind: "annual", ...year });
  });

  test.each(["奖补怎么分", "以奖代补测算", "奖补资金多少", "award", "how is the award split"])(
    "%s",
    (text) => {
      expect(kind(text)).toBe("awards");
    },
  );

  test.each([
    ["市级奖补到了多少", { column: "inPlace", source: "city_award" }],
    ["今年资金到位多少", { column: "inPlace" }],
    ["去年资金到位多少", { column: "inPlace", year: 2025 }],
    ["县级出了多少钱，占多少", { column: "inPlace", source: "county" }],
    ["各渠道占比", { column: "inPlace" }],
    ["以县为主做到了吗", { column: "inPlace" }],
  ])("%s is answered by the ledgers", (text, asked) => {
    expect(understand(text, towns, context)).toEqual({ kind: "funds", towns: [], ...asked });
  });

  test("an award may be asked for by its quarter", () => {
    expect(understand("二季度奖补怎么分", towns, context)).toEqual({ kind: "awards", period: "2026Q2" });
  });

  test.each([
    ["碛口三季度得分", "figure"],
    ["排名", "ranking"],
    ["三季度排名", "ranking"],
    ["临县碛口得分", "figure"],
    ["碛口年度计划是多少", "figure"],
    ["谁还没报", "missing"],
  ])("%s stays what it was: %s", (text, other) => {
    expect(kind(text)).toBe(other);
  });
});

describe("the year's plan", () => {
  const qikou = towns.towns.find(({ slug }) => slug === "qikou");
  test.each<[string, object]>([
    ["年度计划", {}],
    ["看看年度计划", {}],
    ["2027年年度计划", { year: 2027 }],
    ["明年的计划", { year: 2027 }],
    ["碛口的年度计划", { town: qikou }],
    // 普明 and 年度, not 明年.
    ["普明年度计划", { town: towns.towns.find(({ slug }) => slug === "puming") }],
    ["碛口有哪些到期事项", { town: qikou }],
    ["year plan", {}],
    ["year plan of Qikou", { town: qikou }],
    ["the plan of 2027", { year: 2027 }],
  ])("%s", (text, asked) => {
    expect(understand(text, towns, context)).toEqual({ kind: "plan", ...asked });
  });
  test.each(["年度计划投资最多的是谁", "碛口年度计划完成多少", "年度任务"])(
    "is not what %s asks for",
    (text) => {
      expect(understand(text, towns, context).kind).not.toBe("plan");
    },
  );
});

test.each<[string, { kind: string; of?: string; town?: string }]>([
  ["普明方案", { kind: "records", of: "town_plan", town: "puming" }],
  ["碛口方案变更批了吗", { kind: "records", of: "town_plan", town: "qikou" }],
  // Somebody of a town means their own.
  ["还差什么材料", { kind: "stages", town: "qikou" }],
  ["碛口还缺哪些材料", { kind: "stages", town: "qikou" }],
])("%s is asked of the records", (text, asked) => {
  const { town = "", ...rest } = asked;
  const named = town ? { town: townBySlug(towns, town) } : {};
  expect(understand(text, towns, context)).toEqual({ ...rest, ...named });
});
