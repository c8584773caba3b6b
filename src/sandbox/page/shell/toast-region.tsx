import { useObservable } from "../client/observable.ts";
import { useReader } from "../client/reader.ts";
import type { ToastType } from "../client/toasts.ts";
import { Icon, type IconName } from "./icon.tsx";

const icons: Record<ToastType, IconName> = {
  info: "info",
  success: "check",
  error: "close",
  warning: "warning",
};

/** Short notices at the top, announced to screen readers without taking the focus. */
export function ToastRegion() {
  const { client, words } = useReader();
  const toasts = useObservable(client.toasts.shown);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} class="toast" data-type={toast.type}>
          <span class="toast-mark">
            <Icon name={icons[toast.type]} size={14} />
          </span>
          <span class="toast-text">{toast.text}</span>
          <button
            type="button"
            class="quiet"
            aria-label={words.close}
            onClick={() => client.toasts.close(toast.id)}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
