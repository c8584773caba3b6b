import type { Block, Inline } from "./nodes.ts";
import { parseBlocks } from "./read-markdown.ts";

function inlineText(nodes: readonly Inline[], name: (id: string) => string): string {
  return nodes
    .map((node) => {
      if ("children" in node) return inlineText(node.children, name);
      if ("text" in node) return node.text;
      if (node.kind === "at") return node.ids.map((id) => `@${name(id)}`).join(" ");
      if (node.kind === "person") return name(node.id);
      return node.kind === "break" ? " " : "";
    })
    .join("");
}

function blockText(block: Block, name: (id: string) => string): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return inlineText(block.children, name);
    case "list":
      return block.items
        .flat()
        .map((one) => blockText(one, name))
        .join(" ");
    case "quote":
      return block.children.map((one) => blockText(one, name)).join(" ");
    case "table":
      return [block.header, ...block.rows]
        .map((row) => row.map((cell) => inlineText(cell, name)).join(" "))
        .join(" ");
    case "code":
      return block.text;
    case "rule":
      return "";
  }
}

/** Markdown as one line of plain text; `name` returns the name for an open_id. */
export function plainMarkdown(source: string, name: (id: string) => string): string {
  return parseBlocks(source)
    .map((block) => blockText(block, name))
    .filter(Boolean)
    .join(" ");
}
