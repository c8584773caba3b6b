import { type Component, optionsOf } from "../card/component-index.ts";
import { FIELD_TAGS, initialValue } from "../card/field-value.ts";
import { isRecord } from "../card/is-record.ts";

type Named = { ok: true; fill: Record<string, unknown> } | { ok: false; error: string };

/** In place of a label: every empty text box that no other entry fills. */
const ALL_OTHERS = "*";

/**
 * Converts the labels of a script's values to field names. A key is a field's name, otherwise its label or
 * placeholder, complete or its beginning; the same holds for options. `fill`: values to enter; refuses a
 * label that matches no field or several. `knows`: values entered only where the form asks for them.
 */
export function nameFields(fields: Component[], fill: unknown, knows: unknown): Named {
  const named = fields.filter((one) => FIELD_TAGS.has(one.tag) && one.name !== undefined);
  const entered: Record<string, unknown> = {};
  for (const [key, value] of entries(knows)) {
    const [only, ...others] = fieldsCalled(named, key);
    if (only?.name !== undefined && others.length === 0) entered[only.name] = typed(only, value);
  }
  for (const [key, value] of entries(fill)) {
    if (key === ALL_OTHERS) continue;
    const found = fieldsCalled(named, key);
    const [only] = found;
    if (only?.name === undefined || found.length > 1) {
      const labels = named.map((one) => one.texts[0] ?? one.name).join(", ");
      const count = found.length === 0 ? "no field" : `${found.length} fields`;
      return { ok: false, error: `the form has ${count} called ${JSON.stringify(key)}; it has ${labels}` };
    }
    entered[only.name] = typed(only, value);
  }
  const others = isRecord(fill) ? fill[ALL_OTHERS] : undefined;
  if (others !== undefined) {
    for (const field of named) {
      const isEmpty = field.tag === "input" && initialValue(field) === undefined;
      if (isEmpty && field.name !== undefined && !(field.name in entered))
        entered[field.name] = typed(field, others);
    }
  }
  return { ok: true, fill: entered };
}

function entries(given: unknown): Array<[string, unknown]> {
  if (given === undefined) return [];
  if (!isRecord(given)) throw new Error("fill and knows are objects of labels and values");
  return Object.entries(given);
}

// Scripts may give numbers, where an input takes text, and the beginning of an option.
function typed(field: Component, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => typed(field, one));
  if (typeof value === "number") return String(value);
  if (typeof value !== "string" || value === "") return value;
  const options = optionsOf(field.node);
  if (options.some((option) => option.value === value || option.texts.includes(value))) return value;
  const begun = options.filter((option) => option.texts.some((text) => text.startsWith(value)));
  return begun.length === 1 ? begun[0]?.value : value;
}

function fieldsCalled(fields: Component[], key: string): Component[] {
  const rules: Array<(one: Component) => boolean> = [
    (one) => one.name === key,
    (one) => one.texts.some((text) => text.trim() === key.trim()),
    (one) => one.texts.some((text) => text.trim().startsWith(key.trim())),
  ];
  for (const rule of rules) {
    const found = fields.filter(rule);
    if (found.length > 0) return found;
  }
  return [];
}
