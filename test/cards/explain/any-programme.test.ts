import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCard } from "../../../cards/explain/compare.ts";
import { explainCard } from "../../../cards/explain/explain.ts";
import { whatIfCard } from "../../../cards/explain/what-if.ts";
import { rankingCard } from "../../../cards/ranking/ranking.ts";
import { compareTowns } from "../../../src/domain/explain/compare-towns.ts";
import { leaguesOf } from "../../../src/domain/explain/leagues.ts";
import { whatIf } from "../../../src/domain/explain/what-if.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import { scoreTable } from "../../../src/domain/scoring/score-table.ts";
import { frozen } from "../../domain/explain/publications.ts";
import { anyScheme, anyTable } from "../../domain/scoring/random-programme.ts";
import { tenTowns } from "../office/programmes.ts";
import { expectSendable, wordsOf } from "../office/sendable.ts";
import { partsOf, sumOf } from "./explained-parts.ts";
import { explainView, viewOf } from "./views.ts";

// Random schemes: every card is valid, and printed figures add up.

const ADDS_UP = /各项得分相加正好是(-?[\d.]+?)(?:，各项变化相加正好是([+-]?[\d.]+?))?。/;

const programme: Programme = {
  ...tenTowns,
  towns: tenTowns.towns.map((town, i) => ({ ...town, slug: `t${i}` })),
};

const quarters = fc
  .tuple(anyScheme, anyTable, anyTable)
  .filter(([scheme, ...tables]) => tables.every((table) => canScore(() => scoreTable(scheme, table))))
  .filter(([, , q3]) => q3.rows.length > 0)
  .map(([scheme, q2, q3]) => ({ before: frozen("2026Q2", scheme, q2), now: frozen("2026Q3", scheme, q3) }));

function canScore(score: () => unknown): boolean {
  try {
    score();
    return true;
  } catch {
    return false;
  }
}

describe("any two quarters of any programme", () => {
  it("are explained on cards the platform takes, and every printed part adds up", () => {
    fc.assert(
      fc.property(quarters, ({ before, now }) => {
        for (const { town } of now.result.rows) {
          const view = explainView(town, { now, before, programme });
          const card = explainCard(view);
          expectSendable(card);
          if (!view.explained.ok || partsOf(card).length === 0) continue;
          const [, points = "", change] = ADDS_UP.exec(wordsOf(card)) ?? [];
          expect(sumOf(card, "points", decimalsIn(points))).toBe(points);
          if (change !== undefined)
            expect(sumOf(card, "change", decimalsIn(change))).toBe(change.replace("+", ""));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are compared and estimated on such cards too, and ranked with bands and leagues", () => {
    fc.assert(
      fc.property(quarters, fc.integer({ min: 1, max: 8 }), ({ before, now }, place) => {
        const view = viewOf(now, programme);
        expectSendable(rankingCard({ ...view, leagues: leaguesOf(now, before, programme) }));
        const [row, other] = view.ranking.rows;
        if (!row || !other) return;
        const comparison = compareTowns(now, row.town.slug, other.town.slug);
        if (comparison.ok) expectSendable(compareCard({ ...view, row, other, comparison }));
        const last = view.ranking.rows.at(-1) ?? row;
        const answer = whatIf(now, last.town.slug, { place });
        if (answer.ok) expectSendable(whatIfCard({ ...view, row: last, goal: { place }, answer }));
      }),
      { numRuns: 60 },
    );
  });
});

function decimalsIn(printed: string): number {
  return printed.split(".")[1]?.length ?? 0;
}
