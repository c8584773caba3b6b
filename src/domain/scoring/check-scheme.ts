import type { Group, Leaf, LeafValue, Scheme } from "./scheme.ts";
import { isGroup, nodesOf, schemeColumns } from "./scheme-tree.ts";
import { treeProblem } from "./tree-problem.ts";

/** Contribution names used for the adjustments, when the scheme has any. */
const RESERVED = ["bonus", "deduct"];

const REASONS = {
  twice: () => "the id is used more than once",
  reserved: () => "the id is reserved for the adjustment of that name",
  no_children: () => "a group needs children",
  no_weight: () => "the weights of its children are all zero",
  same_goalposts: (about: string) => `low and high are both ${about}`,
  logarithm: (about: string) =>
    `the logarithm of ${about} does not exist; goalposts with log must be positive`,
  same_marks: (about: string) => `satisfactory and unacceptable are both ${about}`,
  wrong_way: () => "direction -1 says smaller is better, yet satisfactory is above unacceptable",
  no_column: (about: string) => `there is no column ${about}`,
};

/** What is wrong at a node; `node` null: at the adjustments. `about`: the value or column concerned. */
export type SchemeFault = { node: string | null; kind: keyof typeof REASONS; about: string };

/**
 * Problems of a scheme a schema cannot express (scoring.md 8): cycles, repeated ids, groups without weight, goalposts
 * with an empty range, columns not in `columns`. One line for each problem, with node and reason; empty when the scheme
 * is usable.
 */
export function checkScheme(scheme: Scheme, columns?: readonly string[]): string[] {
  const tree = treeProblem(scheme);
  return tree ? [tree] : schemeFaults(scheme, columns).map(schemeFaultText);
}

/** The same for a scheme that is known to be a tree, as a parsed one is. */
export function schemeFaults(scheme: Scheme, columns?: readonly string[]): SchemeFault[] {
  const nodes = nodesOf(scheme.root);
  const ids = nodes.map(({ id }) => id);
  return [
    ...[...new Set(ids.filter((id, i) => ids.indexOf(id) < i))].map((id) => fault(id, "twice")),
    ...(scheme.adjust ? ids.filter((id) => RESERVED.includes(id)) : []).map((id) => fault(id, "reserved")),
    ...nodes.flatMap((node) => (isGroup(node) ? groupFaults(node) : leafFaults(node))),
    ...(columns ? columnFaults(scheme, columns) : []),
  ];
}

export function schemeFaultText({ node, kind, about }: SchemeFault): string {
  return `${node === null ? "adjust" : `node ${node}`}: ${REASONS[kind](about)}`;
}

function fault(node: string | null, kind: SchemeFault["kind"], about: number | string = ""): SchemeFault {
  return { node, kind, about: String(about) };
}

function groupFaults({ id, children }: Group): SchemeFault[] {
  if (children.length === 0) return [fault(id, "no_children")];
  return children.every(({ weight }) => weight === 0) ? [fault(id, "no_weight")] : [];
}

function leafFaults({ id, value }: Leaf): SchemeFault[] {
  if (value.kind === "goalposts") return goalpostFaults(id, value);
  if (value.kind === "efficacy") return efficacyFaults(id, value);
  return [];
}

function goalpostFaults(
  id: string,
  { low, high, log }: Extract<LeafValue, { kind: "goalposts" }>,
): SchemeFault[] {
  if (low === high) return [fault(id, "same_goalposts", low)];
  return log && (low <= 0 || high <= 0) ? [fault(id, "logarithm", Math.min(low, high))] : [];
}

function efficacyFaults(id: string, value: Extract<LeafValue, { kind: "efficacy" }>): SchemeFault[] {
  const { satisfactory, unacceptable, direction } = value;
  if (satisfactory === unacceptable) return [fault(id, "same_marks", satisfactory)];
  return direction === -1 && satisfactory > unacceptable ? [fault(id, "wrong_way")] : [];
}

function columnFaults(scheme: Scheme, columns: readonly string[]): SchemeFault[] {
  const known = new Set(columns);
  return schemeColumns(scheme)
    .filter((column) => !known.has(column))
    .map((column) => fault(whereRead(scheme, column), "no_column", column));
}

function whereRead(scheme: Scheme, column: string): string | null {
  const node = nodesOf(scheme.root).find((candidate) => {
    if (isGroup(candidate)) return false;
    const { value } = candidate;
    return value.kind === "ratio" ? value.of === column || value.to === column : value.column === column;
  });
  return node?.id ?? null;
}
