import { useMemo } from "preact/hooks";
import type { SandboxMessage } from "../../protocol.ts";
import { parseJson, textAt } from "../card/json.ts";
import { useReader } from "../client/reader.ts";
import { Avatar } from "../people/avatar.tsx";
import { Icon } from "../shell/icon.tsx";
import { QuietButton } from "../shell/quiet-button.tsx";
import { hourMinute } from "../world/sandbox-time.ts";
import { MessageContent } from "./message-content.tsx";
import { Quote } from "./quote.tsx";
import { ReactButton, Reactions } from "./reactions.tsx";

function SystemRow({ message, text }: { message: SandboxMessage; text: string }) {
  return (
    <li class="system-row" data-message-id={message.message_id}>
      {text}
    </li>
  );
}

function Notes({ message }: { message: SandboxMessage }) {
  const { words, me } = useReader();
  const changed =
    message.updated &&
    (message.msg_type === "interactive" ? words.cardUpdated(hourMinute(message.update_time)) : words.edited);
  const urgent = message.urgent_for.includes(me.open_id);
  if (!changed && !urgent) return null;
  return (
    <p class="message-notes">
      {urgent && (
        <span class="urgent-mark">
          <Icon name="bell" size={12} />
          {words.urgent}
        </span>
      )}
      {changed && <span>{changed}</span>}
    </p>
  );
}

function Head({ message, hidden }: { message: SandboxMessage; hidden: boolean }) {
  const { words, nameOf } = useReader();
  return (
    <p class={hidden ? "for-readers" : "message-head"}>
      <span class="message-name">{nameOf(message.sender.id)}</span>
      {message.sender.type === "app" && <span class="mini-tag">{words.bot}</span>}
      {message.visible_to && (
        <span class="mini-tag" data-only-you>
          <Icon name="eye" size={11} /> {words.onlyYou}
        </span>
      )}
      <time dateTime={new Date(message.create_time).toISOString()}>{hourMinute(message.create_time)}</time>
    </p>
  );
}

function systemText(message: SandboxMessage): string {
  const content = parseJson(message.content);
  return textAt(content, "text") ?? textAt(content, "template") ?? message.content;
}

/** Takes back a message of one's own. */
function RecallButton({ message }: { message: SandboxMessage }) {
  const { client, me, words } = useReader();
  const recall = async (): Promise<void> => {
    const answer = await client.act({ act: "recall", as: me.open_id, message_id: message.message_id });
    if (!answer.ok) client.toasts.show("error", words.failed(answer.error));
  };
  return <QuietButton label={words.recall} icon="undo" size={16} onClick={() => void recall()} />;
}

type Row = {
  message: SandboxMessage;
  quoted: SandboxMessage | undefined;
  /** The previous message is from the same sender and recent, so picture and name are not repeated. */
  follows: boolean;
  onReply: () => void;
};

function SentRow({ message, quoted, follows, onReply }: Row) {
  const { me, words, nameOf } = useReader();
  const { sender } = message;
  const name = nameOf(sender.id);
  // The content is redrawn only when the message changes, so that typing stays fast in long chats.
  const content = useMemo(() => <MessageContent message={message} />, [message]);
  return (
    <li
      class="message"
      data-message-id={message.message_id}
      data-mine={sender.id === me.open_id ? "true" : undefined}
      data-follows={follows ? "true" : undefined}
      data-type={message.msg_type}
      tabIndex={-1}
    >
      <span class="message-face">
        {!follows && <Avatar id={sender.id} name={name} size={36} bot={sender.type === "app"} />}
      </span>
      <div class="message-body">
        <Head message={message} hidden={follows} />
        {message.parent_id && <Quote message={quoted} />}
        {content}
        <Reactions message={message} />
        <Notes message={message} />
        <div class="message-tools">
          <QuietButton label={`${words.reply}: ${name}`} icon="reply" size={16} onClick={onReply} />
          <ReactButton message={message} />
          {sender.id === me.open_id && <RecallButton message={message} />}
        </div>
      </div>
    </li>
  );
}

/** One message of a chat: sent content, or a line about an event such as a new member. */
export function MessageRow(row: Row) {
  const { words } = useReader();
  const { message } = row;
  if (message.deleted) return <SystemRow message={message} text={words.recalled} />;
  if (message.msg_type === "system") return <SystemRow message={message} text={systemText(message)} />;
  return <SentRow {...row} />;
}
