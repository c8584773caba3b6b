import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

type Parts = {
  /** CSS classes of the button that opens it. */
  class: string;
  /** Accessible name; by default the button's content. */
  label?: string;
  hint?: string;
  name?: string | undefined;
  disabled?: boolean;
  face: ComponentChildren;
  /** Drawn only while open; `close` closes it and restores the focus. */
  children: (close: () => void) => ComponentChildren;
};

/**
 * A button with a popover that opens next to it, above everything else; Escape or a click elsewhere closes
 * it.
 */
export function Popover({ class: look, label, hint = label, name, disabled = false, face, children }: Parts) {
  const id = useId().replace(/[^a-zA-Z0-9]/g, "");
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const node = box.current;
    const follow = (event: Event): void => setOpen("newState" in event && event.newState === "open");
    node?.addEventListener("beforetoggle", follow);
    return () => node?.removeEventListener("beforetoggle", follow);
  }, []);
  const anchor = `--anchor-${id}`;
  return (
    <>
      <button
        type="button"
        class={look}
        popovertarget={`box-${id}`}
        aria-label={label}
        title={hint}
        aria-expanded={open}
        data-name={name}
        disabled={disabled}
        style={{ anchorName: anchor }}
      >
        {face}
      </button>
      <div ref={box} id={`box-${id}`} popover="auto" class="popover" style={{ positionAnchor: anchor }}>
        {open && children(() => box.current?.hidePopover())}
      </div>
    </>
  );
}
