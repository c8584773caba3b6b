import type { Group, SchemeNode } from "./scheme.ts";
import { isGroup } from "./scheme-tree.ts";

type NodeScores = ReadonlyMap<string, Float64Array>;

/**
 * Splits every unit's root score into parts: an arithmetic group divides its points among the children present (c = w s
 * / sum of the weights present, scoring.md 3); a geometric or harmonic group stays one part because it cannot be split
 * exactly. By id of the leaf or group; NaN where it does not apply. A unit's parts sum to its root score.
 */
export function splitScores(root: SchemeNode, nodes: NodeScores): Map<string, Float64Array> {
  const parts = new Map<string, Float64Array>();
  split(root, new Float64Array(scoresOf(root, nodes).length).fill(1), nodes, parts);
  return parts;
}

/** `share`: points at the root for one point of this node, by unit. */
function split(
  node: SchemeNode,
  share: Float64Array,
  nodes: NodeScores,
  parts: Map<string, Float64Array>,
): void {
  const scores = scoresOf(node, nodes);
  if (!isGroup(node) || node.aggregate !== "arithmetic") {
    parts.set(
      node.id,
      scores.map((score, i) => score * (share[i] ?? Number.NaN)),
    );
    return;
  }
  const present = presentWeight(node, nodes);
  const worth = share.map((one, i) =>
    Number.isNaN(scores[i]) ? Number.NaN : one / (present[i] ?? Number.NaN),
  );
  for (const child of node.children) {
    if (child.weight > 0)
      split(
        child,
        worth.map((one) => one * child.weight),
        nodes,
        parts,
      );
  }
}

function presentWeight(group: Group, nodes: NodeScores): Float64Array {
  const present = new Float64Array(scoresOf(group, nodes).length);
  for (const child of group.children) {
    scoresOf(child, nodes).forEach((score, i) => {
      if (!Number.isNaN(score)) present[i] = (present[i] ?? 0) + child.weight;
    });
  }
  return present;
}

function scoresOf(node: SchemeNode, nodes: NodeScores): Float64Array {
  return nodes.get(node.id) ?? new Float64Array(0);
}
