import type { Scheme, SchemeNode } from "./scheme.ts";
import { isGroup } from "./scheme-tree.ts";
import type { ScoredUnit, ScoreResult } from "./score-table.ts";

export type ScoreAnswer = {
  scheme: string;
  units: Array<Pick<ScoredUnit, "id" | "score" | "rank" | "nodes" | "contributions">>;
};

/**
 * The result in the format of the scheme file's contract (scoring.md 8): contributions of indicators that have only
 * arithmetic means above them, and of bonus and deductions beside an arithmetic root.
 */
export function scoreAnswer(scheme: Scheme, result: ScoreResult): ScoreAnswer {
  const splits = new Set(splitLeaves(scheme.root));
  if (scheme.adjust && scheme.root.aggregate === "arithmetic") splits.add("bonus").add("deduct");
  const units = result.units.map(({ id, score, rank, nodes, contributions }) => {
    const written = Object.entries(contributions).filter(([part]) => splits.has(part));
    return { id, score, rank, nodes, contributions: Object.fromEntries(written) };
  });
  return { scheme: result.scheme, units };
}

function splitLeaves(node: SchemeNode): string[] {
  if (!isGroup(node)) return [node.id];
  return node.aggregate === "arithmetic" ? node.children.flatMap(splitLeaves) : [];
}
