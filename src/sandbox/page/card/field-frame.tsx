import type { ComponentChildren } from "preact";
import { cardWords } from "../words/card-words.ts";
import { boxStyle, widthStyle } from "./box-style.ts";
import { type FieldUse, useCard } from "./card-scope.ts";
import { flagAt, type Json, jsonAt, textAt } from "./json.ts";
import { localText } from "./locale-text.ts";

/** Attributes shared by the controls of all fields. */
export function useControl(element: Json, use: FieldUse, id: string) {
  const { locale, state } = useCard();
  const label = localText(element.label, locale);
  const placeholder = localText(element.placeholder, locale);
  const disabled = flagAt(element, "disabled") ?? false;
  const tips = localText(jsonAt(element, disabled ? "disabled_tips" : "hover_tips"), locale);
  return {
    id,
    "data-name": textAt(element, "name") ?? textAt(element, "element_id"),
    "aria-label": label ? undefined : placeholder || textAt(element, "name"),
    "aria-required": use.field.required || undefined,
    "aria-invalid": use.complaint ? true : undefined,
    "aria-describedby": use.complaint ? `${id}-complaint` : undefined,
    title: tips || undefined,
    // While a callback is unanswered, input is possible only in a form; a control outside one would send a
    // second callback.
    disabled: disabled || (!use.inForm && state.pending !== undefined),
  };
}

/** A field's label, control and error message. */
export function FieldFrame({
  element,
  use,
  id,
  note,
  children,
}: {
  element: Json;
  use: FieldUse;
  id: string;
  note?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { config, locale } = useCard();
  const words = cardWords(locale);
  const label = localText(element.label, locale);
  const { complaint } = use;
  return (
    <div
      class="field"
      data-label={textAt(element, "label_position") ?? "top"}
      data-complaint={complaint ? "true" : undefined}
      style={{ ...boxStyle({ margin: element.margin }, config), ...widthStyle(element) }}
    >
      {label && (
        <label for={id}>
          {label}
          {use.field.required && (
            <span class="required" aria-hidden="true">
              *
            </span>
          )}
        </label>
      )}
      <div class="field-control">{children}</div>
      {(complaint || note) && (
        <p class="field-note" id={`${id}-complaint`}>
          {complaint && (
            <span class="complaint">
              {complaint.reason === "required" ? words.required : words.tooLong(complaint.limit)}
            </span>
          )}
          {note}
        </p>
      )}
    </div>
  );
}
