import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { forgetRehearsalClock } from "../../db/rehearsal-clock.ts";
import { audit } from "../../db/schema.ts";
import { startWorld, type World } from "../bot/world.ts";
import { towns } from "../domain/programmes.ts";
import { environmentOf, tentowns } from "./terminal.ts";

// A command on a rehearsal's database is done at the rehearsal's time, without being told it.

const NOW = "2026-10-07T10:00:00+08:00";
const HOUR = 3_600_000;

let world: World;
let folder: string;
beforeEach(async () => {
  world = await startWorld({ programme: towns, people: [], now: NOW });
  folder = mkdtempSync(join(tmpdir(), "tentowns-roster-"));
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Imports a roster by command; returns when the audit log says it was. */
async function importedAt(): Promise<number> {
  const file = join(folder, "people.csv");
  writeFileSync(file, "name,open_id,role,area,locale\n高秀兰,ou_qikou,town_official,qikou,zh-CN\n");
  const told = await tentowns(environmentOf(world), "roster", "import", file);
  expect(told).toMatchObject({ code: 0, err: [] });
  const rows = await world.deps.db.select({ at: audit.at }).from(audit).orderBy(audit.seq);
  return rows.at(-1)?.at ?? 0;
}

test("a roster is imported on the rehearsal's day", async () => {
  const moved = "2026-12-01T09:00:00+08:00";
  await world.moveTo(moved);
  expect((await importedAt()) - Date.parse(moved)).toBeLessThan(HOUR);
});

test("and on the real one where time is real again", async () => {
  await world.moveTo("2026-12-01T09:00:00+08:00");
  await forgetRehearsalClock(world.deps.db);
  expect(Math.abs((await importedAt()) - Date.now())).toBeLessThan(HOUR);
});
