import { describe, expect, test } from "vitest";
import { problemLine } from "../../../src/domain/programme/pack-problem.ts";
import { countyOf, parsePack, townBySlug } from "../../../src/domain/programme/programme.ts";
import { scoreColumns } from "../../../src/domain/programme/score-columns.ts";
import pack from "../../fixtures/villages.json" with { type: "json" };
import { towns, villages } from "../programmes.ts";

type Pack = typeof pack;

/** The problems of the three-village pack with a change. */
function problems(change: (pack: Pack & Record<string, unknown>) => void): string[] {
  const copy = structuredClone(pack);
  change(copy);
  const parsed = parsePack(copy);
  return parsed.ok ? [] : parsed.problems.map(problemLine);
}
const first = <T>(list: T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error("empty list");
  return one;
};
const second = <T>(list: T[]): T => first(list.slice(1));
const leaf = (p: Pack, n: number) => first(p.scheme.root.children.slice(n));

test("both packs are read: thirteen towns of thirteen counties, three villages of two", () => {
  expect(problems(() => {})).toEqual([]);
  expect([towns.towns.length, towns.counties.length, towns.areas.length]).toEqual([13, 13, 6]);
  expect([villages.towns.length, villages.counties.length, villages.areas.length]).toEqual([3, 2, 2]);
  expect(towns.phases.every((phase) => phase.year === null)).toBe(true);
});

