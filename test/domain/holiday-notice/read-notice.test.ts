import chineseDays from "chinese-days";
import { describe, expect, test } from "vitest";
import { type HolidayYear, withNotice } from "../../../src/domain/calendar/holiday-year.ts";
import { readNotice } from "../../../src/domain/calendar/read-notice.ts";
import { addDays } from "../../../src/domain/calendar/shanghai-time.ts";
import { NOTICES } from "./notices.ts";

// The library's data for a day: a holiday or make-up day has a festival's name, other days only their
// weekday.
function published(day: string): "work" | "off" {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return chineseDays.getDayDetail(new Date(year, month - 1, date, 12)).work ? "work" : "off";
}

function read(year: number): HolidayYear {
  const notices = NOTICES.filter((one) => one.year === year).map(({ text }) => readNotice(text));
  const known = notices.reduce<HolidayYear | null>(
    (before, notice) => withNotice(before, { ...notice, year }),
    null,
  );
  if (!known) throw new Error(`no notice of ${year}`);
  return known;
}

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) days.push(day);
  return days;
}

describe("the notices of 2014 to 2026", () => {
  test.each(NOTICES.map(({ year, text }, i) => [i, year, text] as const))(
    "no. %i, of %i, leaves no doubt",
    (_, year, text) => {
      const notice = readNotice(text);
      expect(notice.year).toBe(year);
      expect(notice.doubts).toEqual([]);
    },
  );
  test.each([...new Set(NOTICES.map(({ year }) => year))])(
    "%i: every day is as the library has it",
    (year) => {
      const known = read(year);
      const next = NOTICES.some((one) => one.year === year + 1) ? read(year + 1) : null;
      const off = new Set([...known.holidays, ...(next?.holidays ?? [])].map(({ day }) => day));
      const work = new Set([...known.workdays, ...(next?.workdays ?? [])]);
      const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      const ours = (day: string) =>
        work.has(day) ? "work" : off.has(day) || isWeekend(day) ? "off" : "work";
      expect(daysOf(year).filter((day) => ours(day) !== published(day))).toEqual([]);
    },
  );
});

const NOTICE_2026 = NOTICES.find(({ year }) => year === 2026)?.text ?? "";

describe("what stands around a notice", () => {
  test("a news article with other dates changes nothing", () => {
    const article = `来源：新华网 2025-11-04 22:15\n新华社北京11月4日电 ${NOTICE_2026}\n[责编：张倩] 2025年11月4日 09:10\n热点：多地11月5日降温`;
    expect(readNotice(article)).toEqual(readNotice(NOTICE_2026));
  });
  test("one line without breaks, blanks between the signs, half-width signs", () => {
    const flat = NOTICE_2026.replace(/\n/g, "");
    const spaced = NOTICE_2026.replace(/（/g, " ( ").replace(/）/g, " ) ").replace(/：/g, ":");
    for (const text of [flat, spaced]) {
      const notice = readNotice(text);
      expect(notice.doubts).toEqual([]);
      expect(notice.festivals).toEqual(readNotice(NOTICE_2026).festivals);
    }
  });
  test("a sentence that only encourages is shown, and gives no day off", () => {
    const notice = readNotice(NOTICES.find(({ year }) => year === 2024)?.text ?? "");
    expect(notice.encouraged).toEqual([expect.stringContaining("2月9日")]);
    expect(notice.festivals.flatMap(({ off }) => off)).not.toContain("2024-02-09");
  });
});

describe("what cannot be read for certain is shown, never skipped", () => {
  const doubts = (text: string) => readNotice(text).doubts.map(({ why }) => why);
  test("a notice cut in the middle misses festivals", () => {
    const half = NOTICE_2026.slice(0, NOTICE_2026.indexOf("五、端午节"));
    expect(doubts(half)).toContain("festivals_missing");
  });
  test("a weekday that is not the day's own", () => {
    expect(doubts(NOTICE_2026.replace("9月20日（周日）", "9月20日（周六）"))).toEqual(["weekday"]);
  });
  test("a number of days that is not the range's", () => {
    expect(doubts(NOTICE_2026.replace("共9天", "共8天"))).toEqual(["count"]);
  });
  test("a day nobody says anything about", () => {
    expect(doubts(NOTICE_2026.replace("5月9日（周六）上班", "5月9日（周六）另行通知"))).toEqual([
      "not_understood",
    ]);
  });
  test("a festival twice", () => {
    expect(doubts(`${NOTICE_2026}\n八、春节：2月16日放假。`)).toContain("twice");
  });
  test("a text that is no notice", () => {
    expect(doubts("明天下午三点开会")).toEqual(["no_year"]);
    expect(doubts("关于2026年工作安排的通知\n请各镇抓紧")).toContain("no_festival");
  });
});
