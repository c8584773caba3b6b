import type { CardIndex } from "./card-fields.ts";
import { type Json, jsonAt, listAt, textAt } from "./json.ts";
import { linkAddress } from "./link-cover.tsx";

// These call back only with a callback behaviour; all other components always do (feishu-contract 3.2).
const onlyWithBehaviour = new Set(["button", "checker", "interactive_container"]);

/** Whether using the component calls the bot back. */
export function callsBack(element: Json): boolean {
  if (!onlyWithBehaviour.has(textAt(element, "tag") ?? "")) return true;
  if (listAt(element, "behaviors").some((one) => textAt(one, "type") === "callback")) return true;
  return jsonAt(element, "value") !== undefined;
}

const pressable = new Set(["button", "overflow", "interactive_container"]);

/** Whether a card has interactive components; only then can it be too old to use. */
export function takesPresses(index: CardIndex): boolean {
  if (index.fields.size > 0) return true;
  return [...index.keys.keys()].some(
    (element) => pressable.has(textAt(element, "tag") ?? "") && callsBack(element),
  );
}

/** The URL that a press opens; undefined for none. */
export function opensPage(element: Json): string | undefined {
  const link = listAt(element, "behaviors").find((one) => textAt(one, "type") === "open_url");
  return linkAddress(link) ?? linkAddress(jsonAt(element, "multi_url")) ?? linkAddress(element);
}
