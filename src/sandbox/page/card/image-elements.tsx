import { useReader } from "../client/reader.ts";
import { ImageView } from "../conversation/image-view.tsx";
import { boxStyle } from "./box-style.ts";
import { useCard } from "./card-scope.ts";
import { flagAt, type Json, jsonAt, listAt, textAt } from "./json.ts";
import { localText, localValue } from "./locale-text.ts";
import { TextObject } from "./text-object.tsx";

const fixed: Record<string, string> = {
  large: "160px 160px",
  medium: "80px 80px",
  small: "40px 40px",
  tiny: "16px 16px",
};

function sizeStyle(size: string | undefined): { width?: string; height?: string } {
  const found = /^(\d{1,4}px) (\d{1,4}px)$/.exec(fixed[size ?? ""] ?? size ?? "");
  const [, width, height] = found ?? [];
  return width && height ? { width, height } : {};
}

function radius(element: Json): { borderRadius?: string } {
  const value = textAt(element, "corner_radius") ?? "";
  return /^\d{1,3}(px|%)$/.test(value) ? { borderRadius: value } : {};
}

/** `img`: one picture. */
export function ImageElement({ element }: { element: Json }) {
  const { config, locale } = useCard();
  const key = localValue(element, "img_key", locale);
  const size = sizeStyle(textAt(element, "size"));
  const scale = textAt(element, "scale_type") ?? "crop_center";
  const look = size.width ? "img-fixed" : "img-wide";
  return (
    <figure class="card-figure" style={boxStyle(element, config)}>
      {jsonAt(element, "title") && (
        <figcaption>
          <TextObject node={jsonAt(element, "title")} />
        </figcaption>
      )}
      <div class="card-img" data-scale={scale} style={{ ...size, ...radius(element) }}>
        <ImageView
          imageKey={typeof key === "string" ? key : ""}
          alt={localText(element.alt, locale)}
          look={look}
          preview={flagAt(element, "preview") ?? true}
        />
      </div>
    </figure>
  );
}

const combined: Record<string, { columns: number; most: number }> = {
  double: { columns: 2, most: 2 },
  triple: { columns: 3, most: 3 },
  bisect: { columns: 2, most: 6 },
  trisect: { columns: 3, most: 9 },
};

/** `img_combination`: several pictures in one block. The card has no words for each, so they are numbered. */
export function ImageCombination({ element }: { element: Json }) {
  const { config } = useCard();
  const { words } = useReader();
  const mode = textAt(element, "combination_mode") ?? "bisect";
  const { columns, most } = combined[mode] ?? { columns: 2, most: 6 };
  const images = listAt(element, "img_list").slice(0, most);
  return (
    <div
      class="card-combination"
      data-mode={mode}
      style={{
        ...boxStyle(element, config),
        ...radius(element),
        gridTemplateColumns: `repeat(${columns}, 1fr)`,
      }}
    >
      {images.map((image, at) => (
        <ImageView
          key={at}
          imageKey={textAt(image, "img_key") ?? ""}
          alt={`${words.picture} ${at + 1}`}
          look="img-tile"
        />
      ))}
    </div>
  );
}
