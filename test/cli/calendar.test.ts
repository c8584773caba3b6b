import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setNoticeYears } from "../../src/domain/calendar/working-days.ts";
import { startWorld, type World } from "../bot/world.ts";
import { tempFolder } from "../db/temp-database.ts";
import { NOTICES } from "../domain/holiday-notice/notices.ts";
import { environmentOf, tentowns, tentownsJson } from "./terminal.ts";

let world: World;
let env: Record<string, string>;
beforeEach(async () => {
  world = await startWorld({ people: [], now: "2026-11-10T10:00:00+08:00" });
  env = environmentOf(world);
});
afterEach(async () => {
  setNoticeYears([]);
  await world.close();
});

function file(text: string): string {
  const path = join(tempFolder(), "notice.txt");
  writeFileSync(path, text);
  return path;
}

const NOTICE = NOTICES.find(({ year }) => year === 2026)?.text ?? "";

test("a year the package knows is shown, with where it comes from", async () => {
  const { code, json } = await tentownsJson(env, "calendar", "show", "2026");
  expect(code).toBe(0);
  expect(json).toMatchObject({ year: 2026, source: "package" });
  expect(json).toHaveProperty("workdays", [
    "2026-01-04",
    "2026-02-14",
    "2026-02-28",
    "2026-05-09",
    "2026-09-20",
    "2026-10-10",
  ]);
});

test("a year nobody knows is said to be unknown", async () => {
  const { code, err } = await tentowns(env, "calendar", "show", "2027");
  expect(code).toBe(1);
  expect(err.join()).toContain("2027年的节假日安排还没有载入");
});

test("an imported notice is in force and gives the days the package has", async () => {
  const before = await tentownsJson(env, "calendar", "show", "2026");
  const { code } = await tentownsJson(env, "calendar", "import", file(NOTICE));
  expect(code).toBe(0);
  const after = await tentownsJson(env, "calendar", "show", "2026");
  expect(after.json).toEqual({ ...Object(before.json), source: "notice" });
  const again = await tentownsJson(env, "calendar", "import", file(NOTICE));
  expect(again.json).toMatchObject({ ok: true, changed: false });
});

test("a notice that is not understood whole is refused, sentence by sentence", async () => {
  const wrong = file(
    NOTICE.replace("10月10日（周六）上班", "10月10日（周六）另行通知").replace("共9天", "共8天"),
  );
  const { code, err } = await tentowns(env, "calendar", "import", wrong);
  expect(code).toBe(1);
  expect(err.join("\n")).toMatch(/这一句没有读懂：.*10月10日[\s\S]*|天数与起止日期对不上/);
  expect((await tentownsJson(env, "calendar", "show", "2026")).json).toMatchObject({ source: "package" });
});
