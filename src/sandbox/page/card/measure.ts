import { type Json, jsonAt, textAt } from "./json.ts";

const named: Record<string, string> = { small: "4px", medium: "8px", large: "12px", extra_large: "16px" };

const textSizes: Record<string, number> = {
  "heading-0": 30,
  "heading-1": 24,
  "heading-2": 20,
  "heading-3": 18,
  "heading-4": 16,
  heading: 16,
  normal: 14,
  notation: 12,
  "xxxx-large": 30,
  "xxx-large": 24,
  "xx-large": 20,
  "x-large": 18,
  large: 16,
  medium: 14,
  small: 12,
  "x-small": 10,
};

/**
 * A card's spacing, padding or margin (`8px`, `medium`, `4px 12px`) as CSS; `undefined` for an invalid value.
 */
export function spacing(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const parts = value.trim().split(/\s+/);
  if (parts.length > 4) return undefined;
  const css = parts.map((part) => named[part] ?? (/^-?\d{1,2}(\.\d+)?px$/.test(part) ? part : undefined));
  return css.every((part) => part !== undefined) ? css.join(" ") : undefined;
}

/** A width or height such as `120px` or `50%`; `undefined` for words like `auto` and for unsafe values. */
export function extent(value: string | undefined): string | undefined {
  return value && /^\d{1,4}(\.\d+)?(px|%)$/.test(value) ? value : undefined;
}

/**
 * Text size in px. A name from `config.style.text_size` may have another size on phones; an unknown name is
 * drawn as normal (14).
 */
export function textPixels(size: string | undefined, config: Json | undefined, phone: boolean): number {
  const own = size ? jsonAt(jsonAt(jsonAt(config, "style"), "text_size"), size) : undefined;
  const name = own ? (textAt(own, phone ? "mobile" : "pc") ?? textAt(own, "default")) : size;
  return textSizes[name ?? "normal"] ?? 14;
}
