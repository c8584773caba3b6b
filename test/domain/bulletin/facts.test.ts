import { describe, expect, it } from "vitest";
import { bulletinFacts } from "../../../src/domain/bulletin/gather.ts";
import { unnamedTowns } from "../../../src/domain/bulletin/whole.ts";
import { bulletinInput, cityOf } from "./city.ts";

const programme = cityOf(13);
const input = bulletinInput(programme);
const facts = bulletinFacts(input);
const last = programme.towns.at(-1)?.slug ?? "";

describe("the facts of a bulletin", () => {
  it("are those of the frozen result, town by town", () => {
    const values = new Map(input.now.inputs.table.rows.map((row) => [row.id, row.values]));
    for (const { town, rank, score, invested, due, actual } of facts.towns) {
      const row = input.now.result.rows.find((one) => one.town === town);
      expect([rank, score]).toEqual([row?.rank, row?.score]);
      const { invested: sum = null, invested_due = null, image_actual = null } = values.get(town) ?? {};
      expect([invested, due, actual]).toEqual([sum, invested_due, image_actual]);
    }
  });

  it("name who did not report apart, and who was late in working days", () => {
    expect(facts.whole).toMatchObject({ expected: 13, reported: 12, onTime: 11, missing: [last] });
    expect(facts.towns.at(-1)).toMatchObject({ town: last, rank: null });
    expect(facts.problems.filter(({ kind }) => kind === "unreported")).toEqual([
      { kind: "unreported", town: last, again: true },
    ]);
    expect(facts.problems.find(({ kind }) => kind === "late")).toMatchObject({ days: 1 });
  });

  it("sum money exactly, and shares over the towns whose plan is known", () => {
    const sum = facts.towns.reduce((all, { invested }) => all + Math.round((invested ?? 0) * 100), 0);
    expect(facts.whole.invested).toBe(sum / 100);
    expect(facts.whole.ofPlan?.towns).toBe(12);
    const without = bulletinFacts({ ...input, approved: new Map() });
    expect(without.whole.ofPlan).toBeNull();
  });

  it("say who moved and why, the furthest first, the reasons in the direction of the move", () => {
    const { up = [], down = [] } = facts.moves ?? {};
    expect(up.length + down.length).toBeGreaterThan(0);
    for (const { from, to, reasons } of up) {
      expect(to).toBeLessThan(from);
      for (const { points } of reasons) expect(points).toBeGreaterThan(0);
    }
    for (const { from, to } of down) expect(to).toBeGreaterThan(from);
    expect(bulletinFacts({ ...input, before: null }).moves).toBeNull();
  });

  it("date a problem that stays in the same words, and know the item made from it", () => {
    const areas = facts.problems.flatMap((one) => (one.kind === "area" ? [one] : []));
    const [kept, changed] = [programme.towns[1], programme.towns[3]].map((town) =>
      areas.find((one) => one.town === town?.slug),
    );
    expect(kept).toMatchObject({ since: "2026Q2", demand: { number: "2026/1" } });
    expect(changed).toMatchObject({ since: "2026Q3", demand: null });
  });

  it("list the open 督办 items, the overdue first, by a number that stays", () => {
    expect(facts.demands.map(({ number, overdue }) => [number, overdue])).toEqual([
      ["2026/2", true],
      ["2026/1", false],
    ]);
  });

  it("praise and remind by the published rule, or as a leader decided, force majeure left out", () => {
    const { praised, reminded } = facts;
    for (const town of praised) expect(facts.towns.find((one) => one.town === town)?.light).toBe("green");
    for (const town of reminded) expect(praised).not.toContain(town);
    const [exempt = ""] = reminded;
    const listed = { red: ["qikou"], black: [], exempt: [exempt] };
    const decided = bulletinFacts({ ...input, listed });
    expect(decided).toMatchObject({ praised: ["qikou"], exempt: [exempt] });
    expect(decided.reminded).not.toContain(exempt);
  });

  it("cannot be gathered for a town the pack no longer has; a new name changes no figure", () => {
    const renamed = programme.towns.map((town) => (town.slug === last ? { ...town, name: "新名镇" } : town));
    expect(unnamedTowns({ ...input, programme: { ...programme, towns: renamed } })).toEqual([]);
    expect(unnamedTowns({ ...input, programme: cityOf(12) })).toEqual([last]);
  });
});
