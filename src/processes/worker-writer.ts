import type { Writer } from "../../db/writer.ts";
import type { Line } from "./line.ts";
import { heardOutcome, type ToWriter } from "./messages.ts";

/** Has the changes made in this process written by the one that writes, and cancelled there. */
export function workerWriter(line: Line<ToWriter>): Writer {
  let last = 0;
  return async (change, over) => {
    last += 1;
    const n = last;
    const cancel = () => line.tell({ kind: "cancel", n });
    over?.addEventListener("abort", cancel, { once: true });
    try {
      return heardOutcome(await line.ask({ kind: "commit", n, change }));
    } finally {
      over?.removeEventListener("abort", cancel);
    }
  };
}
