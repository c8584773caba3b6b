import type { Component } from "./component-index.ts";
import { optionsOf } from "./component-index.ts";

/** Tags of components whose value a form submits. */
export const FIELD_TAGS = new Set([
  "input",
  "select_static",
  "multi_select_static",
  "select_person",
  "multi_select_person",
  "date_picker",
  "picker_time",
  "picker_datetime",
  "checker",
  "select_img",
]);

export type FieldValue = string | string[] | boolean;
export type Read = { ok: true; value: FieldValue } | { ok: false; error: string };

const DATE_SHAPES: Record<string, RegExp> = {
  date_picker: /^\d{4}-\d\d-\d\d$/,
  picker_time: /^\d\d:\d\d$/,
  picker_datetime: /^\d{4}-\d\d-\d\d \d\d:\d\d$/,
};
const OFFSET = " +0800";

/** A field's initial value; undefined when empty. Dates include the client's UTC offset. */
export function initialValue({ tag, node }: Component): FieldValue | undefined {
  switch (tag) {
    case "input":
      return filled(node.default_value);
    case "checker":
      return node.checked === true;
    case "date_picker":
      return withOffset(filled(node.initial_date));
    case "picker_time":
      return withOffset(filled(node.initial_time));
    case "picker_datetime":
      return withOffset(filled(node.initial_datetime));
    case "multi_select_static":
    case "multi_select_person":
      return Array.isArray(node.selected_values) && node.selected_values.length > 0
        ? node.selected_values.map(String)
        : undefined;
    default:
      return filled(node.initial_option) ?? optionAt(node);
  }
}

/**
 * The value a person enters into a field, as the client would send it. `people`: the open_ids offered by a
 * person picker without options. Options are given by value or by text. Refuses values the client could not
 * produce.
 */
export function readFilled(component: Component, given: unknown, people: string[]): Read {
  const { tag } = component;
  if (tag === "checker") {
    return typeof given === "boolean"
      ? { ok: true, value: given }
      : { ok: false, error: "a checker takes true or false" };
  }
  const shape = DATE_SHAPES[tag];
  if (shape !== undefined) return readDate(given, shape);
  if (tag === "input") {
    if (typeof given !== "string") return { ok: false, error: "an input takes a string" };
    const single = component.node.input_type !== "multiline_text";
    return { ok: true, value: single ? given.replace(/\r?\n/g, " ") : given };
  }
  const isMany = tag.startsWith("multi_") || component.node.multi_select === true;
  if (!isMany)
    return typeof given === "string"
      ? chosen(component, given, people)
      : { ok: false, error: "choose one option" };
  if (!Array.isArray(given)) return { ok: false, error: "choose a list of options" };
  const values: string[] = [];
  for (const one of given) {
    const read = chosen(component, String(one), people);
    if (!read.ok) return read;
    values.push(String(read.value));
  }
  return { ok: true, value: values };
}

function readDate(given: unknown, shape: RegExp): Read {
  if (given === "") return { ok: true, value: "" };
  const plain = typeof given === "string" ? given.replace(/ \+0800$/, "") : "";
  if (!shape.test(plain))
    return { ok: false, error: `${JSON.stringify(given)} is not a date or time this picker gives` };
  return { ok: true, value: plain + OFFSET };
}

function chosen(component: Component, given: string, people: string[]): Read {
  if (given === "") return { ok: true, value: "" };
  const options = optionsOf(component.node);
  const isPerson = component.tag.endsWith("select_person");
  const values = isPerson && options.length === 0 ? people : options.map((option) => option.value);
  if (values.includes(given)) return { ok: true, value: given };
  const named = options.find((option) => option.texts.includes(given));
  if (named !== undefined) return { ok: true, value: named.value };
  return { ok: false, error: `${JSON.stringify(given)} is not among its options: ${values.join(", ")}` };
}

function optionAt(node: Record<string, unknown>): string | undefined {
  const index = Number(node.initial_index ?? 0);
  return index > 0 ? optionsOf(node)[index - 1]?.value : undefined;
}

function filled(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function withOffset(value: string | undefined): string | undefined {
  return value === undefined ? undefined : value + OFFSET;
}
