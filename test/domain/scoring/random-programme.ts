import fc from "fast-check";
import { parseScheme } from "../../../src/domain/scoring/parse-scheme.ts";
import type { Scheme } from "../../../src/domain/scoring/scheme.ts";
import type { ScoreTable } from "../../../src/domain/scoring/table.ts";

// Random programmes: a tree of up to four levels with every kind of indicator, mean and policy, and a table
// for it.

export const weight = fc.oneof(
  fc.integer({ min: 1, max: 100 }),
  fc.double({ min: 0.01, max: 50, noNaN: true }),
);
export const column = fc.constantFrom("c0", "c1", "c2", "c3", "c4", "c5");
const direction = fc.constantFrom(1, -1);

const value = fc.oneof(
  fc.record({ kind: fc.constant("ratio"), of: column, to: column, cap: fc.constantFrom(1, 1.1, 2) }),
  fc.record({
    kind: fc.constant("goalposts"),
    column,
    low: fc.constantFrom(1, 20),
    high: fc.constantFrom(85, 200),
    log: fc.boolean(),
    out: fc.constant([0, 100]),
    direction,
  }),
  fc.record({ kind: fc.constant("minmax"), column, direction }),
  fc.record({
    kind: fc.constant("efficacy"),
    column,
    satisfactory: fc.constant(80),
    unacceptable: fc.constant(30),
  }),
  fc.record({ kind: fc.constant("late"), column, perDay: fc.constant(10), zeroAfter: fc.constant(5) }),
  fc.record({ kind: fc.constant("penalty"), column }),
  fc.record({ kind: fc.constant("raw"), column, direction }),
);

const { node } = fc.letrec<{ node: object; group: object; leaf: object }>((tie) => ({
  node: fc.oneof({ depthSize: "small", withCrossShrink: true, maxDepth: 3 }, tie("leaf"), tie("group")),
  leaf: fc.record({
    weight,
    value,
    na: fc.constantFrom("renormalise", "renormalise", "renormalise", "zero", "exclude"),
  }),
  group: fc.record({
    weight,
    aggregate: fc.constantFrom("arithmetic", "arithmetic", "geometric", "harmonic"),
    minShare: fc.constantFrom(0, 0, 0.6),
    children: fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
  }),
}));

/** Unique ids n0, n1, … in tree order. */
function numbered(tree: object): object {
  let next = 0;
  const walk = (one: object): object => {
    const id = `n${next++}`;
    const children: unknown = "children" in one ? one.children : undefined;
    return Array.isArray(children) ? { ...one, id, children: children.map(walk) } : { ...one, id };
  };
  return walk(tree);
}

export function schemeOf(root: object): Scheme {
  const parsed = parseScheme({
    id: "random",
    root: numbered(root),
    adjust: { bonus: { column: "plus", max: 3 }, deduct: { column: "minus" } },
  });
  if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
  return parsed.scheme;
}

const rootOf = (aggregate: fc.Arbitrary<string>) =>
  fc.record({
    aggregate,
    minShare: fc.constantFrom(0, 0.6),
    children: fc.array(node, { minLength: 1, maxLength: 5 }),
  });
export const anyScheme = rootOf(fc.constantFrom("arithmetic", "arithmetic", "geometric", "harmonic")).map(
  schemeOf,
);

export const COLUMNS = ["c0", "c1", "c2", "c3", "c4", "c5"];
const cell = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 120 }) },
  { weight: 2, arbitrary: fc.double({ min: -50, max: 1e6, noNaN: true }).map(aFigure) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const cells = fc.tuple(...COLUMNS.map(() => cell));
const points = fc.constantFrom(null, 0, 1, 2.5, 7);
export const row = fc.tuple(cells, points, points).map(([values, plus, minus]) => ({
  ...Object.fromEntries(COLUMNS.map((name, i) => [name, values[i] ?? null])),
  plus,
  minus,
}));
export const anyTable = fc.array(row, { maxLength: 8 }).map(
  (rows): ScoreTable => ({
    columns: [...COLUMNS, "plus", "minus"],
    rows: rows.map((values, i) => ({ id: `t${i}`, values })),
  }),
);

/** Doubles near the smallest exponent lose precision, and figures such as 10^-309 are not realistic. */
function aFigure(value: number): number {
  return Math.abs(value) < 1e-12 ? 0 : value;
}
