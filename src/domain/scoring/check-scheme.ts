import type { Group, Leaf, LeafValue, Scheme } from "./scheme.ts";
import { isGroup, nodesOf, schemeColumns } from "./scheme-tree.ts";
import { treeProblem } from "./tree-problem.ts";

/** Contribution names used for the adjustments, when the scheme has any. */
const RESERVED = ["bonus", "deduct"];

/**
 * Problems of a scheme a schema cannot express (scoring.md 8): cycles, repeated ids, groups without weight, goalposts
 * with an empty range, columns not in `columns`. One line for each problem, with node and reason; empty when the scheme
 * is usable.
 */
export function checkScheme(scheme: Scheme, columns?: readonly string[]): string[] {
  const tree = treeProblem(scheme);
  if (tree) return [tree];
  const nodes = nodesOf(scheme.root);
  return [
    ...idProblems(nodes.map((node) => node.id)),
    ...(scheme.adjust ? reservedProblems(nodes.map((node) => node.id)) : []),
    ...nodes.flatMap((node) =>
      (isGroup(node) ? groupProblems(node) : leafProblems(node)).map(
        (reason) => `node ${node.id}: ${reason}`,
      ),
    ),
    ...(columns ? columnProblems(scheme, columns) : []),
  ];
}

function idProblems(ids: string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return [...twice].map((id) => `node ${id}: the id is used more than once`);
}

function reservedProblems(ids: string[]): string[] {
  return ids
    .filter((id) => RESERVED.includes(id))
    .map((id) => `node ${id}: the id is reserved for the adjustment of that name`);
}

function groupProblems(group: Group): string[] {
  if (group.children.length === 0) return ["a group needs children"];
  if (group.children.every((child) => child.weight === 0))
    return ["the weights of its children are all zero"];
  return [];
}

function leafProblems(leaf: Leaf): string[] {
  const { value } = leaf;
  if (value.kind === "goalposts") return goalpostProblems(value);
  if (value.kind === "efficacy") return efficacyProblems(value);
  return [];
}

function goalpostProblems(value: Extract<LeafValue, { kind: "goalposts" }>): string[] {
  if (value.low === value.high) return [`low and high are both ${value.low}`];
  if (value.log && (value.low <= 0 || value.high <= 0))
    return [
      `the logarithm of ${Math.min(value.low, value.high)} does not exist; goalposts with log must be positive`,
    ];
  return [];
}

function efficacyProblems(value: Extract<LeafValue, { kind: "efficacy" }>): string[] {
  if (value.satisfactory === value.unacceptable)
    return [`satisfactory and unacceptable are both ${value.satisfactory}`];
  if (value.direction === -1 && value.satisfactory > value.unacceptable)
    return ["direction -1 says smaller is better, yet satisfactory is above unacceptable"];
  return [];
}

function columnProblems(scheme: Scheme, columns: readonly string[]): string[] {
  const known = new Set(columns);
  return schemeColumns(scheme)
    .filter((column) => !known.has(column))
    .map((column) => `${whereRead(scheme, column)}: there is no column ${column}`);
}

function whereRead(scheme: Scheme, column: string): string {
  const node = nodesOf(scheme.root).find((candidate) => {
    if (isGroup(candidate)) return false;
    const { value } = candidate;
    return value.kind === "ratio" ? value.of === column || value.to === column : value.column === column;
  });
  return node ? `node ${node.id}` : "adjust";
}
