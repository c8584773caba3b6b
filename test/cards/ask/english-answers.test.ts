import { expect, test } from "vitest";
import { placeCard } from "../../../cards/ask/about.ts";
import { calendarAnswer } from "../../../cards/ask/calendar.ts";
import { deadlineCard } from "../../../cards/ask/deadline.ts";
import { statusCard } from "../../../cards/ask/status.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import { tenTowns, town } from "../office/programmes.ts";
import { wordsOf } from "../office/sendable.ts";
import { qikou } from "./statuses.ts";

const at = { programme: tenTowns, locale: "en" } as const;

test("every amount of a town's situation has its unit, what is due by now, too", () => {
  const words = wordsOf(statusCard({ ...at, status: qikou(), viewer: "leader" }));
  expect(words).toMatch(/\(CNY [\d.,]+ million due by now\)/);
});

test("a festival is named in English", () => {
  const holidays = ["2026-10-01", "2026-10-02"].map((day) => ({ day, name: "国庆节" }));
  const known = { year: 2026, holidays, workdays: [] };
  const asked = { ...at, today: "2026-09-20", year: 2026, known, next: null };
  expect(wordsOf(calendarAnswer(asked))).toContain("National Day: 1 Oct to 2 Oct off");
  expect(wordsOf(calendarAnswer({ ...asked, day: "2026-10-01" }))).toContain("is off**: National Day");
});

test("of several places asked about together, each is named above what it is", () => {
  const towns = [town(tenTowns, "qikou"), town(tenTowns, "xinyi")];
  const words = wordsOf(placeCard({ ...at, towns }));
  expect(words).toMatch(/\*\*Qikou\*\*<br>Positioning[\s\S]+\*\*Xinyi\*\*<br>Positioning/);
  expect(wordsOf(placeCard({ ...at, towns: towns.slice(0, 1) }))).not.toContain("**Qikou**");
});

test("the due day is said once, with why it is that day", () => {
  const quarter = quarterIn("open");
  const { scheme } = tenTowns;
  const now = Date.UTC(2026, 9, 12, 2);
  const words = wordsOf(deadlineCard({ ...at, quarter, scheme, now, mine: true, looks: false }));
  expect(words.match(/15 Oct/g)).toHaveLength(1);
  expect(words).toContain("(moved by National Day)");
});

test("once it is locked, nothing is said to lock later", () => {
  const { scheme } = tenTowns;
  const asked = { ...at, scheme, now: Date.UTC(2026, 10, 2, 2), mine: true, looks: false };
  const words = (stage: "open" | "locked") =>
    wordsOf(deadlineCard({ ...asked, quarter: { ...quarterIn("locked"), stage } }));
  expect(words("open")).toContain("It locks after");
  expect(words("locked")).not.toContain("It locks after");
});
