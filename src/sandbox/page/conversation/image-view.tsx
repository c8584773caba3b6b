import { useState } from "preact/hooks";
import { useReader } from "../client/reader.ts";
import { Icon } from "../shell/icon.tsx";
import { Modal } from "../shell/modal.tsx";

/** URL of an uploaded picture, always on the sandbox itself; no external picture is ever loaded. */
export function imageAddress(imageKey: string): string {
  return `/sandbox/images/${encodeURIComponent(imageKey)}`;
}

function Lightbox({ address, alt, onClose }: { address: string; alt: string; onClose: () => void }) {
  const { words } = useReader();
  return (
    <Modal label={alt} onClose={onClose} look="lightbox">
      <button type="button" class="lightbox-close" aria-label={words.close} onClick={onClose}>
        <Icon name="close" />
      </button>
      <img src={address} alt={alt} />
    </Modal>
  );
}

type Parts = { imageKey: string; alt: string; look?: string; preview?: boolean };

/** A picture that opens in full size when pressed; a note where it cannot be shown. */
export function ImageView({ imageKey, alt: given, look = "", preview = true }: Parts) {
  const { words } = useReader();
  const [broken, setBroken] = useState(false);
  const [open, setOpen] = useState(false);
  const alt = given || words.picture;
  const address = imageAddress(imageKey);
  if (broken) {
    return (
      <span class={`picture-missing ${look}`}>
        <Icon name="image" /> {words.pictureMissing}
      </span>
    );
  }
  const picture = <img src={address} alt={alt} loading="lazy" onError={() => setBroken(true)} />;
  if (!preview) return <span class={`picture ${look}`}>{picture}</span>;
  return (
    <>
      <button
        type="button"
        class={`picture ${look}`}
        aria-label={`${words.enlarge}: ${alt}`}
        onClick={() => setOpen(true)}
      >
        {picture}
      </button>
      {open && <Lightbox address={address} alt={alt} onClose={() => setOpen(false)} />}
    </>
  );
}
