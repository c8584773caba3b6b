import { useId } from "preact/hooks";
import { cardWords } from "../words/card-words.ts";
import { type FieldUse, useCard, useField } from "./card-scope.ts";
import { FieldFrame, useControl } from "./field-frame.tsx";
import { type Json, textAt } from "./json.ts";
import { localText } from "./locale-text.ts";
import { useChoices } from "./options-of.ts";

function Select({ element, use }: { element: Json; use: FieldUse }) {
  const { locale, press } = useCard();
  const id = useId();
  const control = useControl(element, use, id);
  const choices = useChoices(element);
  const value = typeof use.value === "string" ? use.value : "";
  const placeholder = localText(element.placeholder, locale) || cardWords(locale).choose;
  return (
    <FieldFrame element={element} use={use} id={id}>
      <select
        {...control}
        class="select-box"
        data-look={textAt(element, "type") ?? "default"}
        data-empty={value === "" ? "true" : undefined}
        value={value}
        onChange={(event) => {
          const option = event.currentTarget.value;
          use.fill(option);
          if (!use.inForm && option !== "") press(element, { option });
        }}
      >
        <option value="" disabled={use.field.required}>
          {placeholder}
        </option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** `select_static` and `select_person`: a choice of one option. */
export function SelectElement({ element }: { element: Json }) {
  const use = useField(element);
  return use ? <Select element={element} use={use} /> : null;
}
