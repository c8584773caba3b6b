import { DatabaseUnusable } from "../../db/database-unusable.ts";
import { writerOf } from "../../db/writer.ts";
import type { Deps } from "../deps.ts";
import { type ToWriter, toldOutcome } from "./messages.ts";

/** What answers one worker in the process that writes. `send`: has what is due sent. */
export function hearWorker(deps: Deps, send: () => Promise<void>): (message: ToWriter) => unknown {
  /** The worker's changes that are not written yet. */
  const waiting = new Map<number, AbortController>();
  return async (message) => {
    switch (message.kind) {
      case "commit": {
        const { n, change } = message;
        const over = new AbortController();
        waiting.set(n, over);
        const outcome = await writerOf(deps.db)(change, over.signal);
        waiting.delete(n);
        return toldOutcome(outcome);
      }
      case "cancel":
        return waiting.get(message.n)?.abort();
      case "pace":
        return deps.pace?.(message.openId) ?? "within";
      case "count":
        return deps.counts.add(message.counter, message.labels);
      case "counts":
        return deps.counts.read();
      case "send":
        return deps.defer(send);
      case "trouble":
        return deps.defer(() => Promise.reject(new DatabaseUnusable(message.why)));
    }
  };
}
