import { expect, it } from "vitest";
import { pastDayIn } from "../../../src/domain/question/past-day.ts";

// What is asked as it stood on a day that is past; on 12 October 2026, a Monday.

const dayIn = (text: string, back = false) => pastDayIn(text, "2026-10-12", back)?.day ?? null;

it.each([
  ["去年12月31号碛口在哪个阶段", "2025-12-31"],
  ["去年3月5日", "2025-03-05"],
  ["三月五号的时候方案到哪了", "2026-03-05"],
  ["三月底的时候", "2026-03-31"],
  ["2月份到哪一步了", "2026-02-28"],
  ["九月中旬", "2026-09-20"],
  ["9月初", "2026-09-01"],
  ["上个月底", "2026-09-30"],
  ["上周", "2026-10-11"],
  ["昨天", "2026-10-11"],
  ["三天前", "2026-10-09"],
  ["半年前", "2026-04-12"],
  ["2026-05-10", "2026-05-10"],
  ["where was it at the end of march", "2026-03-31"],
  ["on 5 march", "2026-03-05"],
  ["on march 5 last year", "2025-03-05"],
  ["in may", "2026-05-31"],
])("%s: %s", (text, day) => {
  expect(dayIn(text)).toBe(day);
});

it.each([
  "三季度",
  "现在",
  "10月30号",
  "今年12月",
  "2月30日",
  "上周五",
  "三个月",
  "who may sign",
  "碛口3号码头",
])("names no past day: %s", (text) => {
  expect(dayIn(text)).toBeNull();
});

it("means last year's by a day still to come only where nothing but the past can be meant", () => {
  expect(dayIn("12月16号现场会谁参加")).toBeNull();
  expect(dayIn("12月31号呢", true)).toBe("2025-12-31");
  expect(dayIn("十二月底", true)).toBe("2025-12-31");
});

it("leaves what is not the day", () => {
  expect(pastDayIn("三月五号的时候我们方案到哪了", "2026-10-12")?.piece).toBe("三月五号的时候");
});
