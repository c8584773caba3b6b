import { flagAt, isJson, type Json, jsonAt, listAt, numberAt, stringsAt, textAt } from "./json.ts";
import { type Locale, localValue } from "./locale-text.ts";

/** The value of a field: text, an option, several options, or a checker's state. */
export type FieldValue = string | boolean | readonly string[];

export type Field = {
  key: string;
  tag: string;
  element: Json;
  /** Key of the form that contains the component, if any. */
  form?: string;
  required: boolean;
  initial: FieldValue;
};

export type CardIndex = {
  keys: ReadonlyMap<Json, string>;
  fields: ReadonlyMap<string, Field>;
  /** Key of the form that contains an element (such as a button). */
  forms: ReadonlyMap<Json, string>;
};

const single = new Set([
  "input",
  "select_static",
  "select_person",
  "date_picker",
  "picker_time",
  "picker_datetime",
]);
const several = new Set(["multi_select_static", "multi_select_person"]);

/** An element's direct children, in drawing order. */
function childrenOf(element: Json): Json[] {
  const buttons = listAt(jsonAt(element, "button_area"), "buttons");
  const extra = jsonAt(element, "extra");
  const inside = [...listAt(element, "columns"), ...listAt(element, "elements"), ...buttons];
  return extra ? [...inside, extra] : inside;
}

function initialOption(element: Json): string {
  const named = textAt(element, "initial_option");
  if (named !== undefined) return named;
  const index = numberAt(element, "initial_index") ?? 0;
  return textAt(listAt(element, "options")[index - 1], "value") ?? "";
}

function initialOf(element: Json, tag: string, locale: Locale): FieldValue | undefined {
  if (several.has(tag)) return stringsAt(element, "selected_values");
  if (tag === "checker") return flagAt(element, "checked") ?? false;
  if (tag === "select_img")
    return flagAt(element, "multi_select") ? stringsAt(element, "selected_values") : "";
  if (!single.has(tag)) return undefined;
  if (tag === "input") {
    const value = localValue(element, "default_value", locale);
    return typeof value === "string" ? value : "";
  }
  if (tag === "date_picker") return textAt(element, "initial_date") ?? "";
  if (tag === "picker_time") return textAt(element, "initial_time") ?? "";
  if (tag === "picker_datetime") return textAt(element, "initial_datetime") ?? "";
  return initialOption(element);
}

/** The elements of the card's body. */
export function cardElements(card: Json): Json[] {
  return listAt(jsonAt(card, "body"), "elements");
}

/**
 * Indexes a card's components: a key for each (its `name`, otherwise its position in the card), and for
 * fields the initial value and whether they are required. Multi-selects are required by default
 * (feishu-contract 3.0).
 */
export function indexCard(card: Json, locale: Locale): CardIndex {
  const keys = new Map<Json, string>();
  const fields = new Map<string, Field>();
  const forms = new Map<Json, string>();
  const visit = (element: Json, place: string, form: string | undefined): void => {
    const tag = textAt(element, "tag") ?? "";
    const key = textAt(element, "name") || place;
    keys.set(element, key);
    if (form !== undefined) forms.set(element, form);
    const initial = initialOf(element, tag, locale);
    if (initial !== undefined) {
      const required = form !== undefined && (flagAt(element, "required") ?? several.has(tag));
      fields.set(key, { key, tag, element, required, initial, ...(form !== undefined && { form }) });
    }
    const inside = tag === "form" ? key : form;
    childrenOf(element).forEach((child, at) => {
      visit(child, `${place}.${at}`, inside);
    });
  };
  cardElements(card).forEach((element, at) => {
    visit(element, String(at), undefined);
  });
  return { keys, fields, forms };
}

/** Every text a component shows, for finding it by its visible text. */
export function shownText(element: Json, locale: Locale): string {
  for (const key of ["text", "label", "placeholder", "title"]) {
    const node = element[key];
    const value = isJson(node) ? localValue(node, "content", locale) : undefined;
    if (typeof value === "string" && value !== "") return value;
  }
  const content = localValue(element, "content", locale);
  if (typeof content === "string" && content !== "") return content;
  const parts = textAt(element, "tag") === "overflow" ? listAt(element, "options") : childrenOf(element);
  for (const child of parts) {
    const text = shownText(child, locale);
    if (text !== "") return text;
  }
  return "";
}
