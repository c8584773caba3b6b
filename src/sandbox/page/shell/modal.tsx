import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** A modal dialog, open while it is drawn; Escape requests closing. The browser keeps the focus inside. */
export function Modal({
  label,
  onClose,
  look = "",
  children,
}: {
  label: string;
  onClose: () => void;
  look?: string;
  children: ComponentChildren;
}) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // A click outside the dialog closes it, in browsers that support this; Escape and the buttons work
    // everywhere.
    const before = document.activeElement;
    box.current?.setAttribute("closedby", "any");
    box.current?.showModal();
    return () => {
      // Removing the dialog would lose the focus, so it is restored.
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus());
    };
  }, []);
  return (
    <dialog
      ref={box}
      class={`modal ${look}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </dialog>
  );
}
