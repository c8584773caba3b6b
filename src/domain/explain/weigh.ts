import { checkScheme } from "../scoring/check-scheme.ts";
import type { Scheme, SchemeNode } from "../scoring/scheme.ts";
import { isGroup, nodesOf } from "../scoring/scheme-tree.ts";
import { scoreTable } from "../scoring/score-table.ts";
import type { Frozen } from "./frozen.ts";

/** A town's score and place under other weights. */
export type Reweighed = {
  town: string;
  rank: number | null;
  score: number | null;
  newRank: number | null;
  newScore: number | null;
  /** Places gained (positive) or lost (negative); null unless ranked under both weights. */
  moved: number | null;
};

/** The ranking under other weights, or why the weights are refused. */
export type Weighing =
  | { ok: true; rows: Reweighed[]; scheme: Scheme }
  | { ok: false; reason: "unknown_indicator" | "bad_weight" | "no_weight"; ids: string[] };

/**
 * Ranks the towns under other weights (peers.md 4): `otherWeights` by node id, among siblings; nodes not named keep
 * theirs. Rows in the order of the new ranking; nothing is adopted. Refuses ids the scheme does not have, weights other
 * than 0 or 1e-9 to 1e9, and groups left without any weight.
 */
export function weigh(now: Frozen, otherWeights: Readonly<Record<string, number>>): Weighing {
  const known = new Set(nodesOf(now.scheme.root).map(({ id }) => id));
  const unknown = Object.keys(otherWeights).filter((id) => !known.has(id));
  if (unknown.length > 0) return { ok: false, reason: "unknown_indicator", ids: unknown };
  const bad = Object.entries(otherWeights).filter(([, weight]) => !isWeight(weight));
  if (bad.length > 0) return { ok: false, reason: "bad_weight", ids: bad.map(([id]) => id) };
  const root = {
    ...now.scheme.root,
    children: now.scheme.root.children.map((n) => reweighed(n, otherWeights)),
  };
  const scheme = { ...now.scheme, root };
  if (checkScheme(scheme).length > 0) return { ok: false, reason: "no_weight", ids: emptyGroups(root) };
  const published = new Map(now.result.rows.map((row) => [row.town, row]));
  const units = now.inputs.table.rows.length === 0 ? [] : scoreTable(scheme, now.inputs.table).units;
  const rows = units.map(({ id, rank, score }): Reweighed => {
    const was = published.get(id)?.rank ?? null;
    const moved = was === null || rank === null ? null : was - rank;
    return {
      town: id,
      rank: was,
      score: published.get(id)?.score ?? null,
      newRank: rank,
      newScore: score,
      moved,
    };
  });
  return { ok: true, rows, scheme };
}

function isWeight(weight: number): boolean {
  return weight === 0 || (weight >= 1e-9 && weight <= 1e9);
}

function reweighed(node: SchemeNode, weights: Readonly<Record<string, number>>): SchemeNode {
  const weight = weights[node.id] ?? node.weight;
  return isGroup(node)
    ? { ...node, weight, children: node.children.map((child) => reweighed(child, weights)) }
    : { ...node, weight };
}

function emptyGroups(root: SchemeNode): string[] {
  return nodesOf(root)
    .filter((node) => isGroup(node) && node.children.every((child) => child.weight === 0))
    .map(({ id }) => id);
}
