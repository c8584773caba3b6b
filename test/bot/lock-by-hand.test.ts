import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commit } from "../../db/commit.ts";
import { findReport, saveReport } from "../../db/reports.ts";
import { quarterNow } from "../../src/bot/timetable/quarter-now.ts";
import type { Report } from "../../src/domain/report/report.ts";
import type { AtClient } from "./at-client.ts";
import { buttonsOf } from "./card-reading.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// The holidays of 2027 are unknown, so 2026Q4 has no lock day: the office locks it by hand.

const SENT = "qikou";
const RETURNED = "xinyi";
const SILENT = "puming";

let world: DemoWorld;
let office: AtClient;
const isTold = (town: string) => {
  try {
    return world.who("town_official", town).card("填报已锁定").words.includes("没有提交本季度填报");
  } catch {
    return false;
  }
};

async function stored(town: string, change: Partial<Report>): Promise<void> {
  const { db } = world.deps;
  const report = await findReport(db, "2026Q4", town);
  if (!report) throw new Error(`no report of ${town}`);
  const now = world.clock.now();
  const sent = { firstSubmittedAt: now, submittedAt: now, submittedByName: "王" };
  const next = { ...report, ...sent, ...change, revision: 2, submittedRevision: 2 };
  await commit(db, { audit: null, writes: saveReport(db, next, "test", now) }, now);
}

beforeAll(async () => {
  const towns = [SENT, RETURNED, SILENT];
  world = await startDemoWorld({ towns, now: "2027-01-12T10:00:00+08:00", open: true });
  office = world.who("city_office");
  await stored(SENT, { status: "submitted" });
  const returned = { cells: [], reason: "请核对", byName: "李", revision: 2, before: {} };
  await stored(RETURNED, { status: "returned", returned: { ...returned, at: world.clock.now() } });
});
afterAll(() => world.close());

describe("a quarter locked by hand", () => {
  test("is asked about first; then whoever has not reported is told, and nobody else", async () => {
    await office.say("谁还没报");
    const progress = office.card("报送进度");
    const lock = buttonsOf(progress.card).find(({ text }) => text === "锁定填报");
    expect(lock?.confirm).toBe(true);
    expect(JSON.stringify(progress.card)).toContain("11个单位没有报送或没有重新提交");
    const locked = await office.press(progress, "锁定填报");
    expect(locked.toast).toBe("已锁定。没有报送的单位会收到通知。");
    expect(await quarterNow(world.deps, "2026Q4")).toMatchObject({ stage: "locked" });
    expect([SILENT, SENT, RETURNED].map(isTold)).toEqual([true, false, false]);
  });

  test("is not locked twice", async () => {
    await office.say("谁还没报");
    const names = buttonsOf(office.card("报送进度").card).map(({ text }) => text);
    expect(names).not.toContain("锁定填报");
  });
});
