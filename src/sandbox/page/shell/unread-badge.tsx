import { useReader } from "../client/reader.ts";
import type { Unread } from "../world/unread.ts";

/** The unread count, red when a message is urgent; nothing when all is read. */
export function UnreadBadge({ unread }: { unread: Unread }) {
  const { words } = useReader();
  if (unread.count === 0) return null;
  const text = `${words.unread(unread.count)}${unread.urgent ? `, ${words.urgent}` : ""}`;
  return (
    <span class="badge" data-urgent={unread.urgent ? "true" : undefined}>
      <span aria-hidden="true">{unread.count > 99 ? "99+" : unread.count}</span>
      <span class="for-readers">{text}</span>
    </span>
  );
}
