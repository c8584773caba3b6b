import { type PeriodId, quarterOf, yearOf } from "../calendar/period.ts";
import { type County, countyOf, type Programme, type Town } from "../programme/programme.ts";
import type { Publication } from "../ranking/publication.ts";
import type { YearPlan } from "../report/year-plan.ts";
import {
  ANNUAL_RULE,
  type AnnualRule,
  annualScore,
  countyScore,
  type FourQuarters,
  scoreSoFar,
} from "../scoring/annual-score.ts";
import { competitionRanks } from "../scoring/competition-ranks.ts";
import { roundHalfUp } from "../scoring/round-half-up.ts";

// The table of a year from its published quarters (scoring.md 2): provisional until all four are published
// and the towns appraised.

/** `soFar`: the published quarters by their weights; `process`: all four; `year`: with the year-end appraisal. */
export type AnnualTown = {
  town: Town;
  quarters: FourQuarters;
  appraisal: number | null;
  soFar: number | null;
  process: number | null;
  year: number | null;
  rank: number | null;
};
/** `plain`: the mean of its towns; `weighted`: weighted by year plan, null if a plan is unknown. */
export type AnnualCounty = {
  county: County;
  towns: number;
  plain: number | null;
  weighted: number | null;
  rank: number | null;
};
/**
 * `stage`: the figure that determines the places. Towns and counties in rank order, those without a score
 * last.
 */
export type AnnualTable = {
  year: number;
  stage: "so_far" | "process" | "year";
  published: PeriodId[];
  rule: AnnualRule;
  towns: AnnualTown[];
  counties: AnnualCounty[];
};

/** A town's figure at this stage of the year; null for none. */
export function standing(town: AnnualTown, stage: AnnualTable["stage"]): number | null {
  return stage === "so_far" ? town.soFar : town[stage];
}

/**
 * The year's table from the newest publication of each quarter. Appraisals count only once every town with a
 * process score has one, because scores with and without are not comparable.
 */
export function annualTable(
  programme: Programme,
  year: number,
  publications: readonly Publication[],
  plans: ReadonlyMap<string, YearPlan>,
  appraisals: ReadonlyMap<string, number> = new Map(),
): AnnualTable {
  const ofYear = publications.filter(({ period }) => yearOf(period) === year);
  const towns = programme.towns.map((town) => townYear(town, ofYear, appraisals.get(town.slug) ?? null));
  const scored = towns.filter(({ process }) => process !== null);
  const stage =
    scored.length === 0 ? "so_far" : scored.every((town) => town.year !== null) ? "year" : "process";
  const counties = programme.counties.flatMap((county): AnnualCounty[] => {
    const own = towns.filter(({ town }) => countyOf(programme, town).code === county.code);
    if (own.length === 0) return [];
    const scores = own.map((one) => ({
      score: standing(one, stage),
      plan: plans.get(one.town.slug)?.investment ?? null,
    }));
    const plain = countyScore(
      scores.map(({ score }) => ({ score, plan: 0 })),
      "plain",
    );
    const planned = scores.flatMap(({ score, plan }) => (plan === null ? [] : [{ score, plan }]));
    const weighted = planned.length === scores.length ? countyScore(planned, "plan") : null;
    return [
      {
        county,
        towns: own.length,
        plain: rounded(plain, programme),
        weighted: rounded(weighted, programme),
        rank: null,
      },
    ];
  });
  return {
    year,
    stage,
    published: ofYear.map(({ period }) => period).sort(),
    rule: ANNUAL_RULE,
    towns: ranked(
      towns.map((one) => ({
        ...one,
        soFar: rounded(one.soFar, programme),
        process: rounded(one.process, programme),
        year: rounded(one.year, programme),
      })),
      (one) => standing(one, stage),
    ),
    counties: ranked(counties, ({ plain }) => plain),
  };
}

function townYear(town: Town, publications: readonly Publication[], appraisal: number | null): AnnualTown {
  const scoreIn = (quarter: number) =>
    publications
      .find(({ period }) => quarterOf(period) === quarter)
      ?.result.rows.find((row) => row.town === town.slug)?.score ?? null;
  const quarters: FourQuarters = [scoreIn(1), scoreIn(2), scoreIn(3), scoreIn(4)];
  const counted = [1, 2, 3, 4].map((n) => publications.some(({ period }) => quarterOf(period) === n));
  return {
    town,
    quarters,
    appraisal,
    soFar: scoreSoFar(quarters, counted),
    ...annualScore(quarters, appraisal),
    rank: null,
  };
}

/**
 * Highest first, with standard competition ranking; entries without a score are last, in the given order,
 * without a rank.
 */
function ranked<T extends { rank: number | null }>(rows: T[], scoreOf: (row: T) => number | null): T[] {
  const ranks = competitionRanks(Float64Array.from(rows, (row) => scoreOf(row) ?? Number.NaN));
  return rows
    .map((row, i) => ({ ...row, rank: ranks[i] || null }))
    .sort((a, b) => (a.rank ?? rows.length + 1) - (b.rank ?? rows.length + 1));
}

function rounded(score: number | null, { scheme }: Programme): number | null {
  return score === null ? null : roundHalfUp(score, scheme.decimals);
}
