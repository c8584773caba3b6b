import type { Faults, Where } from "../faults.ts";
import { type Component, labelOf } from "./component-index.ts";
import { FIELD_TAGS, type FieldValue, initialValue, readFilled } from "./field-value.ts";

export type FormFilled =
  | { kind: "values"; values: Record<string, FieldValue | null> }
  /** The client itself refuses to send the form. */
  | { kind: "stopped"; reason: "required" | "too_long"; label: string; limit: number }
  /** No real client could do this. */
  | { kind: "impossible"; error: string };

const LONGEST_INPUT = 1_000;

/**
 * The `form_value` of a submit: the values the person entered, and the initial values of the form's other
 * named fields (feishu-contract 2.2). `people`: the open_ids offered by a person picker without options.
 */
export function fillForm(
  fields: Component[],
  fill: Record<string, unknown>,
  people: string[],
  faults: Faults,
  where: Where = {},
): FormFilled {
  const named = new Map(
    fields.filter((one) => FIELD_TAGS.has(one.tag)).flatMap((one) => (one.name ? [[one.name, one]] : [])),
  );
  for (const name of Object.keys(fill)) {
    const field = named.get(name);
    if (field === undefined) {
      return {
        kind: "impossible",
        error: `the form has no field ${name}; it has ${[...named.keys()].join(", ")}`,
      };
    }
    if (field.node.disabled === true) return { kind: "impossible", error: `the field ${name} is disabled` };
  }
  const untouched = faults.take("untouched_fields", where);
  const values: Record<string, FieldValue | null> = {};
  for (const [name, field] of named) {
    const read = name in fill ? readFilled(field, fill[name], people) : undefined;
    if (read !== undefined && !read.ok) return { kind: "impossible", error: `${name}: ${read.error}` };
    const value = read === undefined ? initialValue(field) : read.value;
    const stop = stopReason(field, value);
    if (stop !== undefined) return stop;
    const sent = isEmpty(value) ? emptyValue(field, untouched) : value;
    if (sent !== undefined) values[name] = sent;
  }
  return { kind: "values", values };
}

function stopReason(field: Component, value: FieldValue | undefined): FormFilled | undefined {
  const label = labelOf(field);
  // Multi-selects are required by default (feishu-contract 3.0).
  const required = field.tag.startsWith("multi_select")
    ? field.node.required !== false
    : field.node.required === true;
  if (required && field.node.disabled !== true && isEmpty(value)) {
    return { kind: "stopped", reason: "required", label, limit: 0 };
  }
  if (field.tag !== "input" || typeof value !== "string") return undefined;
  const limit = typeof field.node.max_length === "number" ? field.node.max_length : LONGEST_INPUT;
  return [...value].length > limit ? { kind: "stopped", reason: "too_long", label, limit } : undefined;
}

function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

function emptyValue(
  field: Component,
  as: "absent" | "empty" | "null" | undefined,
): FieldValue | null | undefined {
  if (as === "null") return null;
  if (as === "absent") return undefined;
  if (as === "empty") return field.tag.startsWith("multi_") ? [] : "";
  return field.tag === "input" ? "" : undefined;
}
