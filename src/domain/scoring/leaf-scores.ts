import type { Leaf, LeafValue } from "./scheme.ts";
import type { TableColumns } from "./table-columns.ts";

// The value functions of scoring.md 8. In the engine's arrays NaN means that a unit has no value.

type Of<K extends LeafValue["kind"]> = Extract<LeafValue, { kind: K }>;

/** The scores of one indicator for every row, NaN where N/A; `na: zero` is applied already. */
export function leafScores(leaf: Leaf, columns: TableColumns): Float64Array {
  const scores = valueScores(leaf.value, columns);
  if (leaf.na === "zero")
    for (let i = 0; i < scores.length; i += 1) if (Number.isNaN(scores[i])) scores[i] = 0;
  return scores;
}

function valueScores(value: LeafValue, columns: TableColumns): Float64Array {
  if (value.kind === "ratio") return ratioScores(value, columns);
  const inputs = cellsOf(columns, value.column);
  switch (value.kind) {
    case "goalposts":
      return mapPresent(inputs, (x) => goalposts(value, x));
    case "minmax":
      return minmaxScores(value, inputs);
    case "efficacy":
      return mapPresent(inputs, (x) => efficacy(value, x));
    case "late":
      return mapPresent(inputs, (days) => late(value, days));
    case "penalty":
      return mapPresent(inputs, (x) => Math.max(0, 100 - x));
    case "raw":
      return mapPresent(inputs, (x) => (value.direction === -1 ? 0 - x : x));
  }
}

/** With nothing due the ratio is N/A, not full marks. */
function ratioScores({ of, to, cap = Number.POSITIVE_INFINITY, out }: Of<"ratio">, columns: TableColumns) {
  const due = cellsOf(columns, to);
  return cellsOf(columns, of).map((done, i) => {
    const all = due[i] ?? Number.NaN;
    return all === 0 ? Number.NaN : out * Math.min(Math.max(done / all, 0), cap);
  });
}

function goalposts({ low, high, log, clamp, out, direction }: Of<"goalposts">, x: number): number {
  const held = clamp ? Math.min(Math.max(x, Math.min(low, high)), Math.max(low, high)) : x;
  const [at, from, to] = log ? [Math.log(held), Math.log(low), Math.log(high)] : [held, low, high];
  const along = (at - from) / (to - from);
  return between(out, direction === -1 ? 1 - along : along);
}

/** Over the units that have a value; when all are equal, each gets the middle of the range. */
function minmaxScores({ out, direction }: Of<"minmax">, inputs: Float64Array): Float64Array {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const x of inputs) {
    if (x < low) low = x;
    if (x > high) high = x;
  }
  return mapPresent(inputs, (x) => {
    const along = low === high ? 0.5 : (x - low) / (high - low);
    return between(out, direction === -1 ? 1 - along : along);
  });
}

/** 功效系数法: 60 at the unacceptable value, 100 at the satisfactory one. The two values determine the direction. */
function efficacy({ satisfactory, unacceptable }: Of<"efficacy">, x: number): number {
  return ((x - unacceptable) / (satisfactory - unacceptable)) * 40 + 60;
}

/** Fewer days are always better, so `direction` -1 has no effect; early counts as on time. */
function late({ perDay, zeroAfter }: Of<"late">, days: number): number {
  return days > zeroAfter ? 0 : Math.max(0, 100 - perDay * Math.max(0, days));
}

function between([from, to]: readonly [number, number], along: number): number {
  return (1 - along) * from + along * to;
}

/** Overflowing figures become infinite, so that they are refused and not taken for N/A. */
function mapPresent(inputs: Float64Array, score: (x: number) => number): Float64Array {
  return inputs.map((x) => {
    if (Number.isNaN(x)) return x;
    const own = score(x);
    return Number.isFinite(own) ? own : Number.POSITIVE_INFINITY;
  });
}

function cellsOf(columns: TableColumns, column: string): Float64Array {
  const cells = columns.get(column);
  if (!cells) throw new Error(`column ${column} was not read`);
  return cells;
}
