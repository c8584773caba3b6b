import { effectiveWeight } from "../scoring/effective-weight.ts";
import { roundHalfUp } from "../scoring/round-half-up.ts";
import { isGroup } from "../scoring/scheme-tree.ts";
import { whatIfDrawLevel } from "../scoring/what-if.ts";
import { type Frozen, scoredOf, unitOf } from "./frozen.ts";
import { leafOf } from "./what-if.ts";

/** `score` and `rank`: as they would be; `counted`: 万元 of what was added that still counts, less than all at the cap. */
export type WhatIfAdded =
  | { ok: true; from: { score: number; rank: number }; score: number; rank: number; counted: number }
  | { ok: false; reason: "unknown_town" | "not_scored" | "not_counted" };

/**
 * The score and place a town would have with so much more investment (万元) in a published quarter. An estimate: the
 * other towns and every other figure stand still, and an equal score shares the place (scoring.md 3).
 */
export function whatIfAdded(now: Frozen, town: string, added: number): WhatIfAdded {
  const scored = scoredOf(now);
  const own = unitOf(scored, town);
  const row = now.inputs.table.rows.find(({ id }) => id === town);
  if (!own) return { ok: false, reason: "unknown_town" };
  if (own.unrounded === null || own.score === null || own.rank === null || !row)
    return { ok: false, reason: "not_scored" };
  const leaf = leafOf(now.scheme, "invested");
  const zeroed = now.inputs.misreports?.some((one) => one.town === town && one.indicator === leaf?.id);
  if (!leaf || isGroup(leaf) || leaf.value.kind !== "ratio" || zeroed)
    return { ok: false, reason: "not_counted" };
  const level = whatIfDrawLevel(now.scheme, own, row, { leaf: leaf.id, target: own.unrounded });
  const [done, due] = [row.values[leaf.value.of] ?? 0, row.values[leaf.value.to] ?? 0];
  if (!level.ok || due <= 0) return { ok: false, reason: "not_counted" };
  const { out, cap = Number.POSITIVE_INFINITY } = leaf.value;
  const worth = (effectiveWeight(now.scheme.root, own.nodes, leaf.id) ?? 0) * out;
  const ratio = Math.min(Math.max((done + added) / due, 0), cap);
  const score = roundHalfUp(own.unrounded + (ratio - level.ratio) * worth, now.scheme.decimals);
  const ahead = scored.units.filter((one) => one.id !== town && one.score !== null && one.score > score);
  const counted = Math.max(0, Math.min(added, cap * due - done));
  return { ok: true, from: { score: own.score, rank: own.rank }, score, rank: ahead.length + 1, counted };
}
