import type { Locale } from "../src/domain/programme/people.ts";
import { type Card, cardSchema } from "./card.ts";

// A group chat has one card for all, with each text in several languages: the client shows its reader's. Table cells
// and charts cannot hold languages; these contain both, or only figures.

/** A card in both languages, from one drawing in each. Throws when the two drawings differ in structure. */
export function bilingual(draw: (locale: Locale) => Card): Card {
  return cardSchema.parse(mergedValue(draw("zh-CN"), draw("en"), "card"));
}

/** Merges two drawings of a card; null when their structure differs, because the data changed in between. */
export function bilingualOf(zh: Card, en: Card): Card | null {
  try {
    return bilingual((locale) => (locale === "en" ? en : zh));
  } catch (error) {
    if (error instanceof NotAlike) return null;
    throw error;
  }
}

/** Both languages, one below the other, for a plain text message, which has one wording for all readers. */
export function inBothLanguages(say: (locale: Locale) => string): string {
  return [...new Set([say("zh-CN"), say("en")])].join("\n");
}

type Node = Record<string, unknown>;
/** Properties that have no language variants and are shown as they are. */
const WITHOUT_LANGUAGES = ["display_name", "rows", "chart_spec"];

function mergedValue(zh: unknown, en: unknown, path: string, join = false): unknown {
  if (Array.isArray(zh) && Array.isArray(en) && zh.length === en.length)
    return zh.map((one, i) => mergedValue(one, en[i], `${path}.${i}`, join));
  if (isNode(zh) && isNode(en))
    return isGrid(zh) && isGrid(en) ? mergedGrid(zh, en, path) : mergedNode(zh, en, path, join);
  if (zh === en) return zh;
  if (join && typeof zh === "string" && typeof en === "string") return both(zh, en);
  throw new NotAlike(path);
}

function mergedNode(zh: Node, en: Node, path: string, join: boolean): Node {
  if (Object.keys(zh).join() !== Object.keys(en).join()) throw new NotAlike(path);
  const { content, ...rest } = zh;
  const parts = Object.entries(rest).map(([key, value]) => {
    const shared = join || WITHOUT_LANGUAGES.includes(key);
    return [key, mergedValue(value, en[key], `${path}.${key}`, shared)];
  });
  return {
    ...Object.fromEntries(parts),
    ...("content" in zh ? { content } : {}),
    ...(content === en.content ? {} : { i18n_content: { en_us: en.content } }),
  };
}

/** One text for both languages: once where it is figures, else `1 碛口镇 / Qikou ↑3`, with what both begin and end with once. */
function both(zh: string, en: string): string {
  if (!/\p{L}/u.test(en)) return en;
  const [chinese, english] = [zh.split(" "), en.split(" ")];
  const shortest = Math.min(chinese.length, english.length);
  const differsAt = (at: number) => chinese.at(at) !== english.at(at);
  const range = Array.from({ length: shortest - 1 }, (_, i) => i);
  const start = range.find(differsAt) ?? shortest - 1;
  const end = range.slice(0, shortest - 1 - start).find((i) => differsAt(-1 - i)) ?? shortest - 1 - start;
  const own = (words: string[]) => words.slice(start, words.length - end).join(" ");
  const joined = `${own(chinese)} / ${own(english)}`;
  return [...chinese.slice(0, start), joined, ...chinese.slice(chinese.length - end)].join(" ");
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

class NotAlike extends Error {
  constructor(path: string) {
    super(`not built alike in both languages: ${path}`);
  }
}

// Buttons are laid out by the length of their text (elements.ts, `grid`): of the two layouts the one that fits both
// languages is used.

type Grid = Node & { columns: Array<Node & { elements: Node[] }> };

function isGrid(node: Node): node is Grid {
  const { tag, columns } = node;
  const areButtons = (column: unknown) =>
    isNode(column) &&
    Array.isArray(column.elements) &&
    column.elements.every((one) => isNode(one) && one.tag === "button");
  return tag === "column_set" && Array.isArray(columns) && columns.every(areButtons);
}

function mergedGrid(zh: Grid, en: Grid, path: string): Node {
  const [layout] = [zh, en].sort(byRoom);
  const buttons = mergedValue(inReadingOrder(zh), inReadingOrder(en), path);
  if (!layout || !Array.isArray(buttons)) throw new NotAlike(path);
  const { columns } = layout;
  return {
    ...layout,
    columns: columns.map((column, at) => ({
      ...column,
      elements: buttons.filter((_, i) => i % columns.length === at),
    })),
  };
}

/** Order of layouts by space needed: a flow before columns, more columns before fewer. */
function byRoom(a: Grid, b: Grid): number {
  const flows = ({ flex_mode }: Grid) => (flex_mode === "flow" ? 0 : 1);
  return flows(a) - flows(b) || a.columns.length - b.columns.length;
}

/** Left to right, then down. */
function inReadingOrder({ columns }: Grid): Node[] {
  const deepest = Math.max(...columns.map(({ elements }) => elements.length));
  return Array.from({ length: deepest }, (_, row) =>
    columns.flatMap(({ elements }) => elements.slice(row, row + 1)),
  ).flat();
}
