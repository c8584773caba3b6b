import { contentFor } from "../../card/content-for.ts";
import { useReader } from "../client/reader.ts";
import { Avatar } from "../people/avatar.tsx";
import { Icon } from "../shell/icon.tsx";
import { UnreadBadge } from "../shell/unread-badge.tsx";
import type { ChatEntry as Entry } from "../world/chat-list.ts";
import { messageLine } from "../world/message-text.ts";
import { listTime } from "../world/sandbox-time.ts";

/** The picture of a group, or of the bot in a p2p chat. */
export function ChatAvatar({ entry, size }: { entry: Pick<Entry, "chat" | "title">; size: number }) {
  if (entry.chat.type === "p2p")
    return <Avatar id={entry.chat.bots[0] ?? ""} name={entry.title} size={size} bot />;
  return (
    <span class="avatar avatar-group" style={{ "--size": `${size}px` }} aria-hidden="true">
      <Icon name="people" size={Math.round(size * 0.55)} />
    </span>
  );
}

function usePreview(entry: Entry): string {
  const { words, locale, nameOf, me } = useReader();
  const { last, chat } = entry;
  if (!last) return chat.dissolved ? words.dissolved : "";
  if (last.deleted) return words.recalled;
  const known: Record<string, string> = {
    interactive: words.cardMessage,
    image: words.imageMessage,
    file: words.fileMessage,
  };
  const line = messageLine(last.msg_type, contentFor(last, me.open_id), locale, nameOf);
  const mark = last.msg_type === "interactive" && line ? "" : (known[last.msg_type] ?? "");
  const from = chat.type === "group" && last.msg_type !== "system" && last.sender.id !== me.open_id;
  return `${from ? `${nameOf(last.sender.id)}: ` : ""}${mark}${mark && line ? " " : ""}${line}`;
}

/** A chat in the list: its name, last message, time, and unread count. */
export function ChatEntry({
  entry,
  open,
  now,
  onOpen,
}: {
  entry: Entry;
  open: boolean;
  now: number;
  onOpen: () => void;
}) {
  const { words, locale } = useReader();
  const preview = usePreview(entry);
  return (
    <li>
      <button
        type="button"
        class="chat-entry"
        data-chat-id={entry.chat.chat_id}
        aria-current={open ? "true" : undefined}
        onClick={onOpen}
      >
        <ChatAvatar entry={entry} size={42} />
        <span class="chat-words">
          <span class="chat-title">
            <span class="chat-name">{entry.title}</span>
            {entry.chat.type === "p2p" && <span class="mini-tag">{words.bot}</span>}
            {entry.last && <time class="chat-time">{listTime(entry.last.create_time, now, locale)}</time>}
          </span>
          <span class="chat-preview">
            {entry.unread.urgent && (
              <span class="urgent-mark">
                <Icon name="bell" size={12} />
                {words.urgent}
              </span>
            )}
            <span class="preview-text">{preview}</span>
            <UnreadBadge unread={entry.unread} />
          </span>
        </span>
      </button>
    </li>
  );
}