describe("a wrong pack is refused with the path and the reason", () => {
  test.each<[string, (pack: Pack & Record<string, unknown>) => void, string]>([
    [
      "a slug used twice",
      (p) => {
        second(p.towns).slug = "taoyuan";
      },
      "towns[1].slug: taoyuan is already used by towns[0]",
    ],
    [
      "a code used twice",
      (p) => {
        second(p.towns).code = "990121001";
      },
      "towns[1].code: 990121001 is already used by towns[0]",
    ],
    [
      "a county's slug used twice",
      (p) => {
        second(p.counties).slug = "heyang";
      },
      "counties[1].slug: heyang is already used by counties[0]",
    ],
    [
      "a town in a county the pack does not have",
      (p) => {
        first(p.towns).countyCode = "141124";
      },
      "towns[0].countyCode: no county has the code 141124",
    ],
    [
      "a town in a group the pack does not have",
      (p) => {
        first(p.towns).group = "mining";
      },
      "towns[0].group: no group has the id mining",
    ],
    [
      "a group used twice",
      (p) => {
        second(p.groups).id = "farming";
      },
      "groups[1].id: farming is already used by groups[0]",
    ],
    [
      "a county without a town",
      (p) => {
        for (const town of p.towns) town.countyCode = "990121";
      },
      "counties[1]: no town belongs to 青坪县",
    ],
    [
      "initials that stand for a place there is not",
      (p) => {
        Object.assign(p, { ambiguousInitials: { tl: ["桃林村"] } });
      },
      "ambiguousInitials.tl[0]: no town or county is called 桃林村",
    ],
    [
      "grades that rise",
      (p) => {
        Object.assign(p, { grades: [60, 80, 90] });
      },
      "grades: the grades must fall",
    ],
    [
      "an area named like a section every programme has",
      (p) => {
        first(p.areas).id = "investment";
      },
      "areas[0].id: investment is the name of a section of its own",
    ],
    [
      "an item used by two areas",
      (p) => {
        first(second(p.areas).items).id = "roads.1";
      },
      "areas[1].items[0].id: roads.1 is already used by areas[0].items[0]",
    ],
    [
      "a signer of a department the pack does not have",
      (p) => {
        Object.assign(p, { bulletin: { countersign: ["office", "department.moon"], signer: "county.moon" } });
      },
      "bulletin.countersign[1]: no county or department has the post department.moon",
    ],
    [
      "a figure of an item its area does not have",
      (p) => {
        const figure = { id: "km", name: "长度", nameEn: "Length", unit: { name: "公里", nameEn: "km" } };
        Object.assign(first(p.areas), {
          figures: [
            { ...figure, item: "roads.1" },
            { ...figure, item: "moon" },
          ],
        });
      },
      "areas[0].figures[1].item: the area has no item moon",
    ],
    [
      "two figures of an area with one id",
      (p) => {
        const figure = { id: "km", name: "长度", nameEn: "Length", unit: { name: "公里", nameEn: "km" } };
        Object.assign(first(p.areas), { figures: [figure, figure] });
      },
      "areas[0].figures[1].id: km is already used by areas[0].figures[0]",
    ],
    [
      "a goal of a phase no town is of",
      (p) => {
        Object.assign(first(p.phases), { reach: [{ phase: 7, stage: "building" }] });
      },
      "phases[0].reach[0].phase: no town is of phase 7",
    ],
    [
      "a phase that is there twice",
      (p) => {
        p.phases.push(first(p.phases));
      },
      "phases[1].phase: 1 is already used by phases[0]",
    ],
    [
      "a fund source used twice",
      (p) => {
        second(p.fundSources).id = "collective";
      },
      "fundSources[1].id: collective is already used by fundSources[0]",
    ],
    [
      "a slug with two underscores, which join a button's names",
      (p) => {
        first(p.towns).slug = "tao__yuan";
      },
      "towns[0].slug: a slug is lower-case letters, digits, - and single _",
    ],
    [
      "a slug in capitals",
      (p) => {
        first(p.counties).slug = "Heyang";
      },
      "counties[0].slug: a slug is lower-case letters, digits, - and single _",
    ],
    [
      "a schedule that falls",
      (p) => {
        p.schedule = [0.25, 0.75, 0.5, 1];
      },
      "schedule: shares must rise from above 0 to at most 1",
    ],
    [
      "a schedule of more than the whole year",
      (p) => {
        p.schedule = [0.25, 0.5, 0.75, 1.2];
      },
      "schedule: shares must rise from above 0 to at most 1",
    ],
    [
      "lights the wrong way round",
      (p) => {
        p.lights = { green: 0.7, yellow: 0.9 };
      },
      "lights: green must not be below yellow",
    ],
    [
      "a date for a quarter there is not",
      (p) => {
        first(p.deadline.overrides).period = "2026Q5";
      },
      "deadline.overrides[0].period: not a quarter such as 2026Q3",
    ],
    [
      "a day there is not",
      (p) => {
        first(p.deadline.overrides).due = "2026-02-30";
      },
      "deadline.overrides[0].due: Invalid ISO date",
    ],
    [
      "a photo asked for in a section there is not",
      (p) => {
        p.requiredPhotos = ["harbour"];
      },
      "requiredPhotos[0]: no section is called harbour",
    ],
    [
      "a property nobody knows",
      (p) => {
        p.mayor = "张三";
      },
      '(whole file): Unrecognized key: "mayor"',
    ],
    [
      "a property nobody knows, deep inside",
      (p) => {
        Object.assign(first(p.towns), { population: 5 });
      },
      'towns[0]: Unrecognized key: "population"',
    ],
    [
      "a scheme that reads a column no report fills",
      (p) => {
        leaf(p, 2).value.of = "gdp";
      },
      "scheme: node money: there is no column gdp",
    ],
    [
      "a scheme whose weights are all zero",
      (p) => {
        for (const child of p.scheme.root.children) child.weight = 0;
      },
      "scheme: node total: the weights of its children are all zero",
    ],
    [
      "a negative weight",
      (p) => {
        leaf(p, 0).weight = -1;
      },
      "scheme.root.children[0].weight: a weight is 0 or between 1e-9 and 1e9",
    ],
    [
      "an indicator used twice",
      (p) => {
        leaf(p, 1).id = "roads";
      },
      "scheme: node roads: the id is used more than once",
    ],
  ])("%s", (_, change, problem) => {
    expect(problems(change)).toContain(problem);
  });
  test("no towns, no areas, no fund sources", () => {
    const empty = problems((p) => Object.assign(p, { towns: [], areas: [], fundSources: [] }));
    const lists = empty.map((line) => line.split(":")[0]).filter((path) => path !== "scheme");
    expect(lists).toEqual(["towns", "areas", "fundSources"]);
  });
  test("a name that is no text, whatever it is instead", () => {
    const nameless = { slug: { toString: "" } };
    const named = problems((p) => void Object.assign(first(p.counties), nameless));
    expect(named.some((line) => line.startsWith("counties[0].slug: "))).toBe(true);
    const unnumbered = problems((p) => void Object.assign(first(p.towns), { phase: { toString: 0 } }));
    expect(unnumbered.some((line) => line.startsWith("towns[0].phase: "))).toBe(true);
  });

  test("a mistake of shape hides none of the others", () => {
    const three = problems((p) => {
      Object.assign(first(p.towns), { phase: "one" });
      second(p.towns).group = "mining";
      leaf(p, 2).value.of = "gdp";
    });
    expect(three).toEqual([
      "towns[0].phase: Invalid input: expected number, received string",
      "towns[1].group: no group has the id mining",
      "scheme: node money: there is no column gdp",
    ]);
  });
  test("every problem is named at once", () => {
    const two = problems((p) => {
      first(p.towns).group = "mining";
      p.schedule = [1, 0.5, 0.2, 0.1];
    });
    expect(two).toHaveLength(2);
  });
  test.each([[null], [[]], ["{}"], [42], [{}]])("%j is no pack", (input) => {
    const parsed = parsePack(input);
    expect(!parsed.ok && parsed.problems.length).toBeGreaterThan(0);
  });
});

test("places are found by slug, a town's county by its code", () => {
  const town = townBySlug(villages, "shimen");
  expect(town && countyOf(villages, town).slug).toBe("qingping");
  expect(townBySlug(villages, "nowhere")).toBeUndefined();
  const stray = { ...first(villages.towns), countyCode: "0" };
  expect(() => countyOf(villages, stray)).toThrow("taoyuan names an unknown county 0");
});

test("a scheme may read an area's done and due, and what every report has", () => {
  expect(scoreColumns(villages)).toEqual([
    "roads.done",
    "roads.due",
    "water.done",
    "water.due",
    "invested",
    "invested_due",
    "image_actual",
    "image_planned",
    "days_late",
    "penalty",
    "bonus",
    "deduct",
  ]);
});
