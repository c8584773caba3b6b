/** An HTML-like tag in a text, such as `<at id=all>`; attribute values without their quotes. */
export type InlineTag = { name: string; attributes: ReadonlyMap<string, string> };

/** Links, images and tags of a markdown text, and the text between them; code is left out. */
export type InlineParts = { links: string[]; images: string[]; tags: InlineTag[]; bare: string };

/** Parses a text in a single pass: texts may be very long, so repeated searches would be too slow. */
export function inlineParts(markdown: string): InlineParts {
  const prose = withoutSpans(withoutBlocks(markdown));
  const parts: InlineParts = { links: [], images: [], tags: [], bare: "" };
  const start = /\]\(|<(?=[a-z])/gi;
  const closed = { "](": true, "<": true };
  let position = 0;
  for (let found = start.exec(prose); found; found = start.exec(prose)) {
    const kind = found[0] === "<" ? "<" : "](";
    const end = closed[kind] ? prose.indexOf(kind === "<" ? ">" : ")", found.index) : -1;
    if (end === -1) {
      closed[kind] = false;
      continue;
    }
    const before = prose.slice(position, found.index);
    const inside = prose.slice(found.index + found[0].length, end);
    if (kind === "<") parts.tags.push(tagOf(inside));
    else (isImage(before) ? parts.images : parts.links).push(inside.trim().split(/\s/, 1)[0] ?? "");
    parts.bare += `${before} `;
    position = end + 1;
    start.lastIndex = position;
  }
  parts.bare += prose.slice(position);
  return parts;
}

function isImage(before: string): boolean {
  return before[before.lastIndexOf("[") - 1] === "!";
}

function tagOf(inside: string): InlineTag {
  const pairs = inside.matchAll(/\s([a-z_]+)\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"']*))/gi);
  const attributes = [...pairs].map(([, name = "", double, single, bare = ""]): [string, string] => [
    name.toLowerCase(),
    double ?? single ?? bare,
  ]);
  return { name: /^[a-z_]+/i.exec(inside)?.[0].toLowerCase() ?? "", attributes: new Map(attributes) };
}

/** Removes fenced code blocks; an unclosed one extends to the end. */
export function withoutBlocks(markdown: string): string {
  if (!markdown.includes("```") && !markdown.includes("~~~")) return markdown;
  let fence: string | undefined;
  const kept = markdown.split("\n").filter((line) => {
    const marks = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) {
      fence = marks;
      return marks === undefined;
    }
    if (marks?.startsWith(fence)) fence = undefined;
    return false;
  });
  return kept.join("\n");
}

/** Removes code spans: from a run of backticks to the next run of the same length. */
function withoutSpans(prose: string): string {
  const runs = [...prose.matchAll(/`+/g)];
  const closing = closingRuns(runs.map(([marks]) => marks.length));
  let kept = "";
  let position = 0;
  for (let index = 0; index < runs.length; index++) {
    const end = runs[closing[index] ?? -1];
    if (!end) continue;
    kept += prose.slice(position, runs[index]?.index);
    position = end.index + end[0].length;
    index = closing[index] ?? index;
  }
  return kept + prose.slice(position);
}

/** For each run, the index of the next run of equal length; undefined for none. */
function closingRuns(lengths: readonly number[]): (number | undefined)[] {
  const nextOfLength = new Map<number, number>();
  const closing: (number | undefined)[] = [];
  for (let index = lengths.length - 1; index >= 0; index--) {
    const length = lengths[index] ?? 0;
    closing[index] = nextOfLength.get(length);
    nextOfLength.set(length, index);
  }
  return closing;
}
