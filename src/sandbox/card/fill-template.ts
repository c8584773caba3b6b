import { isRecord } from "./is-record.ts";

type Values = Record<string, unknown>;

const WHOLE = /^\$\{([A-Za-z]\w*)\}$/;
const INSIDE = /\$\{([A-Za-z]\w*)\}/g;

/**
 * Substitutes a template's variables. A string that is exactly `${name}` becomes the value itself; within a
 * longer string the value is inserted as text; a `repeat` element is repeated for each object of its
 * `variable`. Missing variables: a text becomes empty (card variables, FAQ), another property is omitted.
 */
export function fillTemplate(card: Record<string, unknown>, values: Values): Record<string, unknown> {
  const filled = fill(card, values);
  return isRecord(filled) ? filled : {};
}

function fill(node: unknown, values: Values): unknown {
  if (typeof node === "string") return fillText(node, values);
  if (Array.isArray(node)) return node.flatMap((item) => fillItem(item, values));
  if (!isRecord(node)) return node;
  const entries = Object.entries(node).map(
    ([key, child]) => [key, filledProperty(key, child, values)] as const,
  );
  return Object.fromEntries(entries.filter(([, child]) => child !== undefined));
}

/** The content of a text object is always present, possibly empty. */
function filledProperty(key: string, child: unknown, values: Values): unknown {
  const filled = fill(child, values);
  return filled === undefined && key === "content" ? "" : filled;
}

function fillItem(item: unknown, values: Values): unknown[] {
  if (!isRecord(item) || item.tag !== "repeat") {
    const filled = fill(item, values);
    return filled === undefined ? [] : [filled];
  }
  const rows = values[String(item.variable)];
  const elements: unknown[] = Array.isArray(item.elements) ? item.elements : [];
  return (Array.isArray(rows) ? rows : [])
    .filter(isRecord)
    .flatMap((row) => elements.flatMap((element) => fillItem(element, { ...values, ...row })));
}

function fillText(text: string, values: Values): unknown {
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined) return values[whole];
  return text.replace(INSIDE, (_, name: string) => asText(values[name]));
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
