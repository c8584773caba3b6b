import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { latestPeriod } from "../../../db/periods.ts";
import { beat } from "../../../src/bot/heartbeat/beat.ts";
import { quarterNow } from "../../../src/bot/timetable/quarter-now.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import { type AtClient, atClient } from "../at-client.ts";
import { startWorld, type World } from "../world.ts";

// The clock jumps three months at once, as if the machine had been off since October. (A rehearsal passes
// through every day.)

const person = (openId: string, role: Role, area = ""): Person => ({
  ...{ openId, name: openId, role, area },
  locale: "zh-CN",
});
const people = [
  person("ou_office", "city_office"),
  person("ou_leader", "leader"),
  person("ou_linxian", "county_reviewer", "linxian"),
  person("ou_qikou", "town_official", "qikou"),
];

let world: World;
let official: AtClient;
let before: Map<string, number>;
const heard = () => new Map(people.map(({ openId }) => [openId, world.inbox(openId).length]));
const fresh = (openId: string) => world.inbox(openId).slice(before.get(openId) ?? 0);

beforeAll(async () => {
  world = await startWorld({ people, now: "2026-10-07T10:00:00+08:00" });
  official = atClient(world, "ou_qikou");
  await beat(world.deps);
  world.clock.moveTo(Date.parse("2026-10-12T10:00:00+08:00"));
  await beat(world.deps);
  await world.settle();
  before = heard();
  world.clock.moveTo(Date.parse("2027-01-12T10:00:00+08:00"));
  await beat(world.deps);
  await world.settle();
});
afterAll(() => world.close());

describe("a clock that jumps three months", () => {
  test("floods nobody: what a quarter of working days would have said is not said at once", () => {
    expect(before.get("ou_qikou")).toBeGreaterThan(0);
    for (const { openId } of people) {
      const said = fresh(openId).map(({ content }) => content.slice(0, 300));
      expect(said.length, `${openId}: ${said.join("\n")}`).toBeLessThanOrEqual(4);
    }
  });

  test("what can no longer be done is told to the office once", () => {
    const told = fresh("ou_office").filter(({ content }) => content.includes("没有按时进行"));
    expect(told).toHaveLength(1);
    for (const { openId } of people.slice(1))
      expect(fresh(openId).filter(({ content }) => content.includes("没有按时进行"))).toEqual([]);
  });

  test("the stages are those of the day: the old quarter is locked, the new one open without a guessed day", async () => {
    expect(await quarterNow(world.deps, "2026Q3")).toMatchObject({ stage: "locked", lock: "2026-10-29" });
    expect((await latestPeriod(world.deps.db))?.id).toBe("2026Q4");
    expect(await quarterNow(world.deps, "2026Q4")).toMatchObject({
      stage: "open",
      due: null,
      unknownYear: 2027,
    });
    const form = official.card("2026年第四季度");
    expect(form.words).toContain("截止日期暂不能确定");
  });

  test("the next beat, and the next day's, say no more than a usual day's", async () => {
    before = heard();
    await beat(world.deps);
    await world.settle();
    for (const { openId } of people) expect(fresh(openId), openId).toEqual([]);
    world.clock.moveTo(Date.parse("2027-01-13T10:00:00+08:00"));
    await beat(world.deps);
    await world.settle();
    for (const { openId } of people) expect(fresh(openId).length, openId).toBeLessThanOrEqual(2);
  });
});
