import { describe, expect, test } from "vitest";
import { codeOf, importsOf, sourceFiles } from "../../source-files.ts";

// Only src/domain/quarter determines a quarter's stage and what it allows. No other file computes its days or
// compares them with the clock.

const QUARTER = "src/domain/quarter/";
const files = sourceFiles("src", "cards", "db").filter(({ path }) => !path.startsWith("src/sandbox/"));
const outside = files
  .filter(({ path }) => !path.startsWith(QUARTER))
  .map(({ path, text }) => ({ path, code: codeOf(text, "strings kept") }));

/** Every matching line elsewhere, as `path: line`. */
const lines = (pattern: RegExp) =>
  outside.flatMap(({ path, code }) =>
    code
      .split("\n")
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );

const ORDER = String.raw`\s*(?<!=)(?:<=?|>=?)\s+`;
/** A time or day of a quarter in a comparison. */
const compared = (names: string) =>
  new RegExp(`\\b(?:${names})${ORDER}|${ORDER}(?:\\w+\\??\\.)*(?:${names})\\b`);

describe("the days of a quarter", () => {
  test("are counted in one file; three more ask it for a day that no stage is made of", () => {
    const asking = files
      .flatMap(importsOf)
      .filter(({ target, typeOnly }) => !typeOnly && target === `${QUARTER}dates.ts`)
      .map(({ from }) => from)
      .filter((from) => !from.startsWith(QUARTER));
    expect(asking).toEqual([
      // The due days resulting from an arrangement that is not adopted yet.
      "cards/record/kits/calendar.ts",
      // By how many working days a report's own first submission was late.
      "src/domain/ranking/ranking.ts",
      // The deadline for returned cells, which depends on the return and not on the quarter.
      "src/domain/reminders/owed-item.ts",
    ]);
  });
  test("are not counted again from the pack", () => {
    const counted = /\bdeadline\.(workingDays|lockAfterWorkingDays|overrides)\b|\blockAfterWorkingDays\b/;
    // Where a pack is explained, and edited as a workbook, nothing is counted.
    const aboutPacks = /^(cards\/text\/pack-fields\.ts|src\/export\/programme\/)/;
    expect(lines(counted).filter((line) => !aboutPacks.test(line))).toEqual([
      "src/domain/programme/pack-schema.ts: lockAfterWorkingDays: z.number().int().nonnegative(),",
    ]);
  });
  test("the end of the days for objections is compared with nothing but in the timetable", () => {
    expect(lines(compared("objectionsUntil|provisionalAt"))).toEqual([]);
    const asking = files
      .flatMap(importsOf)
      .filter(({ target }) => target === "src/domain/quarter/objection.ts");
    expect(asking.filter(({ typeOnly }) => !typeOnly).map(({ from }) => from)).toEqual([
      `${QUARTER}steps.ts`,
    ]);
  });
  test("a quarter's due and lock day are compared with no day elsewhere", () => {
    const own = compared(String.raw`quarter\.(?:due|lock)`);
    expect(lines(own)).toEqual([]);
    const asking = outside.filter(({ code }) => /\btimetable\(|\bquarterNow\(|: Timetable\b/.test(code));
    expect(asking.length).toBeGreaterThan(15);
    const words = compared("due|lock");
    expect(asking.filter(({ code }) => code.split("\n").some((line) => words.test(line)))).toEqual([]);
  });
  test("the patterns find what they are to find", () => {
    for (const line of [
      "if (now > quarter.objectionsUntil) {",
      "return row.objectionsUntil <= now;",
      "const late = provisionalAt < now;",
    ])
      expect(compared("objectionsUntil|provisionalAt").test(line), line).toBe(true);
    for (const line of ["today > quarter.lock", "return quarter.due < today;"])
      expect(compared("due|lock").test(line), line).toBe(true);
    for (const line of ["({ due }) => due", "due === null", "Promise<Lock>"])
      expect(compared("due|lock").test(line), line).toBe(false);
  });
});
