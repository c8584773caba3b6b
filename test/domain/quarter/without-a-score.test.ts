import { describe, expect, test } from "vitest";
import type { PeriodId } from "../../../src/domain/calendar/period.ts";
import type { Publication } from "../../../src/domain/ranking/publication.ts";
import { rankQuarter } from "../../../src/domain/ranking/ranking.ts";
import { annualTable } from "../../../src/domain/year/annual.ts";
import { workedEntrants } from "../../fixtures/worked-reports.ts";
import { towns } from "../programmes.ts";

// A town whose report was a 补报 in the second quarter and in time in the third: its second quarter counts as
// unscored.

const LATE = "qikou";
const PUNCTUAL = "xinyi";

function publication(
  period: PeriodId & ("2026Q2" | "2026Q3"),
  without: string[],
  last: Publication | null,
): Publication {
  const entrants = workedEntrants(towns, period).filter(({ report }) => !without.includes(report.town));
  const previous = last && { result: last.result, schemeId: last.scheme.id, period: last.period };
  const frozen = rankQuarter(towns, period, entrants, previous);
  return { ...frozen, period, scheme: towns.scheme, seq: 1, at: 0, by: "", hash: "" };
}
const rowOf = ({ result }: Publication, town: string) => result.rows.find((row) => row.town === town);
const second = publication("2026Q2", [LATE], null);
const third = publication("2026Q3", [], second);

describe("a quarter without a score for one town", () => {
  test("ranks the others as if it had not taken part", () => {
    expect(rowOf(second, LATE)).toMatchObject({ standing: "not_reported", score: null, rank: null });
    const ranks = second.result.rows.flatMap(({ rank }) => rank ?? []);
    expect(Math.max(...ranks)).toBeLessThanOrEqual(6);
  });
  test("leaves the next quarter's change and earlier place of that town unsaid, and only of that town", () => {
    expect(rowOf(third, LATE)).toMatchObject({ delta: null, previousRank: null });
    expect(rowOf(third, LATE)?.score).toBe(rowOf(publication("2026Q3", [], null), LATE)?.score);
    expect(rowOf(third, PUNCTUAL)?.delta).not.toBeNull();
    expect(rowOf(third, PUNCTUAL)?.previousRank).toBe(rowOf(second, PUNCTUAL)?.rank);
  });
  test("leaves that town without a year, guesses nothing, and lists it last", () => {
    const table = annualTable(towns, 2026, [second, third], new Map());
    const late = table.towns.find(({ town }) => town.slug === LATE);
    expect(late).toMatchObject({ soFar: null, process: null, rank: null });
    expect(late?.quarters.slice(0, 3)).toEqual([null, null, rowOf(third, LATE)?.score]);
    const places = table.towns.map(({ rank }) => rank);
    expect(places.indexOf(null)).toBe(places.filter((rank) => rank !== null).length);
  });
});
