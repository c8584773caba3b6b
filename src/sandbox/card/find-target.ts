import type { Component } from "./component-index.ts";

export type Target = { name?: string; element_id?: string; text?: string; nth?: number };
export type Found = { ok: true; component: Component } | { ok: false; error: string };

const PRESSABLE = new Set([
  "button",
  "overflow",
  "select_static",
  "multi_select_static",
  "select_person",
  "multi_select_person",
  "date_picker",
  "picker_time",
  "picker_datetime",
  "input",
  "checker",
  "select_img",
  "interactive_container",
]);

/**
 * Finds the one interactive component that a target names: by `name`, otherwise `element_id`, otherwise
 * visible text. Refuses an unknown one (listing what the card offers) and an ambiguous text without `nth`.
 */
export function findTarget(components: Component[], target: Target): Found {
  const pressable = components.filter((one) => PRESSABLE.has(one.tag));
  const asked = JSON.stringify(target);
  if (target.name === undefined && target.element_id === undefined && target.text === undefined) {
    return { ok: false, error: "target needs a name, an element_id or a text" };
  }
  const matches = pressable.filter((one) => {
    if (target.name !== undefined) return one.name === target.name;
    if (target.element_id !== undefined) return one.element_id === target.element_id;
    return one.texts.some((text) => text.trim() === target.text?.trim());
  });
  const only = matches[target.nth ?? 0];
  if (only === undefined)
    return { ok: false, error: `the card has no ${asked}; it has ${offered(pressable)}` };
  if (matches.length > 1 && target.nth === undefined)
    return { ok: false, error: `the card has ${matches.length} of ${asked}; use a name or nth` };
  return { ok: true, component: only };
}

function offered(components: Component[]): string {
  if (components.length === 0) return "nothing to press";
  return components
    .map((one) => `${one.tag} ${one.name ?? one.element_id ?? one.texts[0] ?? ""}`.trim())
    .join(", ");
}
