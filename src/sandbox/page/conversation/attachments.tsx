import { useEffect, useMemo } from "preact/hooks";
import { useReader } from "../client/reader.ts";
import { Icon } from "../shell/icon.tsx";

function Attachment({ file, onRemove }: { file: File; onRemove: () => void }) {
  const { words } = useReader();
  const picture = useMemo(
    () => (file.type.startsWith("image/") ? URL.createObjectURL(file) : undefined),
    [file],
  );
  useEffect(() => () => (picture ? URL.revokeObjectURL(picture) : undefined), [picture]);
  return (
    <li>
      {picture ? <img src={picture} alt={file.name} /> : <Icon name="file" size={22} />}
      <span class="file-name">{file.name}</span>
      <button type="button" class="quiet" aria-label={words.removeAttachment(file.name)} onClick={onRemove}>
        <Icon name="close" size={14} />
      </button>
    </li>
  );
}

/** Photos and files to be sent with the next message. */
export function Attachments({
  files,
  onChange,
}: {
  files: readonly File[];
  onChange: (files: readonly File[]) => void;
}) {
  if (files.length === 0) return null;
  return (
    <ul class="attachments">
      {files.map((file, at) => (
        <Attachment
          key={`${file.name} ${file.lastModified}`}
          file={file}
          onRemove={() => onChange(files.toSpliced(at, 1))}
        />
      ))}
    </ul>
  );
}

/** A button for choosing files; `accept` limits their types. */
export function AttachButton({
  kind,
  onFiles,
}: {
  kind: "photo" | "file";
  onFiles: (files: FileList) => void;
}) {
  const { words } = useReader();
  const label = kind === "photo" ? words.attachPhoto : words.attachFile;
  return (
    <label class="quiet attach" title={label}>
      <Icon name={kind === "photo" ? "image" : "file"} />
      <input
        type="file"
        multiple
        class="for-readers"
        aria-label={label}
        data-attach={kind}
        {...(kind === "photo" && { accept: "image/*" })}
        onChange={(event) => {
          const { files } = event.currentTarget;
          if (files) onFiles(files);
          // Reset, so that choosing the same file again fires an event.
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}
