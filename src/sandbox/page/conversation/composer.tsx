import type { SandboxMessage } from "../../protocol.ts";
import { useReader } from "../client/reader.ts";
import { Icon } from "../shell/icon.tsx";
import { AttachButton, Attachments } from "./attachments.tsx";
import type { Candidate } from "./mention-box.tsx";
import { useQuoteLine } from "./quote.tsx";
import { TextBox } from "./text-box.tsx";
import type { Composer as Writing } from "./use-composer.ts";

function ReplyLine({ message, onCancel }: { message: SandboxMessage | undefined; onCancel: () => void }) {
  const { words, nameOf } = useReader();
  const line = useQuoteLine(message);
  return (
    <div class="reply-line">
      <Icon name="reply" size={14} />
      <span class="quote-name">{words.replyTo(message ? nameOf(message.sender.id) : "")}</span>
      <span class="quote-line">{line}</span>
      <button
        type="button"
        class="quiet"
        aria-label={words.cancelReply}
        title={words.cancelReply}
        onClick={onCancel}
      >
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}

/** The message editor: text, the message replied to, photos and files. */
export function Composer({
  writing,
  title,
  replied,
  candidates,
}: {
  writing: Writing;
  title: string;
  replied: SandboxMessage | undefined;
  candidates: readonly Candidate[];
}) {
  const { words } = useReader();
  const { draft } = writing;
  const empty = draft.text.trim() === "" && draft.files.length === 0;
  const send = (): void => {
    if (!empty) void writing.send();
  };
  return (
    <form
      class="composer"
      aria-label={words.typeMessage(title)}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {draft.replyTo && <ReplyLine message={replied} onCancel={writing.stopReplying} />}
      <Attachments files={draft.files} onChange={(files) => writing.change({ files })} />
      <div class="composer-row">
        <TextBox
          text={draft.text}
          label={words.typeMessage(title)}
          candidates={candidates}
          onText={(text) => writing.change({ text })}
          onSend={send}
          onFiles={writing.attach}
        />
        <AttachButton kind="photo" onFiles={writing.attach} />
        <AttachButton kind="file" onFiles={writing.attach} />
        <button type="submit" class="send-button" aria-label={words.send} title={words.send} disabled={empty}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
