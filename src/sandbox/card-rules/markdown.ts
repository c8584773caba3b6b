import { type InlineTag, inlineParts, withoutBlocks } from "./inline-markdown.ts";
import { checkUrl } from "./links.ts";
import { checkImage, checkUser } from "./resources.ts";
import { isObject, type JsonObject, refuseEmulated, type Where } from "./where.ts";

const maxTables = 4;

/** Checks the content of a text object in every language, if its tag is a markdown dialect. */
export function checkMarkdownText(object: JsonObject, at: Where): void {
  if (object.tag !== "markdown" && object.tag !== "lark_md") return;
  for (const content of contents(object)) checkMarkdown(content, at);
}

/** The content of a text object and its translations. */
function contents(object: JsonObject): string[] {
  const translations = isObject(object.i18n_content) ? Object.values(object.i18n_content) : [];
  return [object.content, ...translations].filter((content) => typeof content === "string");
}

/** Refuses links, pictures and mentions the platform refuses inside markdown (feishu-contract 3.0, 3.3). */
export function checkMarkdown(markdown: string, at: Where): void {
  const { links, images, tags, bare } = inlineParts(markdown);
  for (const key of images) checkImage(key, at);
  for (const target of [...links, ...tags.flatMap(tagLinks)]) checkTarget(target, at);
  for (const id of tags.flatMap(mentioned)) checkUser(id, at);
  for (const [run, next] of bare.matchAll(/https?:\/\/[\w\-./?%&=#~:@+,;!$]*(\P{ASCII})?/gu)) {
    if (next) refuseEmulated(at, "bare-link", `a bare link must be followed by a space, but: ${run}`);
  }
  const tables = countTables(markdown);
  if (tables > maxTables) {
    refuseEmulated(at, "tables-in-text", `a text has at most ${maxTables} tables, but: ${tables}`);
  }
}

const linkTags = ["a", "link", "number_tag"];

function tagLinks({ name, attributes }: InlineTag): string[] {
  if (!linkTags.includes(name)) return [];
  return ["href", "url"].flatMap((attribute) => attributes.get(attribute) ?? []);
}

/** The ids in `<at id=..>` and `<at ids=..>`; "all" means everyone. */
function mentioned({ name, attributes }: InlineTag): string[] {
  if (name !== "at") return [];
  const ids = attributes.get("id") ?? attributes.get("ids");
  return (ids?.split(",") ?? []).filter((id) => id !== "all");
}

/**
 * Refuses a link target with a disallowed scheme. A target without a scheme is shown as text; `tel:` opens on
 * mobile.
 */
function checkTarget(target: string, at: Where): void {
  if (target.startsWith("$")) {
    refuseEmulated(at, "unsupported-link", `unsupported link ${target}`);
  } else if (/^[a-z][a-z0-9+.-]*:/i.test(target) && !/^tel:/i.test(target)) {
    checkUrl(target, at);
  }
}

/** The number of tables in a markdown text. */
export function countTables(markdown: string): number {
  // A table's head has a bar; most texts have none.
  if (!markdown.includes("|")) return 0;
  const lines = withoutBlocks(markdown).split("\n");
  return lines.filter((line, index) => {
    const header = lines[index - 1] ?? "";
    const rule = cells(line);
    return (
      rule.every((cell) => /^:?-+:?$/.test(cell)) &&
      header.includes("|") &&
      cells(header).length === rule.length
    );
  }).length;
}

function cells(row: string): string[] {
  const bars = row.trim();
  const inner = bars.slice(
    bars.startsWith("|") ? 1 : 0,
    bars.endsWith("|") && bars.length > 1 ? -1 : undefined,
  );
  return inner.split("|").map((cell) => cell.trim());
}
