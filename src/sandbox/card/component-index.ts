import { isRecord } from "./is-record.ts";

/** One interactive component or text of a card. */
export type Component = {
  tag: string;
  node: Record<string, unknown>;
  name?: string;
  element_id?: string;
  /** Index of the form that contains it; absent outside forms. */
  form?: number;
  /** Every text by which a person may refer to it. */
  texts: string[];
};

// Properties with the bot's own data or a component's parts, which contain no components.
const LEAVES = new Set([
  "value",
  "behaviors",
  "chart_spec",
  "rows",
  "options",
  "text",
  "confirm",
  "config",
  "i18n_content",
]);

/** Every component of a card in reading order, at any depth. */
export function indexCard(card: unknown): Component[] {
  const found: Component[] = [];
  let forms = 0;
  const walk = (node: unknown, form: number | undefined): void => {
    if (Array.isArray(node)) for (const item of node) walk(item, form);
    if (!isRecord(node)) return;
    let inside = form;
    if (typeof node.tag === "string") {
      if (node.tag === "form") {
        forms += 1;
        inside = forms;
      }
      found.push(describe(node, node.tag, inside));
    }
    for (const [key, child] of Object.entries(node)) if (!LEAVES.has(key)) walk(child, inside);
  };
  walk(card, undefined);
  return found;
}

function describe(node: Record<string, unknown>, tag: string, form: number | undefined): Component {
  const component: Component = { tag, node, texts: textsOf(node, tag) };
  if (typeof node.name === "string" && node.name !== "") component.name = node.name;
  if (typeof node.element_id === "string") component.element_id = node.element_id;
  if (form !== undefined) component.form = form;
  return component;
}

function textsOf(node: Record<string, unknown>, tag: string): string[] {
  if (tag === "interactive_container") return allTexts(node.elements);
  if (tag === "overflow") return optionsOf(node).flatMap((option) => option.texts);
  return [...wordsOf(node.text), ...wordsOf(node.label), ...wordsOf(node.placeholder)];
}

function allTexts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(allTexts);
  if (!isRecord(node)) return [];
  return [...wordsOf(node), ...Object.values(node).flatMap(allTexts)];
}

// The text in all its languages.
function wordsOf(text: unknown): string[] {
  if (!isRecord(text)) return [];
  const translated = isRecord(text.i18n_content) ? Object.values(text.i18n_content) : [];
  return [text.content, ...translated].filter((word) => typeof word === "string" && word !== "").map(String);
}

/** The options of a select, overflow or picture choice, with all texts of each. */
export function optionsOf(node: Record<string, unknown>): Array<{ value: string; texts: string[] }> {
  if (!Array.isArray(node.options)) return [];
  return node.options
    .filter(isRecord)
    .map((option) => ({ value: String(option.value ?? ""), texts: wordsOf(option.text) }));
}

/** A component's label, used in messages to the person. */
export function labelOf(component: Component): string {
  const { node } = component;
  return wordsOf(node.label)[0] ?? wordsOf(node.placeholder)[0] ?? component.name ?? component.tag;
}
