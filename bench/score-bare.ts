import { mulberry32 } from "../src/domain/scoring/mulberry32.ts";
import type { ScoreTable } from "../src/domain/scoring/table.ts";

// The bare loop the engine is measured against: the same numbers for scheme v1 alone, weights and caps written into
// it, nothing checked, nothing named, no objects.

const AREAS = ["positioning", "planning", "landscape", "appearance", "facilities", "operation"];
const WEIGHTS = [10, 3.2, 7.2, 3.6, 8, 8, 30, 20, 5, 5];
const CAPS = [1, 1, 1, 1, 1, 1, 1.1, 1];
const LEAVES = WEIGHTS.length;

/** Indicator scores, unit after unit; NaN where one does not apply. */
export type Bare = { units: number; cells: Float64Array };
export type BareQuarter = { units: number; total: Float64Array; parts: Float64Array; ranks: Int32Array };

export function bareTable({ rows }: ScoreTable): Bare {
  const columns = [
    ...AREAS.flatMap((area) => [`${area}.done`, `${area}.due`]),
    "invested",
    "invested_due",
    "image_actual",
    "image_planned",
    "days_late",
    "penalty",
  ];
  const cells = new Float64Array(rows.length * columns.length);
  rows.forEach((row, i) => {
    columns.forEach((column, c) => {
      cells[i * columns.length + c] = row.values[column] ?? Number.NaN;
    });
  });
  return { units: rows.length, cells };
}

function scores({ units, cells }: Bare): Float64Array {
  const out = new Float64Array(units * LEAVES);
  for (let i = 0; i < units; i += 1) {
    const from = i * 18;
    for (let leaf = 0; leaf < 8; leaf += 1) {
      const ratio = (cells[from + leaf * 2] ?? 0) / (cells[from + leaf * 2 + 1] ?? 0);
      out[i * LEAVES + leaf] = 100 * Math.min(Math.max(ratio, 0), CAPS[leaf] ?? 1);
    }
    const late = cells[from + 16] ?? 0;
    out[i * LEAVES + 8] = late > 5 ? 0 : Math.max(0, 100 - 10 * late);
    out[i * LEAVES + 9] = Math.max(0, 100 - (cells[from + 17] ?? 0));
  }
  return out;
}

export function bareQuarter(bare: Bare): BareQuarter {
  const { units } = bare;
  const parts = scores(bare);
  const total = new Float64Array(units);
  weigh(parts, Float64Array.from(WEIGHTS), total, parts);
  return { units, total, parts, ranks: ranks(total) };
}

/** Weighted means; with `split`, every score becomes its points. */
function weigh(own: Float64Array, weights: Float64Array, total: Float64Array, split?: Float64Array): void {
  for (let i = 0; i < total.length; i += 1) {
    let sum = 0;
    let present = 0;
    for (let leaf = 0; leaf < LEAVES; leaf += 1) {
      const score = own[i * LEAVES + leaf] ?? 0;
      if (Number.isNaN(score)) continue;
      sum += (weights[leaf] ?? 0) * score;
      present += weights[leaf] ?? 0;
    }
    total[i] = Math.round((sum / present) * 10_000) / 10_000;
    if (!split) continue;
    for (let leaf = 0; leaf < LEAVES; leaf += 1)
      split[i * LEAVES + leaf] = ((own[i * LEAVES + leaf] ?? 0) * (weights[leaf] ?? 0)) / present;
  }
}

function ranks(total: Float64Array): Int32Array {
  const sorted = total.slice().sort();
  const out = new Int32Array(total.length);
  for (let i = 0; i < total.length; i += 1) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? 0) <= (total[i] ?? 0)) low = middle + 1;
      else high = middle;
    }
    out[i] = 1 + sorted.length - low;
  }
  return out;
}

/** Differences of every part, sorted by size, and the places by progress and by gap closed. */
export function bareMoves(before: BareQuarter, after: BareQuarter): number {
  const order = new Uint8Array(LEAVES);
  const delta = new Float64Array(after.units);
  const gap = new Float64Array(after.units);
  let moved = 0;
  for (let i = 0; i < after.units; i += 1) {
    const from = i * LEAVES;
    const points = (leaf: number) =>
      Math.abs((after.parts[from + leaf] || 0) - (before.parts[from + leaf] || 0));
    for (let leaf = 0; leaf < LEAVES; leaf += 1) {
      let at = leaf;
      for (; at > 0 && points(order[at - 1] ?? 0) < points(leaf); at -= 1) order[at] = order[at - 1] ?? 0;
      order[at] = leaf;
    }
    moved += order[0] ?? 0;
    const was = before.total[i] ?? 0;
    const change = (after.total[i] ?? 0) - was;
    delta[i] = change;
    gap[i] = change / (change >= 0 ? 103 - was : was);
  }
  return moved + (ranks(delta)[0] ?? 0) + (ranks(gap)[0] ?? 0);
}

/** Weights varied by a quarter, scored, ranked, and each unit's draws sorted for its percentiles. */
export function bareBands(bare: Bare, draws: number): number {
  const own = scores(bare);
  const next = mulberry32(20260930);
  const total = new Float64Array(bare.units);
  const drawn = new Uint32Array(bare.units * draws);
  for (let draw = 0; draw < draws; draw += 1) {
    const weights = Float64Array.from(WEIGHTS, (weight) => weight * (1 + 0.25 * (2 * next() - 1)));
    weigh(own, weights, total);
    const ranked = ranks(total);
    for (let i = 0; i < bare.units; i += 1) drawn[i * draws + draw] = ranked[i] ?? 0;
  }
  let middle = 0;
  for (let i = 0; i < bare.units; i += 1)
    middle += drawn.subarray(i * draws, (i + 1) * draws).sort()[Math.floor(draws / 2)] ?? 0;
  return middle;
}
