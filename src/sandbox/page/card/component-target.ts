import { indexCard } from "../../card/component-index.ts";
import { findTarget, type Target } from "../../card/find-target.ts";
import { type Json, textAt } from "./json.ts";

/**
 * The target of a component for `/sandbox/act`: its `name`, otherwise `element_id`, otherwise a visible text
 * and its index among components with that text. The index comes from the server's own search, so both always
 * agree.
 */
export function componentTarget(card: Json, element: Json): Target {
  const name = textAt(element, "name");
  const id = textAt(element, "element_id");
  if (name) return { name };
  if (id) return { element_id: id };
  const components = indexCard(card);
  const text = components.find((one) => one.node === element)?.texts[0] ?? "";
  for (let nth = 0; nth < components.length; nth += 1) {
    const found = findTarget(components, { text, nth });
    if (!found.ok) break;
    if (found.component.node === element) return { text, nth };
  }
  return { text };
}
