import { useId, useState } from "preact/hooks";
import { Icon } from "../shell/icon.tsx";
import { Popover } from "../shell/popover.tsx";
import { cardWords } from "../words/card-words.ts";
import { type FieldUse, useCard, useField } from "./card-scope.ts";
import { FieldFrame, useControl } from "./field-frame.tsx";
import { type Json, textAt } from "./json.ts";
import { localText } from "./locale-text.ts";
import { type Choice, useChoices } from "./options-of.ts";

const searchableFrom = 9;

function Ticks({
  choices,
  chosen,
  label,
  onChange,
}: {
  choices: readonly Choice[];
  chosen: readonly string[];
  label: string;
  onChange: (chosen: string[]) => void;
}) {
  const { locale } = useCard();
  const words = cardWords(locale);
  const [query, setQuery] = useState("");
  const found = choices.filter((choice) => choice.text.toLowerCase().includes(query.trim().toLowerCase()));
  const toggle = (value: string): void => {
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    // In the order of the options, not of the clicks.
    onChange(choices.map((choice) => choice.value).filter((one) => next.includes(one)));
  };
  return (
    <fieldset class="ticks" aria-label={label}>
      {choices.length >= searchableFrom && (
        <input
          class="text-box"
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {found.map((choice) => (
        <label key={choice.value} class="tick">
          <input
            type="checkbox"
            value={choice.value}
            checked={chosen.includes(choice.value)}
            onChange={() => toggle(choice.value)}
          />
          <span>{choice.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

function MultiSelect({ element, use }: { element: Json; use: FieldUse }) {
  const { locale } = useCard();
  const words = cardWords(locale);
  const id = useId();
  const control = useControl(element, use, id);
  const choices = useChoices(element);
  const chosen = typeof use.value === "object" ? use.value : [];
  const placeholder = localText(element.placeholder, locale) || words.choose;
  const label = localText(element.label, locale) || placeholder;
  const shown = choices.filter((choice) => chosen.includes(choice.value));
  return (
    <FieldFrame element={element} use={use} id={id}>
      <Popover
        class="select-box multi-box"
        label={shown.length > 0 ? `${label}: ${shown.map((choice) => choice.text).join(", ")}` : label}
        name={textAt(element, "name")}
        disabled={control.disabled}
        face={
          <>
            <span class="multi-face" data-empty={shown.length === 0 ? "true" : undefined}>
              {shown.length === 0
                ? placeholder
                : shown.map((choice) => (
                    <span key={choice.value} class="chip">
                      {choice.text}
                    </span>
                  ))}
            </span>
            <Icon name="down" size={15} />
          </>
        }
      >
        {() => <Ticks choices={choices} chosen={chosen} label={label} onChange={use.fill} />}
      </Popover>
    </FieldFrame>
  );
}

/** `multi_select_static` and `multi_select_person`: choices of several options. */
export function MultiSelectElement({ element }: { element: Json }) {
  const use = useField(element);
  return use ? <MultiSelect element={element} use={use} /> : null;
}
