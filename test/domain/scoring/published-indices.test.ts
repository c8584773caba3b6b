import { describe, expect, it } from "vitest";
import { parseScheme } from "../../../src/domain/scoring/parse-scheme.ts";
import { scoreTable } from "../../../src/domain/scoring/score-table.ts";
import { csvTable } from "./csv-table.ts";

// Two indices of the United Nations Development Programme, as scheme and data, with the reports' published
// figures.

function scoresOf(scheme: unknown, csv: string) {
  const parsed = parseScheme(scheme);
  if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
  const table = csvTable(csv, parsed.scheme);
  if (!table.ok) throw new Error(table.problems.join("\n"));
  return scoreTable(parsed.scheme, table.table).units;
}

/**
 * Human Development Index since 2014: logarithm, caps and a geometric mean, with an arithmetic mean inside.
 */
const HDI = {
  id: "hdi",
  decimals: 3,
  root: {
    id: "hdi",
    aggregate: "geometric",
    children: [
      { id: "health", value: { kind: "goalposts", column: "life_expectancy", low: 20, high: 85 } },
      {
        id: "education",
        aggregate: "arithmetic",
        children: [
          { id: "expected", value: { kind: "goalposts", column: "expected_schooling", low: 0, high: 18 } },
          { id: "mean", value: { kind: "goalposts", column: "mean_schooling", low: 0, high: 15 } },
        ],
      },
      { id: "income", value: { kind: "goalposts", column: "gni", low: 100, high: 75_000, log: true } },
    ],
  },
};

// Human Development Report 2015, table 1 (values of 2014), the first 24 countries.
const HDI_2014 = `id,published,life_expectancy,expected_schooling,mean_schooling,gni
Norway,0.944,81.6,17.5,12.6,64992
Australia,0.935,82.4,20.2,13.0,42261
Switzerland,0.930,83.0,15.8,12.8,56431
Denmark,0.923,80.2,18.7,12.7,44025
Netherlands,0.922,81.6,17.9,11.9,45435
Germany,0.916,80.9,16.5,13.1,43919
Ireland,0.916,80.9,18.6,12.2,39568
United States,0.915,79.1,16.5,12.9,52947
Canada,0.913,82.0,15.9,13.0,42155
New Zealand,0.913,81.8,19.2,12.5,32689
Singapore,0.912,83.0,15.4,10.6,76628
Hong Kong,0.910,84.0,15.6,11.2,53959
Liechtenstein,0.908,80.0,15.0,11.8,79851
Sweden,0.907,82.2,15.8,12.1,45636
United Kingdom,0.907,80.7,16.2,13.1,39267
Iceland,0.899,82.6,19.0,10.6,35182
Korea,0.898,81.9,16.9,11.9,33890
Israel,0.894,82.4,16.0,12.5,30676
Luxembourg,0.892,81.7,13.9,11.7,58711
Japan,0.891,83.5,15.3,11.5,36927
Belgium,0.890,80.8,16.3,11.3,41187
France,0.888,82.2,16.0,11.1,38056
Austria,0.885,81.4,15.7,10.8,43869
Finland,0.883,80.8,17.1,10.3,38695`;

/** The index until 2009: arithmetic means only, literacy is two thirds of education. */
const OLD_HDI = {
  id: "hdi-until-2009",
  decimals: 3,
  root: {
    id: "hdi",
    aggregate: "arithmetic",
    children: [
      { id: "health", value: { kind: "goalposts", column: "life_expectancy", low: 25, high: 85 } },
      {
        id: "education",
        aggregate: "arithmetic",
        children: [
          { id: "literacy", weight: 2, value: { kind: "goalposts", column: "literacy", low: 0, high: 100 } },
          {
            id: "enrolment",
            weight: 1,
            value: { kind: "goalposts", column: "enrolment", low: 0, high: 100 },
          },
        ],
      },
      { id: "income", value: { kind: "goalposts", column: "gdp", low: 100, high: 40_000, log: true } },
    ],
  },
};

function publishedOf(csv: string): Array<[string, number]> {
  return csv
    .split("\n")
    .slice(1)
    .map((line) => [line.split(",")[0] ?? "", Number(line.split(",")[1])]);
}

describe("the Human Development Index comes out as published", () => {
  const units = scoresOf(HDI, HDI_2014);
  const scoreOf = (list: typeof units, country: string) =>
    list.find(({ id }) => id === country)?.unrounded ?? 0;
  // The report computes with more decimals than it prints, so a printed figure stands for a range.
  const lowest = scoresOf(HDI, withFigures(-1));
  const highest = scoresOf(HDI, withFigures(1));

  it.each(publishedOf(HDI_2014))("%s: %d", (country, published) => {
    expect(published).toBeGreaterThanOrEqual(scoreOf(lowest, country) - 0.0005);
    expect(published).toBeLessThanOrEqual(scoreOf(highest, country) + 0.0005);
    expect(Math.abs(scoreOf(units, country) - published)).toBeLessThan(0.001);
  });

  it("seventeen of the twenty-four agree to the last printed decimal", () => {
    const same = publishedOf(HDI_2014).filter(
      ([country, published]) => units.find(({ id }) => id === country)?.score === published,
    );
    expect(same).toHaveLength(17);
  });

  it("years of schooling above 18 and incomes above 75,000 count as those", () => {
    expect(units.find(({ id }) => id === "Australia")?.nodes).toMatchObject({ expected: 1 });
    expect(units.find(({ id }) => id === "Singapore")?.nodes).toMatchObject({ income: 1 });
  });

  it("a geometric mean is not split into indicators", () => {
    for (const { contributions, unrounded } of units) expect(contributions).toEqual({ hdi: unrounded });
  });
});

/** The table with every figure half a printed unit lower or higher. */
function withFigures(sign: 1 | -1): string {
  const [header, ...lines] = HDI_2014.split("\n");
  const moved = lines.map((line) => {
    const [country, published, ...figures] = line.split(",");
    return [
      country,
      published,
      ...figures.map((figure, i) => Number(figure) + sign * (i === 3 ? 0.5 : 0.05)),
    ].join();
  });
  return [header, ...moved].join("\n");
}

// Technical note 1 of the 2006 report computes Brazil as an example, with the figures of 2004.
describe("the index until 2009 comes out as worked in its technical note", () => {
  const [brazil] = scoresOf(OLD_HDI, "id,life_expectancy,literacy,enrolment,gdp\nBrazil,70.8,88.6,85.7,8195");

  it("Brazil: health 0.764, education 0.876, income 0.735, index 0.792", () => {
    expect(brazil?.score).toBe(0.792);
    // 0.764 is computed from an unrounded life expectancy; 70.8 gives 0.763.
    expect(Math.abs((brazil?.nodes.health ?? 0) - 0.764)).toBeLessThan(0.001);
    expect(brazil?.nodes.education).toBeCloseTo(0.876, 3);
    expect(brazil?.nodes.income).toBeCloseTo(0.735, 3);
  });

  it("and splits into its indicators exactly", () => {
    const contributions = brazil?.contributions ?? {};
    expect(Object.keys(contributions)).toEqual(["health", "literacy", "enrolment", "income"]);
    const sum = Object.values(contributions).reduce((total, points) => total + points, 0);
    expect(sum).toBeCloseTo(brazil?.unrounded ?? 0, 12);
  });
});
