import { Marked, type MarkedToken, type Token, type TokenizerObject, type Tokens } from "marked";
import type { Block, Inline } from "./nodes.ts";
import { parseTag, tagStart } from "./parse-tag.ts";
import { plainCharacters } from "./plain-characters.ts";
import { safeLink } from "./safe-link.ts";

const bareAddress = /^https?:\/\/[^\s<>"'`，。；、）)\]】]+/;
const nothing = (): undefined => undefined;

// CommonMark with tables and hard line breaks; without HTML, references, indented code and setext headings
// (feishu-contract 3.3). Marks may touch punctuation: `**截止：**10月` is bold here, but not in CommonMark.
const tokenizer: TokenizerObject = {
  html: nothing,
  tag: nothing,
  def: nothing,
  code: nothing,
  lheading: nothing,
  reflink: nothing,
  autolink: nothing,
  emStrong(source, _masked, before) {
    const [mark = ""] = /^(?:\*\*|__|\*|_)(?=\S)/.exec(source) ?? [];
    const text = mark === "" ? undefined : betweenMarks(source, mark, before ?? "");
    if (text === undefined) return undefined;
    const type = mark.length === 2 ? "strong" : "em";
    return { type, raw: mark + text + mark, text, tokens: this.lexer.inlineTokens(text) };
  },
  del(source) {
    const [raw, text] = /^~~(?=\S)([\s\S]*?\S)~~/.exec(source) ?? [];
    if (raw === undefined || text === undefined) return undefined;
    return { type: "del", raw, text, tokens: this.lexer.inlineTokens(text) };
  },
  url(source) {
    const href = bareAddress.exec(source)?.[0].replace(/[.,;:!?]+$/, "");
    if (href === undefined) return undefined;
    const words: Tokens.Text = { type: "text", raw: href, text: href, escaped: false };
    return { type: "link", raw: href, href, title: null, text: href, tokens: [words] };
  },
};

/** The text between an opening mark and the mark that closes it; undefined if unclosed. */
function betweenMarks(source: string, mark: string, before: string): string | undefined {
  const from = mark.length;
  let close = source.indexOf(mark, from + 1);
  // `*a **b** c*`: a single mark is not closed by half of a double one.
  while (from === 1 && close > 0 && (source[close + 1] === mark || source[close - 1] === mark)) {
    close = source.indexOf(mark, close + (source[close + 1] === mark ? 2 : 1));
  }
  if (close < 0 || /\s/.test(source[close - 1] ?? " ")) return undefined;
  // An underscore inside a word (snake_case) is not a mark.
  const inWord = /\w/.test(before) || /\w/.test(source[close + from] ?? "");
  return mark[0] === "_" && inWord ? undefined : source.slice(from, close);
}

/** The parsed platform tags, by token. */
const platformNodes = new WeakMap<Token, Inline>();

const marked = new Marked({
  breaks: true,
  gfm: true,
  tokenizer,
  extensions: [
    {
      name: "platform",
      level: "inline",
      start: tagStart,
      tokenizer(source) {
        const read = parseTag(source, 0, (inner) => this.lexer.inlineTokens(inner).map(inlineOf));
        if (read === undefined) return undefined;
        const token = { type: "platform", raw: source.slice(0, read.end) };
        platformNodes.set(token, read.node);
        return token;
      },
    },
  ],
});

const isMarkeds = (token: Token): token is MarkedToken => !platformNodes.has(token);

function inlineOf(token: Token): Inline {
  if (!isMarkeds(token)) return platformNodes.get(token) ?? { kind: "text", text: token.raw };
  switch (token.type) {
    case "strong":
    case "em":
    case "del":
      return { kind: token.type, children: token.tokens.map(inlineOf) };
    case "codespan":
      return { kind: "code", text: token.text };
    case "br":
      return { kind: "break" };
    case "image":
      return { kind: "image", imageKey: token.href, alt: token.text };
    case "link":
      return linkOf(token);
    case "escape":
      return { kind: "text", text: token.text };
    default:
      return textOf(token.raw);
  }
}

function linkOf({ href, raw, tokens }: Tokens.Link): Inline {
  const safe = safeLink(href);
  return safe ? { kind: "link", href: safe, children: tokens.map(inlineOf) } : { kind: "text", text: raw };
}

function blocksOf(token: Token): Block[] {
  if (!isMarkeds(token)) return [];
  switch (token.type) {
    case "space":
      return [];
    case "heading":
      return [{ kind: "heading", level: token.depth, children: token.tokens.map(inlineOf) }];
    case "hr":
      return [{ kind: "rule" }];
    case "code":
      return [{ kind: "code", language: token.lang ?? "", text: token.text }];
    case "blockquote":
      return [{ kind: "quote", children: token.tokens.flatMap(blocksOf) }];
    case "list": {
      const items = token.items.map(itemOf);
      return [{ kind: "list", ordered: token.ordered, start: Number(token.start || 1), items }];
    }
    case "table": {
      const cell = ({ tokens }: { tokens: Token[] }) => tokens.map(inlineOf);
      const align = token.align.map((one) => one ?? "left");
      return [
        {
          kind: "table",
          align,
          header: token.header.map(cell),
          rows: token.rows.map((row) => row.map(cell)),
        },
      ];
    }
    default: {
      const children = "tokens" in token && token.tokens ? token.tokens.map(inlineOf) : [textOf(token.raw)];
      return [{ kind: "paragraph", children }];
    }
  }
}

/** The platform has no task lists: a checkbox is drawn as it was written. */
function itemOf({ tokens }: Tokens.ListItem): Block[] {
  const box = tokens.find((token) => token.type === "checkbox");
  const blocks = tokens.filter((token) => token !== box).flatMap(blocksOf);
  const [first] = blocks;
  if (box === undefined || first?.kind !== "paragraph") return blocks;
  return [{ ...first, children: [textOf(box.raw), ...first.children] }, ...blocks.slice(1)];
}

function textOf(text: string): Inline {
  return { kind: "text", text: plainCharacters(text) };
}

/**
 * Parses a card's markdown; every line break counts. Text with thousands of nested marks is returned
 * unformatted.
 */
export function parseBlocks(source: string): Block[] {
  try {
    return marked.lexer(source.replace(/<hr\s*\/?>/g, "\n\n---\n\n")).flatMap(blocksOf);
  } catch (error) {
    if (error instanceof RangeError) return [{ kind: "paragraph", children: [textOf(source)] }];
    throw error;
  }
}
