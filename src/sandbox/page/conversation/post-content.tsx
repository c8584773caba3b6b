import { isJson, type Json, stringsAt, textAt } from "../card/json.ts";
import { useReader } from "../client/reader.ts";
import { Markdown } from "../markdown/markdown.tsx";
import { safeLink } from "../markdown/safe-link.ts";
import { postBody } from "../world/message-text.ts";
import { ImageView } from "./image-view.tsx";

function PostPart({ part }: { part: Json }) {
  const { nameOf } = useReader();
  const text = textAt(part, "text") ?? "";
  switch (textAt(part, "tag")) {
    case "a": {
      const href = safeLink(textAt(part, "href") ?? "");
      if (!href) return <>{text}</>;
      return (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      );
    }
    case "at":
      return <span class="mention">@{nameOf(textAt(part, "user_id") ?? "")}</span>;
    case "img":
      return <ImageView imageKey={textAt(part, "image_key") ?? ""} alt="" look="message-picture" />;
    case "hr":
      return <hr />;
    case "md":
      return <Markdown source={text} />;
    case "code_block":
      return <pre class="md-code">{text}</pre>;
    default:
      return (
        <span
          class={stringsAt(part, "style")
            .map((style) => `post-${style}`)
            .join(" ")}
        >
          {text}
        </span>
      );
  }
}

/** A rich text message: a title and lines of text, links, mentions and pictures. */
export function PostContent({ content }: { content: Json }) {
  const { locale } = useReader();
  const body = postBody(content, locale);
  const rows = Array.isArray(body?.content) ? body.content : [];
  return (
    <div class="post">
      {textAt(body, "title") && <strong class="post-title">{textAt(body, "title")}</strong>}
      {rows.map((row: unknown, at: number) => (
        <p key={at}>
          {(Array.isArray(row) ? row : []).filter(isJson).map((part, place) => (
            <PostPart key={place} part={part} />
          ))}
        </p>
      ))}
    </div>
  );
}
