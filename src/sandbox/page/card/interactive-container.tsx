import { useReader } from "../client/reader.ts";
import { plainMarkdown } from "../markdown/plain-markdown.ts";
import { boxStyle, flowStyle, widthStyle } from "./box-style.ts";
import { shownText } from "./card-fields.ts";
import { useCard } from "./card-scope.ts";
import { cardColour } from "./colour.ts";
import { flagAt, type Json, jsonAt, listAt, textAt } from "./json.ts";
import { localText } from "./locale-text.ts";
import { extent } from "./measure.ts";

const controls = "button, a, input, select, textarea, label, [popover]";

/** `interactive_container`: a box that is pressed as a whole, except where controls inside it are pressed. */
export function InteractiveContainer({ element }: { element: Json }) {
  const { config, draw, press, locale, state, index } = useCard();
  const { nameOf } = useReader();
  const disabled = flagAt(element, "disabled") ?? false;
  const edge = cardColour(textAt(element, "border_color"), config, "300");
  const tips = localText(jsonAt(element, disabled ? "disabled_tips" : "hover_tips"), locale);
  const busy = state.pending !== undefined && state.pending === index.keys.get(element);
  const radius = textAt(element, "corner_radius") ?? "";
  const off = disabled || state.pending !== undefined;
  const pressAnywhere = (event: MouseEvent): void => {
    const { target } = event;
    if (off || !(target instanceof Element) || target.closest(controls)) return;
    press(element);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button below is the way in for keyboards and readers
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      class="card-container"
      data-off={off && !busy ? "true" : undefined}
      onClick={pressAnywhere}
      data-laser={textAt(element, "background_style") === "laser" ? "true" : undefined}
      style={{
        padding: "4px 12px",
        ...boxStyle(element, config),
        ...widthStyle(element),
        ...flowStyle(element, { vertical: "4px", horizontal: "8px" }),
        ...(flagAt(element, "has_border") && { border: `1px solid ${edge ?? "var(--line)"}` }),
        ...(/^\d{1,3}(px|%)$/.test(radius) && { borderRadius: radius }),
        ...(extent(textAt(element, "height")) && { height: extent(textAt(element, "height")) }),
      }}
    >
      <button
        type="button"
        class="cover"
        data-name={textAt(element, "name") ?? textAt(element, "element_id")}
        aria-label={plainMarkdown(shownText(element, locale), nameOf)}
        title={tips || undefined}
        aria-busy={busy}
        disabled={off}
        onClick={() => press(element)}
      />
      {draw(listAt(element, "elements"))}
    </div>
  );
}
