import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { SandboxMessage } from "../../protocol.ts";
import { useReader } from "../client/reader.ts";
import { dateLine, isSameDay } from "../world/sandbox-time.ts";
import { MessageRow } from "./message-row.tsx";
import { useStickToEnd } from "./use-stick-to-end.ts";

const page = 40;
const moments = 3 * 60_000;

function isFollowing(before: SandboxMessage | undefined, message: SandboxMessage): boolean {
  if (!before || before.deleted || before.msg_type === "system" || message.parent_id) return false;
  // A message visible to one person always has its own header that says so.
  if (before.visible_to || message.visible_to) return false;
  return before.sender.id === message.sender.id && message.create_time - before.create_time < moments;
}

/** A chat's messages with date lines; initially the last forty. */
export function MessageList({
  thread,
  now,
  onReply,
  children,
}: {
  thread: readonly SandboxMessage[];
  now: number;
  onReply: (message: SandboxMessage) => void;
  /** Shown under the newest message. */
  children: ComponentChildren;
}) {
  const { words, locale, me, phone } = useReader();
  const [shown, setShown] = useState(page);
  const { box, list, onScroll } = useStickToEnd(thread, me.open_id);
  const first = Math.max(0, thread.length - shown);
  const byId = useMemo(() => new Map(thread.map((message) => [message.message_id, message])), [thread]);
  return (
    <div class="messages" ref={box} onScroll={onScroll} role="log" aria-label={words.messageList}>
      {thread.length === 0 && <p class="hint">{words.firstMeeting}</p>}
      {first > 0 && (
        <button type="button" class="soft-button earlier" onClick={() => setShown(shown + page)}>
          {words.earlier(Math.min(page, first))}
        </button>
      )}
      <ol class="message-rows" ref={list}>
        {thread.slice(first).map((message, at) => {
          const before = at > 0 ? thread[first + at - 1] : undefined;
          const newDay = !before || !isSameDay(before.create_time, message.create_time);
          return [
            newDay && (
              <li key={`day ${message.message_id}`} class="date-line">
                <span>{dateLine(message.create_time, now, locale)}</span>
              </li>
            ),
            <MessageRow
              key={message.message_id}
              message={message}
              quoted={message.parent_id ? byId.get(message.parent_id) : undefined}
              follows={
                !newDay && !(phone && message.msg_type === "interactive") && isFollowing(before, message)
              }
              onReply={() => onReply(message)}
            />,
          ];
        })}
      </ol>
      {children}
    </div>
  );
}
