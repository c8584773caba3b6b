import { type Component, optionsOf } from "../card/component-index.ts";

const USED = new Set([
  "button",
  "overflow",
  "select_static",
  "select_person",
  "date_picker",
  "picker_time",
  "picker_datetime",
  "input",
  "checker",
  "select_img",
  "interactive_container",
]);

/**
 * The components a person may mean by a word: by name or element_id, otherwise by complete text, otherwise by
 * the beginning of the text; an overflow also by its options. Disabled ones are excluded. Several results
 * mean that the word is ambiguous.
 */
export function findPressable(components: Component[], called: string): Component[] {
  const usable = components.filter((one) => USED.has(one.tag) && one.node.disabled !== true);
  const word = called.trim();
  const texts = (one: Component) =>
    [...one.texts, ...optionsOf(one.node).flatMap((option) => option.texts)].map((text) => text.trim());
  const rules: Array<(one: Component) => boolean> = [
    (one) => one.name === called || one.element_id === called,
    (one) => texts(one).includes(word),
    (one) => texts(one).some((text) => text.startsWith(word)),
  ];
  for (const rule of rules) {
    const found = usable.filter(rule);
    if (found.length > 0) return found;
  }
  return [];
}
