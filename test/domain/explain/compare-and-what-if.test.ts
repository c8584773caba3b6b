import { describe, expect, it } from "vitest";
import { compareTowns } from "../../../src/domain/explain/compare-towns.ts";
import { type Goal, type WhatIf, whatIf } from "../../../src/domain/explain/what-if.ts";
import { workedTable } from "../../fixtures/worked-example.ts";
import { FOUR_DECIMALS, schemeV1 } from "../scoring/scheme-v1.ts";
import { frozen, workedQ3 } from "./publications.ts";

describe("where one town stands against another", () => {
  const against = compareTowns(workedQ3, "beiwudang", "xinyi");

  it("beiwudang lacks 9.2160 against xinyi, most of it investment, and the parts sum exactly", () => {
    if (!against.ok) throw new Error(against.reason);
    expect(against.gap).toBeCloseTo(9.216, 9);
    expect(against.terms.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(against.gap, 9);
    expect(against.worse.map(({ id }) => id)).toEqual(["inv", "a6", "img"]);
    expect(against.better.map(({ id }) => id)).toEqual(["time", "a2"]);
    expect(against.level).toBe(false);
  });

  it("two towns of one score are level, part by part", () => {
    const twins = compareTowns(workedQ3, "beiwudang", "puming");
    expect(twins).toMatchObject({ ok: true, level: true, worse: [], better: [] });
  });

  it("an indicator that does not apply to one of them is marked", () => {
    const kaishan = compareTowns(workedQ3, "kaishan", "qikou");
    expect(kaishan.ok && kaishan.terms.find(({ id }) => id === "a3")?.na).toBe(true);
  });

  it("refuses what cannot be compared, naming the town", () => {
    expect(compareTowns(workedQ3, "qikou", "nowhere")).toEqual({
      ok: false,
      reason: "unknown_town",
      town: "nowhere",
    });
    expect(compareTowns(workedQ3, "qikou", "qikou")).toMatchObject({ reason: "same_town" });
    expect(compareTowns(workedQ3, "qikou", "shuangchi")).toEqual({
      ok: false,
      reason: "not_scored",
      town: "shuangchi",
    });
  });
});

function needed(town: string, goal: Goal): Extract<WhatIf, { already: false }> {
  const answer = whatIf(workedQ3, town, goal);
  if (!answer.ok || answer.already) throw new Error(JSON.stringify(answer));
  return answer;
}
const by = (answer: Extract<WhatIf, { already: false }>, figure: "investment" | "image") =>
  answer.ways.find((way) => way.by === figure);

describe("what it takes to draw level", () => {
  it("beiwudang to fourth place is kaishan: 29.8828 万元, or 0.6401 points of image progress", () => {
    const answer = needed("beiwudang", { place: 4 });
    expect(answer.target).toBe("kaishan");
    expect(Math.abs(answer.gap - 0.2134)).toBeLessThan(FOUR_DECIMALS);
    expect(Math.abs((by(answer, "investment")?.more ?? 0) - 29.8828)).toBeLessThan(FOUR_DECIMALS);
    expect(by(answer, "investment")).toMatchObject({ feasible: true, limit: null, done: 3360, due: 4200 });
    expect(by(answer, "image")?.more).toBeCloseTo((answer.gap / 20) * 60, 9);
  });

  it("beiwudang to xinyi needs 1.1072 of the schedule: above the cap, and with image progress it would do", () => {
    const answer = needed("beiwudang", { town: "xinyi" });
    expect(Math.abs((by(answer, "investment")?.needed ?? 0) - 1.1072)).toBeLessThan(FOUR_DECIMALS);
    expect(by(answer, "investment")).toMatchObject({ feasible: false, limit: "cap", cap: 1.1 });
    expect(by(answer, "investment")?.room).toBeCloseTo(9, 9);
    expect(by(answer, "image")).toMatchObject({ feasible: false, limit: "cap" });
    expect(answer.together).toBe(true);
  });

  it("beiwudang to the top cannot be reached with both", () => {
    expect(needed("beiwudang", { place: 1 })).toMatchObject({ target: "jiajiazhuang", together: false });
  });

  it("wutong to puming: 4293.3333 万元, feasible on paper", () => {
    const answer = needed("wutong", { town: "puming" });
    expect(Math.abs((by(answer, "investment")?.more ?? 0) - 4293.3333)).toBeLessThan(FOUR_DECIMALS);
    expect(by(answer, "investment")?.feasible).toBe(true);
  });

  it("place six means drawing level with the pair on five", () => {
    expect(["beiwudang", "puming"]).toContain(needed("wutong", { place: 6 }).target);
  });

  it("says so when a town is already there", () => {
    expect(whatIf(workedQ3, "qikou", { place: 3 })).toEqual({ ok: true, already: true, target: "qikou" });
    expect(whatIf(workedQ3, "qikou", { town: "xinyi" })).toMatchObject({ already: true, target: "xinyi" });
    expect(whatIf(workedQ3, "beiwudang", { town: "puming" })).toMatchObject({ already: true });
  });

  it("leaves out an indicator that a confirmed misreport sets to 0 for this town, and for no other", () => {
    const finding = { town: "beiwudang", indicator: "inv", claimed: 3360, found: 3000 };
    const found = { ...workedQ3, inputs: { ...workedQ3.inputs, misreports: [finding] } };
    const answer = whatIf(found, "beiwudang", { place: 4 });
    if (!answer.ok || answer.already) throw new Error("not needed");
    expect(answer.ways.map(({ by: figure }) => figure)).toEqual(["image"]);
    expect(answer.zeroed).toEqual(["inv"]);
    const other = whatIf(found, "puming", { place: 4 });
    expect(other).toMatchObject({ zeroed: [], ways: [{ by: "investment" }, { by: "image" }] });
  });

  it("works cannot be more than finished", () => {
    const scheme = {
      ...schemeV1,
      root: {
        ...schemeV1.root,
        children: schemeV1.root.children.map((node) =>
          node.id === "img" && "value" in node && node.value.kind === "ratio"
            ? { ...node, value: { ...node.value, cap: 3 } }
            : node,
        ),
      },
    };
    const answer = whatIf(frozen("2026Q3", scheme, workedTable(3)), "wutong", { place: 2 });
    if (!answer.ok || answer.already) throw new Error("not needed");
    expect(by(answer, "image")).toMatchObject({ feasible: false, limit: "over_100" });
  });

  it("refuses places and towns there are not", () => {
    expect(whatIf(workedQ3, "qikou", { place: 8 })).toEqual({ ok: false, reason: "no_such_place" });
    expect(whatIf(workedQ3, "qikou", { place: 0 })).toEqual({ ok: false, reason: "no_such_place" });
    expect(whatIf(workedQ3, "qikou", { town: "qikou" })).toEqual({ ok: false, reason: "same_town" });
    expect(whatIf(workedQ3, "qikou", { town: "nowhere" })).toEqual({ ok: false, reason: "unknown_town" });
    expect(whatIf(workedQ3, "nowhere", { place: 1 })).toEqual({ ok: false, reason: "unknown_town" });
    expect(whatIf(workedQ3, "shuangchi", { place: 1 })).toEqual({ ok: false, reason: "not_scored" });
    expect(whatIf(workedQ3, "qikou", { town: "shuangchi" })).toEqual({
      ok: false,
      reason: "target_not_scored",
    });
  });
});
