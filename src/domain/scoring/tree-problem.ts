/** Deeper than any published index; beyond this a recursive walk could overflow. */
const MAX_DEPTH = 50;
/** Only an object with shared branches could expand to more. */
const MAX_NODES = 10_000;

/**
 * Why the tree of an unvalidated scheme cannot be walked: a cycle, more than 50 levels or more than 10,000 nodes. Null
 * when it can. Not recursive, so that a cycle cannot overflow the stack.
 */
export function treeProblem(scheme: unknown): string | null {
  const pending: Array<{ node: unknown; above: unknown[] }> = [{ node: field(scheme, "root"), above: [] }];
  let seen = 0;
  for (let step = pending.pop(); step; step = pending.pop()) {
    seen += 1;
    if (seen > MAX_NODES) return `the tree has more than ${MAX_NODES} nodes`;
    const { node, above } = step;
    const children = field(node, "children");
    if (!Array.isArray(children)) continue;
    if (above.includes(node)) return `node ${idText(node)}: it contains itself, the tree has a cycle`;
    if (above.length >= MAX_DEPTH) return `node ${idText(node)}: more than ${MAX_DEPTH} levels of groups`;
    for (const child of children) pending.push({ node: child, above: [...above, node] });
  }
  return null;
}

function idText(node: unknown): string {
  const id = field(node, "id");
  return typeof id === "string" ? id : "(no id)";
}

function field(value: unknown, key: "root" | "children" | "id"): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
