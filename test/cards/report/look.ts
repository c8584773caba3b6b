import type { Card } from "../../../cards/card.ts";

// What a person sees and can use on a card, without its layout.

type Part = Record<string, unknown> & { tag: string };

/** Every element with a tag, in reading order. */
export function parts(card: unknown): Part[] {
  if (Array.isArray(card)) return card.flatMap(parts);
  if (typeof card !== "object" || card === null) return [];
  const inside = Object.values(card).flatMap(parts);
  return "tag" in card && typeof card.tag === "string" ? [{ ...card, tag: card.tag }, ...inside] : inside;
}

/** All texts of a card, one a line. */
export function words(card: Card): string {
  return parts(card)
    .flatMap((part) => [part.content, ...rowTexts(part)])
    .filter((text) => typeof text === "string")
    .join("\n");
}

function rowTexts(part: Part): unknown[] {
  if (part.tag !== "table" || !Array.isArray(part.rows)) return [];
  return part.rows.map((row) => Object.values(row).join(" | "));
}

/** Inputs by name, with their initial text. */
export function boxes(card: Card): Record<string, string> {
  const inputs = parts(card).filter((part) => part.tag === "input");
  return Object.fromEntries(inputs.map((part) => [String(part.name), String(part.default_value ?? "")]));
}

/** The form's values if nothing is changed: initial values of inputs and selects. */
export function untouched(card: Card): Record<string, string> {
  const selects = parts(card).filter((part) => part.tag === "select_static");
  const chosen = selects.map((part) => [String(part.name), String(part.initial_option)]);
  return { ...boxes(card), ...Object.fromEntries(chosen) };
}

/** The label of one box. */
export function label(card: Card, name: string): string {
  const box = parts(card).find((part) => part.name === name);
  const [text] = parts(box?.label);
  return String(text?.content ?? "");
}

/** Actions of buttons, by their text. */
export function buttons(card: Card): Record<string, string> {
  return Object.fromEntries(
    parts(card)
      .filter((part) => part.tag === "button")
      .map((part) => [textOf(part.text), token(part.behaviors)]),
  );
}

/** The options of one select. */
export function offered(card: Card, name: string): Array<{ text: string; value: string }> {
  const box = parts(card).find((part) => part.name === name);
  const list: unknown[] = Array.isArray(box?.options) ? box.options : [];
  return list.map((option) => {
    const value = typeof option === "object" && option !== null && "value" in option ? option.value : "";
    return { text: textOf(option), value: String(value) };
  });
}

function textOf(part: unknown): string {
  return parts(part)
    .map((p) => String(p.content ?? ""))
    .join("");
}

function token(behaviours: unknown): string {
  const match = /"action":"([^"]+)"/.exec(JSON.stringify(behaviours));
  return match?.[1] ?? "";
}
