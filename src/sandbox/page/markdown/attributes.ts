const pair = /([a-zA-Z_]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** The attributes of a tag such as ` color='red' id=ou_1`; values with double, single or no quotes. */
export function parseAttributes(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of source.matchAll(pair)) {
    const name = match[1];
    if (name) found.set(name, match[2] ?? match[3] ?? match[4] ?? "");
  }
  return found;
}
