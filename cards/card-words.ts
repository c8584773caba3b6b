import type { Card, CardElement, FormElement } from "./card.ts";

type Inside = Extract<CardElement, { tag: "column_set" }>["columns"][number]["elements"][number];
type Part = CardElement | FormElement | Inside;

/** A card as lines of plain text, as a reader sees it: without markup, buttons and charts. */
export function cardWords(card: Card): string {
  const { title, subtitle } = card.header;
  const lines = [
    [title.content, subtitle?.content ?? ""].filter((one) => one !== "").join(" · "),
    ...card.body.elements.flatMap(wordsIn),
  ];
  return lines.map(plain).join("\n");
}

function wordsIn(part: Part): string[] {
  switch (part.tag) {
    case "markdown":
      return [part.content];
    case "collapsible_panel":
      return [part.header.title.content, ...part.elements.flatMap(wordsIn)];
    case "form":
      return part.elements.flatMap(wordsIn);
    case "column_set":
      return part.columns.flatMap(({ elements }) => elements.flatMap(wordsIn));
    case "input":
      return [`${part.label.content} ${part.default_value ?? ""}`.trim()];
    case "img":
      return [part.alt.content];
    case "table":
      return [
        part.columns.map(({ display_name }) => display_name).join("  "),
        ...part.rows.map((row) => part.columns.map(({ name }) => cellWords(row[name])).join("  ")),
      ];
    default:
      return [];
  }
}

function cellWords(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => (isLabel(one) ? one.text : "")).join(" ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function isLabel(value: unknown): value is { text: string } {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}

function plain(markdown: string): string {
  return markdown
    .replace(/<br>/g, "\n")
    .replace(/<[^>]+>|\*\*/g, "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
