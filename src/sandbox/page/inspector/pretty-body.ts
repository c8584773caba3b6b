const deepest = 3;

// Platform bodies contain JSON inside JSON strings (`content`), which is parsed for display.
function unfolded(value: unknown, depth: number): unknown {
  if (typeof value === "string" && depth < deepest && /^\s*[[{]/.test(value)) {
    try {
      return unfolded(JSON.parse(value), depth + 1);
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return value.map((item) => unfolded(item, depth));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unfolded(item, depth)]));
}

/** Formats a body for display: indented JSON, with JSON strings inside it parsed; other text is unchanged. */
export function prettyBody(body: string): string {
  try {
    return JSON.stringify(unfolded(JSON.parse(body), 0), null, 2);
  } catch {
    return body;
  }
}
