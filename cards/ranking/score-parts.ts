import type { Locale } from "../../src/domain/programme/people.ts";
import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import { fullMarks } from "../../src/domain/scoring/full-marks.ts";
import type { Scheme, SchemeNode } from "../../src/domain/scoring/scheme.ts";
import { isGroup, nodesOf } from "../../src/domain/scoring/scheme-tree.ts";
import { nodeName } from "../names.ts";
import type { RankingText } from "../text/ranking.ts";
import { roundParts } from "./points.ts";

/**
 * One part of a score. `points` add up to the score (null: not applicable), `change` to the change; `full`: points at
 * full marks; `cap`: the highest share of the target that counts, where over-fulfilment gives more.
 */
export type ScorePart = {
  id: string;
  label: string;
  points: number | null;
  full: number | null;
  cap: number | null;
  change: number | null;
};

type Compared = { row: RankedTown; previous: RankedTown | undefined; delta: number | null };

/**
 * Splits a score by indicator, in the scheme's order, rounded so that the printed parts add up exactly to the printed
 * score and change (scoring.md 3). Bonus, deductions and parts that cannot be split come last. Full marks depend on the
 * applicable indicators; they are unknown for a score under another scheme.
 */
export function scoreParts(
  { row, previous, delta }: Compared,
  scheme: Scheme | null,
  print: { decimals: number; text: RankingText; locale: Locale },
): ScorePart[] {
  const score = row.score ?? 0;
  const exact = withRest(row.contributions, score);
  const before = previous?.score != null ? withRest(previous.contributions, previous.score) : null;
  const ids = orderedIds(scheme, { ...exact, ...before });
  const points = roundParts(
    ids.map((id) => exact[id] ?? 0),
    score,
    print.decimals,
  );
  const changes =
    before && delta !== null
      ? roundParts(
          ids.map((id) => (exact[id] ?? 0) - (before[id] ?? 0)),
          delta,
          print.decimals,
        )
      : null;
  const full = scheme ? fullPoints(scheme, row.contributions) : new Map<string, number>();
  return ids.map((id, i) => ({
    id,
    label: partLabel(scheme, id, print),
    points: id in exact ? (points[i] ?? 0) : null,
    full: full.get(id) ?? null,
    cap: scheme ? capOf(scheme, id) : null,
    change: changes?.[i] ?? null,
  }));
}

/** Adds the points the parts do not explain as a part of its own; rounding of the score itself is none. */
function withRest(contributions: Record<string, number>, score: number): Record<string, number> {
  const rest = score - Object.values(contributions).reduce((sum, points) => sum + points, 0);
  return Math.abs(rest) > 0.005 ? { ...contributions, other: rest } : contributions;
}

/** The scheme's indicators, including those not applicable, then the other parts of the score. */
function orderedIds(scheme: Scheme | null, contributions: Record<string, number>): string[] {
  const known = (scheme ? nodesOf(scheme.root) : []).filter(
    (node) => node.id in contributions || (scheme && splits(scheme) && !isGroup(node) && node.weight > 0),
  );
  const ids = known.map(({ id }) => id);
  return [...ids, ...Object.keys(contributions).filter((id) => !ids.includes(id))];
}

/** Whether every point of a score belongs to exactly one indicator. */
function splits(scheme: Scheme): boolean {
  return nodesOf(scheme.root).every((node) => !isGroup(node) || node.aggregate === "arithmetic");
}

function capOf(scheme: Scheme, id: string): number | null {
  const node = nodesOf(scheme.root).find((one) => one.id === id);
  const cap = node && !isGroup(node) && node.value.kind === "ratio" ? node.value.cap : undefined;
  return cap !== undefined && cap > 1 ? cap : null;
}

/** The name of a part of a score. */
export function partLabel(
  scheme: Scheme | null,
  id: string,
  { text, locale }: { text: RankingText; locale: Locale },
): string {
  const node = scheme ? nodesOf(scheme.root).find((one) => one.id === id) : undefined;
  if (node) return nodeName(node, locale);
  if (id === "bonus" || id === "deduct" || id === "adjust" || id === "other") return text.adjust[id];
  return id;
}

/** Points of each indicator at full marks, with the weight of those not applicable redistributed. */
function fullPoints(scheme: Scheme, contributions: Record<string, number>): Map<string, number> {
  const found = new Map<string, number>();
  const applies = (node: SchemeNode): boolean =>
    isGroup(node) ? node.children.some(applies) : node.id in contributions;
  const walk = (node: SchemeNode, share: number): void => {
    if (!isGroup(node)) {
      const top = fullMarks(node.value);
      if (top !== null) found.set(node.id, share * top);
      return;
    }
    const present = node.children.filter(applies);
    const whole = present.reduce((sum, child) => sum + child.weight, 0);
    for (const child of present) if (whole > 0) walk(child, (share * child.weight) / whole);
  };
  if (splits(scheme)) walk(scheme.root, 1);
  return found;
}
