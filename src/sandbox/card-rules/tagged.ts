import { isObject, type JsonObject } from "./where.ts";

/** Properties with the author's own data, in which a `tag` has no meaning. */
const opaque: ReadonlySet<string> = new Set(["chart_spec", "value", "rows"]);

/** Every object with a `tag`, at any depth. Accepts any JSON. */
export function taggedObjects(card: unknown): JsonObject[] {
  const found: JsonObject[] = [];
  const waiting: unknown[] = [card];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) for (const item of value) waiting.push(item);
    if (!isObject(value)) continue;
    if (typeof value.tag === "string") found.push(value);
    for (const [property, item] of Object.entries(value)) if (!opaque.has(property)) waiting.push(item);
  }
  return found;
}
