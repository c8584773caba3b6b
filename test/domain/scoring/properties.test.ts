import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deltaRanks } from "../../../src/domain/scoring/delta-ranks.ts";
import { explainChange } from "../../../src/domain/scoring/explain-change.ts";
import type { SchemeNode } from "../../../src/domain/scoring/scheme.ts";
import { type ScoreResult, scoreTable } from "../../../src/domain/scoring/score-table.ts";

import { anyScheme, anyTable, COLUMNS, column, row, schemeOf, weight } from "./random-programme.ts";

const byId = (result: ScoreResult) => new Map(result.units.map((unit) => [unit.id, unit]));
const sum = (values: number[]) => values.reduce((total, one) => total + one, 0);
/** Tolerance for rounding errors of sums as large as the figures. */
const room = (size: number) => 1e-9 * Math.max(1, Math.abs(size));
const RUNS = { numRuns: 300 };

describe("whatever the scheme and the table", () => {
  it("no number that leaves the engine is NaN or infinite", () => {
    fc.assert(
      fc.property(anyScheme, anyTable, (scheme, table) => {
        const { units } = scoreTable(scheme, table);
        expect(units).toHaveLength(table.rows.length);
        const figures = units.flatMap(({ score, unrounded, rank, nodes, contributions }) => [
          ...[score, unrounded, rank],
          ...Object.values(nodes),
          ...Object.values(contributions),
        ]);
        expect(figures.filter((figure) => figure !== null && !Number.isFinite(figure))).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });

  it("the contributions sum to the score before rounding", () => {
    fc.assert(
      fc.property(anyScheme, anyTable, (scheme, table) => {
        for (const { unrounded, contributions } of scoreTable(scheme, table).units) {
          const parts = Object.values(contributions);
          const size = Math.max(0, ...parts.map(Math.abs));
          if (unrounded === null) expect(parts).toEqual([]);
          else expect(Math.abs(sum(parts) - unrounded)).toBeLessThanOrEqual(room(size));
        }
      }),
      RUNS,
    );
  });

  it("ranks are one more than the number of better scores, so ties are symmetric", () => {
    fc.assert(
      fc.property(anyScheme, anyTable, (scheme, table) => {
        const { units } = scoreTable(scheme, table);
        const scores = units.flatMap(({ score }) => (score === null ? [] : [score]));
        for (const { score, rank } of units)
          expect(rank).toBe(score === null ? null : 1 + scores.filter((other) => other > score).length);
        expect(units.findIndex(({ rank }) => rank === null)).toBe(
          scores.length < units.length ? scores.length : -1,
        );
      }),
      RUNS,
    );
  });

  it("the order of the towns changes no score and no rank", () => {
    const shuffled = anyTable.chain((table) =>
      fc.tuple(fc.constant(table), fc.shuffledSubarray(table.rows, { minLength: table.rows.length })),
    );
    fc.assert(
      fc.property(anyScheme, shuffled, (scheme, [table, rows]) => {
        expect(byId(scoreTable(scheme, { ...table, rows }))).toEqual(byId(scoreTable(scheme, table)));
      }),
      RUNS,
    );
  });

  it("scaling all weights of the scheme changes no score and no rank", () => {
    const scaled = (one: SchemeNode, factor: number): SchemeNode =>
      "children" in one
        ? {
            ...one,
            weight: one.weight * factor,
            children: one.children.map((child) => scaled(child, factor)),
          }
        : { ...one, weight: one.weight * factor };
    fc.assert(
      fc.property(anyScheme, anyTable, fc.constantFrom(0.01, 0.5, 3, 1000), (scheme, table, factor) => {
        const children = scheme.root.children.map((child) => scaled(child, factor));
        const before = byId(scoreTable(scheme, table));
        const after = scoreTable({ ...scheme, root: { ...scheme.root, children } }, table);
        for (const { id, unrounded } of after.units) {
          const was = before.get(id)?.unrounded ?? null;
          if (was === null || unrounded === null) expect(unrounded).toBe(was);
          else expect(Math.abs(unrounded - was)).toBeLessThanOrEqual(room(was));
        }
      }),
      RUNS,
    );
  });

  it("raising one indicator's score never lowers the whole", () => {
    const rawTree = fc.letrec<{ node: object }>((tie) => ({
      node: fc.oneof(
        { depthSize: "small", maxDepth: 3 },
        fc.record({ weight, value: fc.record({ kind: fc.constant("raw"), column }) }),
        fc.record({
          weight,
          aggregate: fc.constantFrom("arithmetic", "geometric", "harmonic"),
          children: fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
        }),
      ),
    })).node;
    const root = fc.record({
      aggregate: fc.constantFrom("arithmetic", "geometric", "harmonic"),
      children: fc.array(rawTree, { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(
        root.map(schemeOf),
        row,
        column,
        fc.integer({ min: 1, max: 50 }),
        (scheme, values, name, more) => {
          const own: number | null = Object.entries(values).find(([key]) => key === name)?.[1] ?? null;
          fc.pre(own !== null);
          const score = (cellsOfRow: Record<string, number | null>) =>
            scoreTable(scheme, { columns: Object.keys(values), rows: [{ id: "t", values: cellsOfRow }] })
              .units[0]?.unrounded;
          const [before, after] = [
            score(values) ?? null,
            score({ ...values, [name]: (own ?? 0) + more }) ?? null,
          ];
          if (before === null) expect(after).toBeNull();
          else expect(after ?? 0).toBeGreaterThanOrEqual(before - room(before));
        },
      ),
      RUNS,
    );
  });

  it("a change between two quarters is split exactly", () => {
    fc.assert(
      fc.property(anyScheme, anyTable, anyTable, (scheme, q2, q3) => {
        const [before, after] = [byId(scoreTable(scheme, q2)), scoreTable(scheme, q3)];
        for (const unit of after.units) {
          const earlier = before.get(unit.id);
          const explained = earlier ? explainChange(earlier, unit) : null;
          if (!explained || !earlier) continue;
          const size = Math.max(0, ...explained.terms.map((term) => Math.abs(term.points)));
          const total = (unit.unrounded ?? 0) - (earlier.unrounded ?? 0);
          expect(explained.total).toBe(total);
          expect(Math.abs(sum(explained.terms.map((term) => term.points)) - total)).toBeLessThanOrEqual(
            room(size),
          );
        }
        for (const move of deltaRanks(scoreTable(scheme, q2), after, { max: 103 }))
          expect(move.delta === null).toBe(move.deltaRank === null);
      }),
      RUNS,
    );
  });

  it("an empty table scores to an empty list", () => {
    fc.assert(
      fc.property(anyScheme, (scheme) => {
        const empty = { columns: [...COLUMNS, "plus", "minus"], rows: [] };
        expect(scoreTable(scheme, empty)).toEqual({ scheme: "random", units: [] });
      }),
    );
  });
});

describe("the engine agrees with the same rules worked unit by unit", () => {
  it("for arithmetic trees of ratios", () => {
    const ratioTree = fc.letrec<{ node: object }>((tie) => ({
      node: fc.oneof(
        { depthSize: "small", maxDepth: 3 },
        fc.record({
          weight,
          value: fc.record({ kind: fc.constant("ratio"), of: column, to: column, cap: fc.constant(1.1) }),
        }),
        fc.record({
          weight,
          aggregate: fc.constant("arithmetic"),
          children: fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
        }),
      ),
    })).node;
    const root = fc.record({
      aggregate: fc.constant("arithmetic"),
      children: fc.array(ratioTree, { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(root.map(schemeOf), anyTable, (scheme, table) => {
        const nodes = byId(scoreTable(scheme, table));
        for (const { id, values } of table.rows) {
          const expected = byHand(scheme.root, values);
          const actual = nodes.get(id)?.nodes[scheme.root.id] ?? null;
          if (expected === null) expect(actual).toBeNull();
          else expect(actual).toBeCloseTo(expected, 9);
        }
      }),
      RUNS,
    );
  });
});

function byHand(one: SchemeNode, values: Record<string, number | null>): number | null {
  if ("children" in one) {
    const present = one.children.flatMap((child) => {
      const score = byHand(child, values);
      return score === null ? [] : [{ score, weight: child.weight }];
    });
    if (present.length === 0) return null;
    return sum(present.map(({ score, weight: w }) => score * w)) / sum(present.map(({ weight: w }) => w));
  }
  if (one.value.kind !== "ratio") throw new Error("only ratios are worked by hand");
  const [of, to] = [values[one.value.of] ?? null, values[one.value.to] ?? null];
  if (of === null || to === null || to === 0) return null;
  return 100 * Math.min(Math.max(of / to, 0), one.value.cap ?? Number.POSITIVE_INFINITY);
}
