import { describe, expect, it } from "vitest";
import { parseScheme } from "../../../src/domain/scoring/parse-scheme.ts";
import { isGroup, nodesOf } from "../../../src/domain/scoring/scheme-tree.ts";
import { scoreTable } from "../../../src/domain/scoring/score-table.ts";
import { HUMAN_FREEDOM_2016 } from "../../fixtures/human-freedom-2016.ts";
import { csvTable } from "./csv-table.ts";

// A published index of 52 countries and 43 indicators on four to five levels, with the weights of missing
// figures redistributed at every level, compared with the published results.

const leaf = (id: string) => ({ id, value: { kind: "raw", column: id } });
const mean = (id: string, ...children: Array<string | object>) => ({
  id,
  aggregate: "arithmetic",
  children: children.map((child) => (typeof child === "string" ? leaf(child) : child)),
});

/** Personal freedom: half law and safety, half the five freedoms; then the five areas of economic freedom. */
const SCHEME = {
  id: "human-freedom-2018",
  decimals: 2,
  root: mean(
    "human",
    mean(
      "personal",
      mean(
        "law_and_safety",
        "rule_of_law",
        mean(
          "safety",
          "homicide",
          mean(
            "conflict",
            "disappearances",
            "violent_conflicts",
            "organized_conflicts",
            "fatalities",
            "injuries",
          ),
          mean("women", "fgm", "missing_women", mean("inheritance", "widows", "daughters")),
        ),
      ),
      mean(
        "freedoms",
        mean("movement", "move_domestic", "move_foreign", "move_women"),
        mean("religion", "establish_religion", "harassment", "restrictions"),
        mean("associating", "association", "assembly", "parties", "professional", "sport"),
        mean(
          "expression",
          "press_killed",
          "press_jailed",
          "influence",
          "control",
          "cable",
          "newspapers",
          "internet",
        ),
        mean(
          "identity",
          "legal_gender",
          mean("parents", "marriage", "after_divorce"),
          mean("relationships", "sex_male", "sex_female"),
          "divorce",
        ),
      ),
    ),
    mean(
      "economic",
      "government",
      "legal_system",
      mean("money", "money_growth", "money_deviation", "inflation", "foreign_currency"),
      "trade",
      "regulation",
    ),
  ),
};

const parsed = parseScheme(SCHEME);
if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
const table = csvTable(HUMAN_FREEDOM_2016, parsed.scheme);
if (!table.ok) throw new Error(table.problems.join("\n"));
const { units } = scoreTable(parsed.scheme, table.table);

type Published = { country: string; personal: number; economic: number; human: number };
const published = HUMAN_FREEDOM_2016.split("\n")
  .slice(1)
  .map((line): Published => {
    const cells = line.split(",");
    const [personal = 0, economic = 0, human = 0] = cells.slice(-3).map(Number);
    return { country: cells[0] ?? "", personal, economic, human };
  });

describe("the Human Freedom Index 2018 comes out as published", () => {
  it("has more than fifty units and forty indicators in three levels and more", () => {
    const leaves = nodesOf(parsed.scheme.root).filter((node) => !isGroup(node));
    expect([units.length, leaves.length]).toEqual([52, 43]);
  });

  it.each(published)("$country: personal freedom $personal, economic $economic, together $human", (row) => {
    const unit = units.find(({ id }) => id === row.country);
    expect(unit?.nodes.personal).toBeCloseTo(row.personal, 7);
    // Economic freedom is published to two decimals, and human freedom is the mean with that rounded figure.
    expect(Math.abs((unit?.nodes.economic ?? 0) - row.economic)).toBeLessThan(0.005 + 1e-6);
    expect(Math.abs((unit?.unrounded ?? 0) - row.human)).toBeLessThan(0.0025 + 1e-6);
  });

  it("countries stand in the published order wherever the report tells them apart", () => {
    const humanOf = new Map(published.map(({ country, human }) => [country, human]));
    units.forEach((unit, i) => {
      for (const later of units.slice(i + 1))
        expect(humanOf.get(later.id) ?? 0).toBeLessThan((humanOf.get(unit.id) ?? 0) + 0.005);
    });
  });

  it("every country's points sum to its score, whatever it lacks", () => {
    for (const { id, contributions, unrounded } of units) {
      const sum = Object.values(contributions).reduce((total, points) => total + points, 0);
      expect(Math.abs(sum - (unrounded ?? 0)), id).toBeLessThan(1e-9);
    }
  });
});
