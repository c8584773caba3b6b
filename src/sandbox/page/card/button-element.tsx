import { formAction } from "../../card-rules/form-members.ts";
import { useReader } from "../client/reader.ts";
import { boxStyle, widthStyle } from "./box-style.ts";
import { useCard } from "./card-scope.ts";
import { formFields } from "./card-state.ts";
import { ElementIcon } from "./element-icon.tsx";
import { flagAt, type Json, jsonAt, textAt } from "./json.ts";
import { localText } from "./locale-text.ts";

/** `button`: alone, or in a form, which it may submit or reset. */
export function ButtonElement({ element }: { element: Json }) {
  const { config, locale, state, index, press, submit, change } = useCard();
  const { client } = useReader();
  const disabled = flagAt(element, "disabled") ?? false;
  const tips = localText(jsonAt(element, disabled ? "disabled_tips" : "hover_tips"), locale);
  const form = index.forms.get(element);
  const action = form === undefined ? undefined : formAction(element);
  const busy = state.pending !== undefined && state.pending === index.keys.get(element);
  // Pressing a disabled button shows the reason, if the card gives one (button, disabled_tips).
  const onClick = (): void => {
    if (disabled) client.toasts.show("info", tips);
    else if (action === "submit") submit(element);
    else if (action === "reset" && form !== undefined) {
      change({ kind: "reset", keys: formFields(index, form).map((field) => field.key) });
    } else press(element);
  };
  const text = localText(element.text, locale);
  return (
    <button
      type="button"
      class="card-button"
      data-type={textAt(element, "type") ?? "default"}
      data-size={textAt(element, "size") ?? "medium"}
      data-name={textAt(element, "name") ?? textAt(element, "element_id")}
      style={{ ...boxStyle({ margin: element.margin }, config), ...widthStyle(element) }}
      title={tips || undefined}
      aria-label={text ? undefined : tips || undefined}
      aria-busy={busy}
      aria-disabled={disabled || undefined}
      disabled={(disabled && !tips) || state.pending !== undefined}
      onClick={onClick}
    >
      {busy ? (
        <span class="spinner" aria-hidden="true" />
      ) : (
        <ElementIcon icon={jsonAt(element, "icon")} size={15} />
      )}
      {text && <span>{text}</span>}
    </button>
  );
}
