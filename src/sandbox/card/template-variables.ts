import { isRecord } from "./is-record.ts";

/** Variable types of the card builder (card variables, 2025-07). */
export const variableTypes = [
  "text",
  "integer",
  "boolean",
  "image",
  "image_array",
  "date",
  "time",
  "datetime",
  "url",
  "button_array",
  "option_array",
  "object_array",
  "object",
  "person",
  "person_array",
  "table_row_array",
  "chart",
] as const;

export type VariableType = (typeof variableTypes)[number];

/**
 * A wrong variable: 200732 has another type than the template declares, 200737 the right type in a wrong
 * form.
 */
export type VariableFault = { code: 200732 | 200737; name: string; specified: string; actual: string };

const FORMS: Partial<Record<VariableType, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^([01]\d|2[0-3]):[0-5]\d$/,
  datetime: /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/,
};

const objects = (value: unknown) => Array.isArray(value) && value.every(isRecord);
const isText = (value: unknown) => typeof value === "string";
const isWhole = (value: unknown) =>
  Number.isInteger(value) || (typeof value === "string" && /^-?\d+$/.test(value));
const isImage = (value: unknown) => isRecord(value) && isText(value.img_key);
const isPerson = (value: unknown) => isText(value) || (isRecord(value) && isText(value.id));
const listOf = (one: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(one);

const ACCEPTS: Record<VariableType, (value: unknown) => boolean> = {
  text: isText,
  integer: isWhole,
  boolean: (value) => typeof value === "boolean",
  image: isImage,
  image_array: listOf(isImage),
  date: isText,
  time: isText,
  datetime: isText,
  url: isRecord,
  button_array: objects,
  option_array: objects,
  object_array: objects,
  object: isRecord,
  person: isPerson,
  person_array: listOf(isPerson),
  table_row_array: objects,
  chart: isRecord,
};

/** The first given variable that does not match the template's declaration; undeclared names are ignored. */
export function variableFault(
  types: Readonly<Record<string, VariableType>>,
  values: Record<string, unknown>,
): VariableFault | undefined {
  for (const [name, type] of Object.entries(types)) {
    const value = values[name];
    if (value === undefined) continue;
    if (!ACCEPTS[type](value)) return { code: 200732, name, specified: type, actual: jsonType(value) };
    const form = FORMS[type];
    if (form !== undefined && !form.test(String(value))) {
      return { code: 200737, name, specified: form.source, actual: String(value) };
    }
  }
  return undefined;
}

function jsonType(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
