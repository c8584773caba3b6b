import type { SchemeNode } from "./scheme.ts";
import { isGroup } from "./scheme-tree.ts";
import type { ScoredUnit } from "./score-table.ts";

/**
 * An indicator's effective weight for a unit: the product of the weight shares along its path, over the children the
 * unit has. Null when the indicator is N/A for the unit, not in the tree, or under a mean that is not arithmetic.
 */
export function effectiveWeight(root: SchemeNode, nodes: ScoredUnit["nodes"], leaf: string): number | null {
  if ((nodes[root.id] ?? null) === null) return null;
  if (!isGroup(root)) return root.id === leaf ? 1 : null;
  if (root.aggregate !== "arithmetic") return null;
  const present = root.children.filter((child) => (nodes[child.id] ?? null) !== null);
  const weight = present.reduce((sum, child) => sum + child.weight, 0);
  for (const child of present) {
    const inside = effectiveWeight(child, nodes, leaf);
    if (inside !== null) return (inside * child.weight) / weight;
  }
  return null;
}
