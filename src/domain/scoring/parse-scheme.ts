import { checkScheme } from "./check-scheme.ts";
import { type Scheme, schemeSchema } from "./scheme.ts";

export type ParsedScheme = { ok: true; scheme: Scheme } | { ok: false; problems: string[] };

/** Parses a scheme file (scoring.md 8); an invalid one is refused, one line for each problem, with node and reason. */
export function parseScheme(input: unknown): ParsedScheme {
  const parsed = schemeSchema.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${whereText(input, issue.path)}${issue.message}`);
    return { ok: false, problems };
  }
  const problems = checkScheme(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scheme: parsed.data };
}

/** The innermost node with an id and the field inside it; the bare path where no node has one. */
function whereText(input: unknown, path: readonly PropertyKey[]): string {
  let value = input;
  let node = "";
  let inside: PropertyKey[] = [];
  for (const key of path) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
    inside.push(key);
    const id = typeof value === "object" && value !== null ? Reflect.get(value, "id") : undefined;
    if (typeof id === "string") {
      node = `node ${id}: `;
      inside = [];
    }
  }
  return inside.length > 0 ? `${node}${inside.map(String).join(".")}: ` : node;
}
