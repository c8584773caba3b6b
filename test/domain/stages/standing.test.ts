import { describe, expect, test } from "vitest";
import { type ProcedureRecord, parseRecord } from "../../../src/domain/procedure/record.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { townBySlug } from "../../../src/domain/programme/programme.ts";
import { LADDER, STAGES } from "../../../src/domain/programme/stage-schema.ts";
import { boardRows, stageCounts } from "../../../src/domain/stages/board.ts";
import { stagesOf, standingOn } from "../../../src/domain/stages/history.ts";
import { forwardOf, NEXT, rankOf } from "../../../src/domain/stages/ladder.ts";
import { goalsAhead, isBehind, yearsOf } from "../../../src/domain/stages/phase-years.ts";
import { stage } from "../../../src/domain/stages/stage.ts";
import { towns } from "../programmes.ts";

// Where a town stood on a day, what lies ahead of it, and when it is behind.

const office = (openId: string): Person => ({
  openId,
  name: openId,
  role: "city_office",
  area: "",
  locale: "zh-CN",
});
const at = (actor: Person, day: string) => ({
  actor,
  now: Date.parse(`${day}T10:00:00+08:00`),
  programme: towns,
  evidence: 9,
});
const ok = (taken: ReturnType<typeof take>): ProcedureRecord => {
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
  return taken.record;
};

const typed = { town: "qikou", stage: "building", since: "2026-03-02", why: "会议纪要" };
const origin = { id: "s1", town: "qikou", period: "", ref: "" };
const entered = ok(begin(stage, origin, "enlist", typed, at(office("a"), "2026-10-12")));
const built = ok(take(stage, entered, "confirm", {}, at(office("b"), "2026-10-13")));
const paused = ok(take(stage, built, "pause", { cause: "规划调整" }, at(office("a"), "2026-11-02")));
const resumed = ok(take(stage, paused, "resume", {}, at(office("a"), "2026-12-01")));

describe("a town on a day", () => {
  test("stands where the document said, from the day it said, and not before", () => {
    expect(standingOn(built, "2026-03-01")).toBeNull();
    expect(standingOn(built, "2026-03-02")).toEqual({ stage: "building", since: "2026-03-02", side: null });
    expect(standingOn(entered, "2026-10-12")?.stage).toBe("not_started");
  });

  test("was never in a stage that is noted later than the next one began", () => {
    expect(stagesOf(built)).toEqual([{ stage: "building", since: "2026-03-02" }]);
    expect(stagesOf(entered)).toEqual([{ stage: "not_started", since: "2026-10-12" }]);
  });

  test("was paused on the days it was paused, and its stage stayed", () => {
    expect(standingOn(resumed, "2026-11-01")?.side).toBeNull();
    expect(standingOn(resumed, "2026-11-02")).toMatchObject({ stage: "building", side: "paused" });
    expect(standingOn(resumed, "2026-12-01")?.side).toBeNull();
  });
});

describe("the ladder", () => {
  test("leads forward one stage at a time, and every stage can be reached", () => {
    for (const one of LADDER.slice(1)) expect(LADDER.some((from) => forwardOf(from) === one)).toBe(true);
    for (const one of STAGES) {
      const forward = forwardOf(one);
      if (forward && one !== "left") expect(rankOf(forward)).toBe(rankOf(one) + 1);
    }
    const reachable = new Set(Object.values(NEXT).flat());
    expect(STAGES.filter((one) => !reachable.has(one))).toEqual([]);
  });
});

describe("the goals of the phases", () => {
  const qikou = townBySlug(towns, "qikou");
  const xinyi = townBySlug(towns, "xinyi");
  if (!qikou || !xinyi) throw new Error("no town");

  test("have no year until the office sets one, and nobody is behind without", () => {
    const years = yearsOf(towns, null);
    expect([...years.values()]).toEqual([null, null, null]);
    expect(goalsAhead(towns, qikou, "building", years).some((goal) => isBehind(goal, "2099-01-01"))).toBe(
      false,
    );
  });

  test("are the town's own phase's, and missed once their year is over", () => {
    const years = yearsOf(towns, { data: { years: { 1: 2026, 2: 2027, 3: 2028 } } });
    const stages = (town: typeof qikou) =>
      goalsAhead(towns, town, "building", years).map(({ stage: s, year }) => [s, year]);
    expect(stages(qikou)).toEqual([
      ["applying_province", 2026],
      ["named_province", 2028],
    ]);
    expect(stages(xinyi)).toEqual([
      ["applying_province", 2027],
      ["named_province", 2028],
    ]);
    const [first] = goalsAhead(towns, qikou, "building", years);
    expect(first && isBehind(first, "2026-12-31")).toBe(false);
    expect(first && isBehind(first, "2027-01-01")).toBe(true);
    expect(goalsAhead(towns, qikou, "left", years)).toEqual([]);
  });

  test("a board counts the towns by stage and tells what is missing only to those who may know", () => {
    const of = { towns: towns.towns, years: yearsOf(towns, null), day: "2026-10-13", today: "2026-10-13" };
    const records = [parseRecord(built)];
    const rows = boardRows(towns, records, { ...of, knows: new Set(["qikou"]) });
    expect(stageCounts(rows)).toEqual([["building", 1]]);
    const [own] = rows.filter(({ town }) => town.slug === "qikou");
    expect(own?.papers.map(({ id }) => id)).toContain("applying_province.application");
    expect(boardRows(towns, records, { ...of, knows: new Set() }).flatMap(({ papers }) => papers)).toEqual(
      [],
    );
  });
});
