import type { Group, Scheme, SchemeNode } from "./scheme.ts";

/** Whether a node is a group of other nodes. */
export function isGroup(node: SchemeNode): node is Group {
  return "children" in node;
}

/** Every node of the tree, parents before children, in file order; the root first. */
export function nodesOf(root: SchemeNode): SchemeNode[] {
  const found: SchemeNode[] = [];
  const walk = (node: SchemeNode): void => {
    found.push(node);
    if (isGroup(node)) for (const child of node.children) walk(child);
  };
  walk(root);
  return found;
}

/** The columns a leaf reads; none for a group. */
export function leafColumns(node: SchemeNode): string[] {
  if (isGroup(node)) return [];
  return node.value.kind === "ratio" ? [node.value.of, node.value.to] : [node.value.column];
}

/** Every column a scheme reads, without repetition, in file order. */
export function schemeColumns(scheme: Scheme): string[] {
  const read = nodesOf(scheme.root).flatMap(leafColumns);
  const adjust = [scheme.adjust?.bonus?.column, scheme.adjust?.deduct?.column];
  return [...new Set([...read, ...adjust.filter((column) => column !== undefined)])];
}
