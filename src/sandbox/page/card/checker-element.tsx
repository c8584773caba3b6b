import { useId } from "preact/hooks";
import { callsBack } from "./behaviours.ts";
import { boxStyle } from "./box-style.ts";
import { type FieldUse, useCard, useField } from "./card-scope.ts";
import { useControl } from "./field-frame.tsx";
import { flagAt, type Json, jsonAt, listAt, numberAt } from "./json.ts";
import { TextObject } from "./text-object.tsx";

function Checker({ element, use }: { element: Json; use: FieldUse }) {
  const { config, press, draw } = useCard();
  const id = useId();
  const { "aria-label": _, ...control } = useControl(element, use, id);
  const checked = use.value === true;
  const style = jsonAt(element, "checked_style");
  const area = jsonAt(element, "button_area");
  return (
    <div class="checker" style={boxStyle(element, config)}>
      <label
        class="tick"
        style={{
          ...(checked && flagAt(style, "show_strikethrough") && { textDecoration: "line-through" }),
          ...(checked && { opacity: numberAt(style, "opacity") ?? 1 }),
        }}
      >
        <input
          {...control}
          type="checkbox"
          checked={checked}
          onChange={(event) => {
            const now = event.currentTarget.checked;
            use.fill(now);
            if (!use.inForm && callsBack(element)) press(element, { checked: now });
          }}
        />
        <TextObject node={jsonAt(element, "text")} />
      </label>
      {area && <div class="checker-buttons">{draw(listAt(area, "buttons").slice(0, 3))}</div>}
    </div>
  );
}

/** `checker`: a checkbox; it calls back only with a callback behaviour. */
export function CheckerElement({ element }: { element: Json }) {
  const use = useField(element);
  return use ? <Checker element={element} use={use} /> : null;
}
