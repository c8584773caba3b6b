import type { Scheme } from "./scheme.ts";
import { nodesOf } from "./scheme-tree.ts";

/** Weights that differ, by node id in the scheme's order; both schemes must have the same nodes. */
export function changedWeights(
  before: Scheme,
  after: Scheme,
): Array<{ id: string; from: number; to: number }> {
  const was = new Map(nodesOf(before.root).map(({ id, weight }) => [id, weight]));
  return nodesOf(after.root).flatMap(({ id, weight }) => {
    const from = was.get(id) ?? 0;
    return from === weight ? [] : [{ id, from, to: weight }];
  });
}
