import { describe, expect, test } from "vitest";
import { checkAnswer, checkObjection, type Objection, objectionWindow } from "../../src/domain/objection.ts";
import type { Person } from "../../src/domain/people.ts";
import { shanghaiTime } from "../../src/domain/shanghai-time.ts";

const at = (day: string, time: string) => shanghaiTime(day, time);
const two = { workingDays: 2, overrides: [] };
const named = {
  workingDays: 2,
  overrides: [{ period: "2026Q4", until: "2027-01-18", reason: "节假日安排未公布" }],
};

describe("the time for objections", () => {
  test.each([
    ["a Monday", "2026-10-12", "2026-10-14"],
    ["a Friday, over a weekend", "2026-10-23", "2026-10-27"],
    ["the eve of the October holidays", "2026-09-30", "2026-10-09"],
    ["a make-up Saturday, which is no day off", "2026-10-10", "2026-10-13"],
  ])("from %s ends at 18:00 of the second working day", (_, from, until) => {
    expect(objectionWindow("2026Q3", two, at(from, "16:00"))).toEqual({
      known: true,
      until: at(until, "18:00"),
    });
  });
  test("in a year without a calendar is not guessed: the year is named", () => {
    const answer = { known: false, why: { reason: "calendar_unknown", year: 2027 } };
    expect(objectionWindow("2026Q4", two, at("2027-01-14", "10:00"))).toEqual(answer);
    expect(objectionWindow("2026Q4", two, at("2026-12-31", "10:00"))).toEqual(answer);
  });
  test("is what the pack names for a quarter, as long as that is still to come", () => {
    const until = at("2027-01-18", "18:00");
    expect(objectionWindow("2026Q4", named, at("2027-01-14", "10:00"))).toEqual({ known: true, until });
    expect(objectionWindow("2026Q4", named, until)).toEqual({
      known: false,
      why: { reason: "override_over", day: "2027-01-18" },
    });
    expect(objectionWindow("2026Q3", named, at("2026-10-12", "10:00"))).toMatchObject({ known: true });
  });
});

const official: Person = { openId: "ou_1", name: "", role: "town_official", area: "qikou", locale: "zh-CN" };
const office: Person = { ...official, openId: "ou_2", role: "city_office", area: "" };
const raised: Objection = {
  id: "1",
  period: "2026Q3",
  town: "qikou",
  indicator: "inv",
  text: "有误",
  by: "ou_1",
  at: 0,
  answer: null,
  accepted: null,
  answeredBy: null,
  answeredAt: null,
};

describe("who may object and answer", () => {
  const about = { town: "qikou", indicator: "inv", text: "监理月报不一致" };
  test.each([
    ["the town's official, in time", about, official, 10, [], 10, null],
    ["another town's official", { ...about, town: "xinyi" }, official, 10, [], 5, "not_yours"],
    ["the office", about, office, 10, [], 5, "not_yours"],
    ["nobody before the scores are provisional", about, official, null, [], 5, "not_provisional"],
    ["nobody a moment late", about, official, 10, [], 11, "window_closed"],
    ["nobody without a reason", { ...about, text: " " }, official, 10, [], 5, "empty"],
    ["nobody at too great a length", { ...about, text: "字".repeat(501) }, official, 10, [], 5, "too_long"],
    ["nobody twice about one indicator", about, official, 10, [raised], 5, "already"],
  ] as const)("%s", (_, what, person, until, earlier, now, refusal) => {
    expect(checkObjection(what, person, until, [...earlier], now)).toBe(refusal);
  });
  test("the office answers, once, with a reason", () => {
    expect(checkAnswer(raised, office, "经核对")).toBeNull();
    expect(checkAnswer(raised, official, "经核对")).toBe("not_yours");
    expect(checkAnswer(raised, office, " ")).toBe("empty");
    expect(checkAnswer({ ...raised, answer: "已答" }, office, "经核对")).toBe("answered");
  });
});
