import { type Observable, observable } from "./observable.ts";

export type ToastType = "info" | "success" | "error" | "warning";
type Toast = { id: number; type: ToastType; text: string };

export type Toasts = {
  shown: Observable<readonly Toast[]>;
  show(type: ToastType, text: string): void;
  close(id: number): void;
};

const lasting = 5000;

/** Short notices, at most two at a time, each removed after five seconds. */
export function createToasts(): Toasts {
  const shown = observable<readonly Toast[]>([]);
  let lastId = 0;
  const close = (id: number): void => shown.set(shown.get().filter((toast) => toast.id !== id));
  return {
    shown,
    close,
    show(type, text) {
      lastId += 1;
      const id = lastId;
      shown.set([...shown.get().slice(-1), { id, type, text }]);
      setTimeout(() => close(id), lasting);
    },
  };
}
