import type { Leaf, Scheme } from "../scoring/scheme.ts";
import { isGroup, nodesOf } from "../scoring/scheme-tree.ts";
import type { ScoredUnit, ScoreResult } from "../scoring/score-table.ts";
import type { ScoreRow } from "../scoring/table.ts";
import { whatIfDrawLevel } from "../scoring/what-if.ts";
import { type Frozen, scoredOf, unitOf } from "./frozen.ts";

/** The target: a place (1 is the top), or the place of another town. */
export type Goal = { place: number } | { town: string };

/** One figure a town can raise while everything else stays the same. */
export type Way = {
  by: "investment" | "image";
  indicator: string;
  /** Reported so far and due now: 万元 for investment, % for image progress. */
  done: number;
  due: number;
  /** To add to `done` to draw level: 万元, or percentage points. */
  more: number;
  /** The ratio that draws level, and the highest ratio that counts (null: no cap). */
  needed: number;
  cap: number | null;
  /** Points this figure can still add before its cap; null without a cap. */
  room: number | null;
  feasible: boolean;
  /** Why it is not feasible: above the cap, or above 100 % of the works. */
  limit: "cap" | "over_100" | null;
};

/** The estimate, or why there is none. */
export type WhatIf =
  | { ok: true; already: true; target: string }
  | {
      ok: true;
      already: false;
      /** The town to draw level with, and the points missing. */
      target: string;
      gap: number;
      /** Only figures that count for this town; empty when none does. */
      ways: Way[];
      /** Indicators a confirmed misreport sets to 0 this quarter, so that no figure of theirs adds anything. */
      zeroed: string[];
      /** Whether both figures at their caps together would suffice. */
      together: boolean;
    }
  | {
      ok: false;
      reason: "unknown_town" | "same_town" | "not_scored" | "target_not_scored" | "no_such_place";
    };

/** The score table's columns (see `scoreColumns`) a town can be advised to work on. */
const FIGURES = [
  { by: "investment", of: "invested" },
  { by: "image", of: "image_actual" },
] as const;

/**
 * What investment or image progress would draw level with a place or a town (scoring.md 3). An estimate: the other
 * towns stand still; light, lateness and reviews are ignored. A level score shares the place.
 */
export function whatIf(now: Frozen, town: string, goal: Goal): WhatIf {
  const scored = scoredOf(now);
  const own = unitOf(scored, town);
  const row = now.inputs.table.rows.find(({ id }) => id === town);
  if (!own) return { ok: false, reason: "unknown_town" };
  if (own.unrounded === null || own.score === null || !row) return { ok: false, reason: "not_scored" };
  const target = targetOf(scored, own, goal);
  if (typeof target === "string") return { ok: false, reason: target };
  const gap = (target.unrounded ?? 0) - own.unrounded;
  if ((target.score ?? 0) <= own.score) return { ok: true, already: true, target: target.id };
  const leaves = FIGURES.flatMap(({ by, of }) => {
    const leaf = leafOf(now.scheme, of);
    return leaf ? [{ by, leaf }] : [];
  });
  const isZeroed = ({ leaf }: { leaf: Leaf }) =>
    now.inputs.misreports?.some((found) => found.town === town && found.indicator === leaf.id) ?? false;
  const zeroed = leaves.filter(isZeroed).map(({ leaf }) => leaf.id);
  const ways = leaves.flatMap((one) => {
    if (isZeroed(one)) return [];
    const way = wayBy(one.by, one.leaf, { scheme: now.scheme, own, row, target: target.unrounded ?? 0 });
    return way ? [way] : [];
  });
  const room = ways.reduce((sum, way) => sum + (way.room ?? Number.POSITIVE_INFINITY), 0);
  return { ok: true, already: false, target: target.id, gap, ways, zeroed, together: room >= gap - 1e-9 };
}

/** To take place n, at most n - 1 other towns may be ahead, so the target is the n-th of the others. */
function targetOf(
  { units }: ScoreResult,
  own: ScoredUnit,
  goal: Goal,
): ScoredUnit | "unknown_town" | "same_town" | "target_not_scored" | "no_such_place" {
  if ("town" in goal) {
    const target = units.find(({ id }) => id === goal.town);
    if (!target) return "unknown_town";
    if (target.id === own.id) return "same_town";
    return target.unrounded === null ? "target_not_scored" : target;
  }
  const ranked = units.filter(({ unrounded }) => unrounded !== null);
  if (!Number.isInteger(goal.place) || goal.place < 1 || goal.place > ranked.length) return "no_such_place";
  if ((own.rank ?? 0) <= goal.place) return own;
  return ranked.filter(({ id }) => id !== own.id).at(goal.place - 1) ?? "no_such_place";
}

/** The indicator scored from this column; null when the scheme has none. */
export function leafOf(scheme: Scheme, of: string): Leaf | null {
  for (const node of nodesOf(scheme.root))
    if (!isGroup(node) && node.value.kind === "ratio" && node.value.of === of) return node;
  return null;
}

function wayBy(
  by: Way["by"],
  leaf: Leaf,
  { scheme, own, row, target }: { scheme: Scheme; own: ScoredUnit; row: ScoreRow; target: number },
): Way | null {
  const answer = whatIfDrawLevel(scheme, own, row, { leaf: leaf.id, target });
  if (!answer.ok || leaf.value.kind !== "ratio") return null;
  const { ratio, needed, more, gap, feasible } = answer;
  const done = row.values[leaf.value.of] ?? 0;
  const due = row.values[leaf.value.to] ?? 0;
  const cap = leaf.value.cap ?? null;
  const worth = gap / (needed - ratio);
  const over = by === "image" && done + more > 100 + 1e-9;
  const room = cap === null ? null : Math.max(0, cap - ratio) * worth;
  const limit = feasible ? (over ? "over_100" : null) : "cap";
  return { by, indicator: leaf.id, done, due, more, needed, cap, room, feasible: limit === null, limit };
}
