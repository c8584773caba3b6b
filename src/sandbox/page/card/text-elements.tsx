import { useReader } from "../client/reader.ts";
import { Markdown } from "../markdown/markdown.tsx";
import { boxStyle } from "./box-style.ts";
import { useCard } from "./card-scope.ts";
import { ElementIcon } from "./element-icon.tsx";
import { flagAt, type Json, jsonAt, listAt, textAt } from "./json.ts";
import { localValue } from "./locale-text.ts";
import { extent, textPixels } from "./measure.ts";
import { TextObject } from "./text-object.tsx";

/** `markdown`: text with marks. */
export function MarkdownElement({ element }: { element: Json }) {
  const { locale, config } = useCard();
  const { phone } = useReader();
  const content = localValue(element, "content", locale);
  const align = textAt(element, "text_align");
  const icon = jsonAt(element, "icon");
  const style = {
    ...boxStyle(element, config),
    fontSize: `${textPixels(textAt(element, "text_size"), config, phone)}px`,
    ...(align === "center" || align === "right" ? { textAlign: align } : {}),
  } as const;
  return (
    <div class={icon ? "with-icon" : ""} style={style}>
      {icon && <ElementIcon icon={icon} />}
      <Markdown source={typeof content === "string" ? content : ""} />
    </div>
  );
}

/**
 * `div`: a text with an optional icon, and short fields in two columns; in JSON 1.0 also one component beside
 * them.
 */
export function DivElement({ element }: { element: Json }) {
  const { config, draw } = useCard();
  const width = extent(textAt(element, "width"));
  const extra = jsonAt(element, "extra");
  return (
    <div
      class={extra ? "with-extra" : ""}
      style={{ ...boxStyle(element, config), ...(width && { width, maxWidth: "100%" }) }}
    >
      <DivTexts element={element} />
      {extra && <div class="div-extra">{draw([extra])}</div>}
    </div>
  );
}

function DivTexts({ element }: { element: Json }) {
  const fields = listAt(element, "fields");
  const icon = jsonAt(element, "icon");
  return (
    <div>
      {jsonAt(element, "text") && (
        <div class={icon ? "with-icon" : ""}>
          {icon && <ElementIcon icon={icon} />}
          <TextObject node={jsonAt(element, "text")} />
        </div>
      )}
      {fields.length > 0 && (
        <div class="div-fields">
          {fields.map((field, at) => (
            <div key={at} class="div-field" data-short={flagAt(field, "is_short") ? "true" : undefined}>
              <TextObject node={jsonAt(field, "text")} />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** `hr`: a horizontal rule. */
export function RuleElement({ element }: { element: Json }) {
  const { config } = useCard();
  return <hr style={boxStyle(element, config)} />;
}
