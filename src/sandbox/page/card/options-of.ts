import { useReader } from "../client/reader.ts";
import { type CardScope, useCard } from "./card-scope.ts";
import { type Json, listAt, textAt } from "./json.ts";
import { localText } from "./locale-text.ts";

export type Choice = { value: string; text: string };

function isPersonPicker(element: Json): boolean {
  return (textAt(element, "tag") ?? "").endsWith("select_person");
}

function chosenFrom(element: Json, scope: CardScope, nameOf: (id: string) => string): Choice[] {
  const options = listAt(element, "options");
  if (!isPersonPicker(element)) {
    return options.map((option) => ({
      value: textAt(option, "value") ?? "",
      text: localText(option.text, scope.locale),
    }));
  }
  const ids = options.length > 0 ? options.map((option) => textAt(option, "value") ?? "") : scope.members;
  return ids.map((id) => ({ value: id, text: nameOf(id) }));
}

/** The options of a select; a person picker without options offers the chat's members. */
export function useChoices(element: Json): Choice[] {
  const scope = useCard();
  const { nameOf } = useReader();
  return chosenFrom(element, scope, nameOf);
}
