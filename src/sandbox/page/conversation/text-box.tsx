import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { useReader } from "../client/reader.ts";
import { Icon } from "../shell/icon.tsx";
import { type Candidate, MentionBox } from "./mention-box.tsx";
import { useMentionOffer } from "./use-mention-offer.ts";

type Props = {
  text: string;
  label: string;
  candidates: readonly Candidate[];
  onText: (text: string) => void;
  onSend: () => void;
  onFiles: (files: FileList) => void;
};

const tallest = 160;

function useGrowing(text: string) {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    node.style.height = "auto";
    node.style.height = `${Math.min(node.scrollHeight, tallest)}px`;
  }, [text]);
  return box;
}

function MentionButton({ onClick }: { onClick: () => void }) {
  const { words } = useReader();
  return (
    <button
      type="button"
      class="quiet"
      aria-label={words.mention}
      title={words.mention}
      // Keeps the text box's selection and focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <Icon name="at" />
    </button>
  );
}

/** The message text box: Enter sends, Shift+Enter inserts a line break, `@` offers names in a group. */
export function TextBox({ text, label, candidates, onText, onSend, onFiles }: Props) {
  const box = useGrowing(text);
  const id = useId();
  const mention = useMentionOffer(box, candidates, onText);
  const { offer, active } = mention;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const sends = event.key === "Enter" && !event.shiftKey;
    const handled = mention.key(event.key);
    if (handled || sends) event.preventDefault();
    if (!handled && sends) onSend();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const files = event.clipboardData?.files;
    if (!files || files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };
  return (
    <div class="text-area">
      {offer && <MentionBox id={id} candidates={offer.found} active={active} onChoose={mention.choose} />}
      <textarea
        ref={box}
        rows={1}
        value={text}
        placeholder={label}
        aria-label={label}
        aria-autocomplete={candidates.length > 0 ? "list" : undefined}
        aria-controls={offer ? id : undefined}
        aria-activedescendant={offer ? `${id}-${active}` : undefined}
        onInput={(event) => {
          onText(event.currentTarget.value);
          mention.look();
        }}
        onKeyDown={onKeyDown}
        onBlur={mention.close}
        onPaste={onPaste}
      />
      {candidates.length > 0 && <MentionButton onClick={mention.begin} />}
    </div>
  );
}
