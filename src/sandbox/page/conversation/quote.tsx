import { contentFor } from "../../card/content-for.ts";
import type { SandboxMessage } from "../../protocol.ts";
import { useReader } from "../client/reader.ts";
import { messageLine } from "../world/message-text.ts";

/** One line that describes a quoted message. */
export function useQuoteLine(message: SandboxMessage | undefined): string {
  const { words, locale, nameOf, me } = useReader();
  if (!message || message.deleted) return words.quoteGone;
  const line = messageLine(message.msg_type, contentFor(message, me.open_id), locale, nameOf);
  const marks: Record<string, string> = {
    image: words.imageMessage,
    file: words.fileMessage,
    interactive: words.cardMessage,
  };
  return `${marks[message.msg_type] ?? ""} ${line}`.trim();
}

/** The quoted message of a reply; pressing it scrolls there. */
export function Quote({ message }: { message: SandboxMessage | undefined }) {
  const { nameOf } = useReader();
  const line = useQuoteLine(message);
  const jump = (): void => {
    const target = message && document.querySelector(`[data-message-id="${CSS.escape(message.message_id)}"]`);
    if (!(target instanceof HTMLElement)) return;
    target.scrollIntoView({ block: "center", behavior: "smooth" });
    target.focus({ preventScroll: true });
  };
  return (
    <button type="button" class="quote" onClick={jump}>
      {message && <span class="quote-name">{nameOf(message.sender.id)}</span>}
      <span class="quote-line">{line}</span>
    </button>
  );
}
