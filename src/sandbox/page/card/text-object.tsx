import { useReader } from "../client/reader.ts";
import { Markdown } from "../markdown/markdown.tsx";
import { useCard } from "./card-scope.ts";
import { cardColour } from "./colour.ts";
import { type Json, numberAt, textAt } from "./json.ts";
import { localText } from "./locale-text.ts";
import { textPixels } from "./measure.ts";

/** A text object: `plain_text` is drawn literally, `lark_md` and `markdown` are formatted. */
export function TextObject({ node, look = "" }: { node: Json | undefined; look?: string }) {
  const { locale, config } = useCard();
  const { phone } = useReader();
  if (!node) return null;
  const content = localText(node, locale);
  const size = textAt(node, "text_size");
  const align = textAt(node, "text_align");
  const lines = numberAt(node, "lines");
  const colour = cardColour(textAt(node, "text_color"), config, "600");
  const style = {
    ...(size && { fontSize: `${textPixels(size, config, phone)}px` }),
    ...(align === "center" || align === "right" ? { textAlign: align } : {}),
    ...(colour && { color: colour }),
    ...(lines && { WebkitLineClamp: lines }),
  } as const;
  const clamp = lines ? "clamped" : "";
  if (textAt(node, "tag") === "plain_text" || textAt(node, "tag") === undefined) {
    return (
      <span class={`plain-text ${clamp} ${look}`} style={style}>
        {content}
      </span>
    );
  }
  return (
    <div class={`${clamp} ${look}`} style={style}>
      <Markdown source={content} />
    </div>
  );
}
