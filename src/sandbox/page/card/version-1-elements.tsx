import { imageAddress } from "../conversation/image-view.tsx";
import { boxStyle } from "./box-style.ts";
import { useCard } from "./card-scope.ts";
import { ElementIcon } from "./element-icon.tsx";
import { type Json, listAt, textAt } from "./json.ts";
import { localText, localValue } from "./locale-text.ts";
import { TextObject } from "./text-object.tsx";

// Components that only JSON 1.0 has.

/** `action`: interactive components in a row, or in two or three equal columns. */
export function ActionElement({ element }: { element: Json }) {
  const { config, draw } = useCard();
  return (
    <div
      class="card-actions"
      data-layout={textAt(element, "layout") ?? "default"}
      style={boxStyle(element, config)}
    >
      {draw(listAt(element, "elements"))}
    </div>
  );
}

function NotePart({ part }: { part: Json }) {
  const { locale } = useCard();
  const tag = textAt(part, "tag");
  if (tag === "standard_icon" || tag === "custom_icon") return <ElementIcon icon={part} size={14} />;
  if (tag !== "img") return <TextObject node={part} />;
  const key = localValue(part, "img_key", locale);
  const alt = localText(part.alt, locale);
  return <img src={imageAddress(String(key ?? ""))} alt={alt} title={alt || undefined} />;
}

/** `note`: a line of small texts, icons and images. */
export function NoteElement({ element }: { element: Json }) {
  const { config } = useCard();
  return (
    <div class="card-small-print" style={boxStyle(element, config)}>
      {listAt(element, "elements").map((part, at) => (
        <NotePart key={at} part={part} />
      ))}
    </div>
  );
}
