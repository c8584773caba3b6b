import { useEffect, useId, useRef } from "preact/hooks";
import { type FieldUse, useCard, useField } from "./card-scope.ts";
import { FieldFrame, useControl } from "./field-frame.tsx";
import { type Json, textAt } from "./json.ts";
import { localText } from "./locale-text.ts";

const boxTypes: Record<string, "date" | "time" | "datetime-local"> = {
  date_picker: "date",
  picker_time: "time",
  picker_datetime: "datetime-local",
};

// While typing, the year 2026 passes through 0002 and 0020.
const complete = /^([1-9]\d{3}-|\d\d:)/;
const settling = 700;

function Picker({ element, use }: { element: Json; use: FieldUse }) {
  const { locale, press } = useCard();
  const id = useId();
  const control = useControl(element, use, id);
  const waiting = useRef<{ value: string; timer: ReturnType<typeof setTimeout> } | undefined>(undefined);
  const tag = textAt(element, "tag") ?? "";
  const value = typeof use.value === "string" ? use.value : "";
  const placeholder = localText(element.placeholder, locale);
  const send = (): void => {
    const ready = waiting.current;
    if (!ready) return;
    clearTimeout(ready.timer);
    waiting.current = undefined;
    press(element, { option: ready.value });
  };
  useEffect(() => () => clearTimeout(waiting.current?.timer), []);
  const change = (chosen: string): void => {
    use.fill(chosen);
    if (use.inForm || !complete.test(chosen)) return;
    clearTimeout(waiting.current?.timer);
    waiting.current = { value: chosen, timer: setTimeout(send, settling) };
  };
  return (
    <FieldFrame element={element} use={use} id={id}>
      <span class="picker" data-empty={value === "" ? "true" : undefined}>
        <input
          {...control}
          class="text-box"
          type={boxTypes[tag] ?? "date"}
          value={value.replace(" ", "T")}
          onInput={(event) => change(event.currentTarget.value.replace("T", " "))}
          onBlur={send}
          onKeyDown={(event) => {
            if (event.key === "Enter") send();
          }}
        />
        {value === "" && placeholder && (
          <span class="picker-placeholder" aria-hidden="true">
            {placeholder}
          </span>
        )}
      </span>
    </FieldFrame>
  );
}

/**
 * `date_picker`, `picker_time` and `picker_datetime`; outside a form, a choice is sent when the value has
 * settled.
 */
export function PickerElement({ element }: { element: Json }) {
  const use = useField(element);
  return use ? <Picker element={element} use={use} /> : null;
}
