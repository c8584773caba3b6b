import { useMemo } from "preact/hooks";
import type { SandboxMessage } from "../../protocol.ts";
import { CardMessage } from "../card/card-message.tsx";
import { parseJson, textAt } from "../card/json.ts";
import { useReader } from "../client/reader.ts";
import { Icon } from "../shell/icon.tsx";
import { ImageView } from "./image-view.tsx";
import { MentionText } from "./mention-text.tsx";
import { PostContent } from "./post-content.tsx";

function FileContent({ fileKey, name }: { fileKey: string; name: string }) {
  const { words } = useReader();
  return (
    <a
      class="file"
      href={`/sandbox/files/${encodeURIComponent(fileKey)}`}
      download={name}
      aria-label={words.download(name)}
    >
      <span class="file-mark">
        <Icon name="file" />
      </span>
      <span class="file-name">{name}</span>
      <Icon name="download" size={16} />
    </a>
  );
}

/** A message's content, drawn by type. */
export function MessageContent({ message }: { message: SandboxMessage }) {
  const { words } = useReader();
  const content = useMemo(() => parseJson(message.content) ?? {}, [message.content]);
  switch (message.msg_type) {
    case "interactive":
      return <CardMessage message={message} />;
    case "text":
      return (
        <div class="bubble">
          <MentionText text={textAt(content, "text") ?? ""} />
        </div>
      );
    case "post":
      return (
        <div class="bubble">
          <PostContent content={content} />
        </div>
      );
    case "image":
      return <ImageView imageKey={textAt(content, "image_key") ?? ""} alt="" look="message-picture" />;
    case "file":
      return (
        <FileContent fileKey={textAt(content, "file_key") ?? ""} name={textAt(content, "file_name") ?? ""} />
      );
    default:
      return <div class="bubble muted">{words.unsupportedMessage(message.msg_type)}</div>;
  }
}
