import * as z from "zod";
import type { AnnualTable } from "./annual.ts";
import { GRADES, gradeOf } from "./grades.ts";

// A year's result as it is drafted, objected to and frozen: towns, and counties with their grades.

const number = z.number().nullable();
const grade = z.enum(GRADES).nullable();
const townSchema = z.object({
  town: z.string(),
  quarters: z.array(number),
  process: number,
  appraisal: number,
  score: number,
  rank: number,
  grade,
});
const countySchema = z.object({ county: z.string(), score: number, rank: number, grade });

/** In rank order, those without a score last. `hash`: SHA-256 of the rest (`settledText`). */
export const settledSchema = z.object({
  towns: z.array(townSchema),
  counties: z.array(countySchema),
  hash: z.string(),
});
export type Settled = z.infer<typeof settledSchema>;
export type SettledTown = Settled["towns"][number];
export type SettledCounty = Settled["counties"][number];

/** The result of a year's table; null until all four quarters are published and every scored town is appraised. */
export function settle(
  table: AnnualTable,
  lines: readonly [number, number, number],
): Omit<Settled, "hash"> | null {
  if (table.stage !== "year") return null;
  return {
    towns: table.towns.map(({ town, quarters, process, appraisal, year, rank }) => ({
      ...{ town: town.slug, quarters: [...quarters], process, appraisal },
      ...{ score: year, rank, grade: gradeOf(year, lines) },
    })),
    counties: table.counties.map(({ county, plain, rank }) => ({
      ...{ county: county.slug, score: plain, rank, grade: gradeOf(plain, lines) },
    })),
  };
}

/** The year's table with the scores, ranks and quarters of its settled result. */
export function asSettled(table: AnnualTable, { towns, counties }: Settled): AnnualTable {
  return {
    ...table,
    stage: "year",
    towns: towns.flatMap(({ town: slug, quarters, process, appraisal, score, rank }) => {
      const found = table.towns.find(({ town }) => town.slug === slug);
      const [q1 = null, q2 = null, q3 = null, q4 = null] = quarters;
      const own = {
        quarters: [q1, q2, q3, q4] as const,
        appraisal,
        process,
        soFar: process,
        year: score,
        rank,
      };
      return found ? [{ ...found, ...own }] : [];
    }),
    counties: counties.flatMap(({ county: slug, score, rank }) => {
      const found = table.counties.find(({ county }) => county.slug === slug);
      // The plans it was weighted by are not part of the result.
      return found ? [{ ...found, plain: score, weighted: null, rank }] : [];
    }),
  };
}

/** The text a result's hash is computed over. */
export function settledText({ towns, counties }: Omit<Settled, "hash">): string {
  return JSON.stringify([towns, counties]);
}

/** One town's part of a result, with its county's. */
export const ownResultSchema = z.object({ own: townSchema, county: countySchema.nullable() });
export type OwnResult = z.infer<typeof ownResultSchema>;
