import type { Locale } from "../../../src/domain/programme/people.ts";
import { formatPercent } from "../../../src/domain/reading/numbers.ts";
import { ANNUAL_RULE } from "../../../src/domain/scoring/annual-score.ts";
import { roundHalfUp } from "../../../src/domain/scoring/round-half-up.ts";
import type { SettledTown } from "../../../src/domain/year/settled.ts";
import { pointsText } from "../../ranking/points.ts";
import { annualText } from "../../text/annual.ts";
import { assessmentText } from "../../text/assessment.ts";

/** A printed part of a score: its points and its share. */
type Part = { points: number; share: number };

/**
 * How a town's annual score comes about, so that anyone can recompute it from what is printed (scoring.md 2): the quarters
 * by their shares, then process and appraisal by theirs.
 */
export function scoreLines({ quarters, process, appraisal, score }: SettledTown, locale: Locale): string[] {
  const text = assessmentText(locale);
  const unscored = quarters.flatMap((points, n) =>
    points === null ? [annualText(locale).quarter(n + 1)] : [],
  );
  if (process === null) return unscored.length === 0 ? [] : [text.unscored(unscored)];
  const parts = quarters.map((points, n) => ({ points: points ?? 0, share: ANNUAL_RULE.quarters[n] ?? 0 }));
  const line = text.process(parts.map(term), printed(process)) + noteOn(parts, process, text.unrounded);
  if (appraisal === null || score === null) return [line];
  const both = [
    { points: process, share: ANNUAL_RULE.process },
    { points: appraisal, share: 1 - ANNUAL_RULE.process },
  ];
  const [first = "", second = ""] = both.map(term);
  return [line, text.year(first, second, printed(score)) + noteOn(both, score, text.unrounded)];
}

function term({ points, share }: Part): string {
  return `${printed(points)}×${formatPercent(roundHalfUp(share * 100, 1))}`;
}

function printed(points: number): string {
  return pointsText(points, 2);
}

/** The note where the printed parts add up to another last digit than the printed sum. */
function noteOn(parts: readonly Part[], sum: number, note: string): string {
  const added = parts.reduce((total, { points, share }) => total + Number(printed(points)) * share, 0);
  return printed(added) === printed(sum) ? "" : note;
}
