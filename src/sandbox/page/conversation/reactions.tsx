import type { SandboxMessage } from "../../protocol.ts";
import { useReader } from "../client/reader.ts";
import { emojiOf } from "../markdown/plain-characters.ts";
import { Icon } from "../shell/icon.tsx";
import { Popover } from "../shell/popover.tsx";

const offered = ["THUMBSUP", "OK", "DONE", "APPLAUSE", "HEART", "THANKS"];

/** The reactions to a message, each with its senders. */
export function Reactions({ message }: { message: SandboxMessage }) {
  const { nameOf } = useReader();
  const all = message.reactions ?? [];
  if (all.length === 0) return null;
  const kinds = [...new Set(all.map((one) => one.emoji))];
  return (
    <p class="reactions">
      {kinds.map((emoji) => {
        const names = all.filter((one) => one.emoji === emoji).map((one) => nameOf(one.by));
        return (
          <span key={emoji} class="reaction" title={names.join(", ")}>
            {emojiOf(emoji)} {names.slice(0, 3).join(", ")}
            {names.length > 3 && ` +${names.length - 3}`}
          </span>
        );
      })}
    </p>
  );
}

/** A button that adds a reaction. */
export function ReactButton({ message }: { message: SandboxMessage }) {
  const { client, me, words } = useReader();
  const react = async (emoji: string): Promise<void> => {
    const answer = await client.act({ act: "react", as: me.open_id, message_id: message.message_id, emoji });
    if (!answer.ok) client.toasts.show("error", words.failed(answer.error));
  };
  return (
    <Popover class="quiet" label={words.react} face={<Icon name="smile" size={16} />}>
      {(close) => (
        <div class="emoji-choice">
          {offered.map((emoji) => (
            <button
              key={emoji}
              type="button"
              aria-label={emoji}
              onClick={() => {
                close();
                void react(emoji);
              }}
            >
              {emojiOf(emoji)}
            </button>
          ))}
        </div>
      )}
    </Popover>
  );
}
