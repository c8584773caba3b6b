import type { ComponentChildren } from "preact";
import { useReader } from "../client/reader.ts";
import { safeLink } from "../markdown/safe-link.ts";
import { cardWords } from "../words/card-words.ts";

const parts =
  /(<at\s+(?:user_id|id)\s*=\s*["']?[^"'\s>]+["']?\s*>[^<]*<\/at>|https?:\/\/[^\s<>"，。；、）]+)/g;
const mention = /^<at\s+(?:user_id|id)\s*=\s*["']?([^"'\s>]+)/;

/** A message's text, with `@name`s highlighted and URLs as links. */
export function MentionText({ text }: { text: string }) {
  const { nameOf, me, locale } = useReader();
  const pieces: ComponentChildren[] = text.split(parts).map((piece, at) => {
    const id = mention.exec(piece)?.[1];
    if (id) {
      return (
        <span key={at} class="mention" data-me={id === me.open_id ? "true" : undefined}>
          @{id === "all" ? cardWords(locale).everyone : nameOf(id)}
        </span>
      );
    }
    const href = at % 2 === 1 ? safeLink(piece) : undefined;
    if (!href) return piece;
    return (
      <a key={at} href={href} target="_blank" rel="noopener noreferrer">
        {piece}
      </a>
    );
  });
  return <span class="message-text">{pieces}</span>;
}
