import { useId, useState } from "preact/hooks";
import { boxStyle, flowStyle } from "./box-style.ts";
import { useCard } from "./card-scope.ts";
import { cardColour } from "./colour.ts";
import { ElementIcon } from "./element-icon.tsx";
import { flagAt, type Json, jsonAt, listAt, numberAt, textAt } from "./json.ts";
import { TextObject } from "./text-object.tsx";

/** `collapsible_panel`: a header that shows and hides its content, without a callback. */
export function CollapsiblePanel({ element }: { element: Json }) {
  const { config, draw } = useCard();
  const [open, setOpen] = useState(flagAt(element, "expanded") ?? false);
  const id = useId();
  const header = jsonAt(element, "header");
  const border = jsonAt(element, "border");
  const edge = cardColour(textAt(border, "color"), config, "300");
  const background = cardColour(textAt(header, "background_color"), config, "100");
  const angle = numberAt(header, "icon_expanded_angle") ?? 180;
  const icon = jsonAt(header, "icon") ?? { tag: "standard_icon", token: "down" };
  const padding = textAt(header, "padding");
  return (
    <div
      class="panel"
      style={{
        ...boxStyle({ margin: element.margin }, config),
        ...(border && { border: `1px solid ${edge ?? "var(--line)"}` }),
        borderRadius: textAt(border, "corner_radius") ?? "6px",
        background: cardColour(textAt(element, "background_color"), config, "50"),
      }}
    >
      <button
        type="button"
        class="panel-head"
        aria-expanded={open}
        aria-controls={id}
        data-icon={textAt(header, "icon_position") ?? "right"}
        style={{ ...(background && { background }), ...boxStyle({ padding }, config) }}
        onClick={() => setOpen(!open)}
      >
        <TextObject node={jsonAt(header, "title")} />
        <span class="panel-icon" style={{ transform: open ? `rotate(${angle}deg)` : "none" }}>
          <ElementIcon icon={icon} size={16} />
        </span>
      </button>
      {open && (
        <div
          id={id}
          class="panel-body"
          style={{
            ...boxStyle({ padding: element.padding }, config),
            ...flowStyle(element, { vertical: "8px", horizontal: "8px" }),
          }}
        >
          {draw(listAt(element, "elements"))}
        </div>
      )}
    </div>
  );
}
