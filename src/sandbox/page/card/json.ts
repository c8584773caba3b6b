// Card JSON comes from bots and may be invalid, so every access returns `undefined` instead of throwing.

export type Json = { readonly [key: string]: unknown };

/** Whether a value is a JSON object, and not an array. */
export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object under `key`; undefined for any other value. */
export function jsonAt(node: Json | undefined, key: string): Json | undefined {
  const value = node?.[key];
  return isJson(value) ? value : undefined;
}

/** The objects in the array under `key`; other items are omitted. */
export function listAt(node: Json | undefined, key: string): Json[] {
  const value = node?.[key];
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** The string under `key`; undefined for any other value. */
export function textAt(node: Json | undefined, key: string): string | undefined {
  const value = node?.[key];
  return typeof value === "string" ? value : undefined;
}

/** The finite number under `key`; a numeric string counts. */
export function numberAt(node: Json | undefined, key: string): number | undefined {
  const value = node?.[key];
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : undefined;
}

/** The boolean under `key`; undefined for any other value. */
export function flagAt(node: Json | undefined, key: string): boolean | undefined {
  const value = node?.[key];
  return typeof value === "boolean" ? value : undefined;
}

/** The strings in the array under `key`; other items are omitted. */
export function stringsAt(node: Json | undefined, key: string): string[] {
  const value = node?.[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Parses a JSON object; `undefined` for other or invalid JSON. */
export function parseJson(source: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(source);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
