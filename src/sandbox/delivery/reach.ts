import type { Links } from "../long-connection/links.ts";
import type { AppRecord } from "../store.ts";
import { type About, deliver, type Wire } from "./deliver.ts";
import type { Posted } from "./http-post.ts";

type Kind = "event" | "callback";

/**
 * How a bot is reached: by its request URL or its long connection, configured separately for events and card
 * callbacks.
 */
export type Reach = {
  /** Whether the app has a delivery channel; a long connection counts even without a connected client. */
  has(app: AppRecord, kind: Kind): boolean;
  send(app: AppRecord, kind: Kind, json: string, about: About): Promise<Posted>;
};

/** Chooses the channel by the app's settings. */
export function createReach(wire: Wire, links: Links): Reach {
  return {
    has: (app, kind) => isLinked(app, kind) || urlOf(app, kind) !== "",
    async send(app, kind, json, about) {
      if (!isLinked(app, kind)) return deliver(wire, app, urlOf(app, kind), json, about);
      const posted = await links.deliver(app, json, about);
      const isUnanswered = kind === "callback" && posted.ok && posted.status === 200 && posted.body === "";
      if (!isUnanswered) return posted;
      return { ok: false, failure: "no_target", reason: "the ack carries no data", ms: posted.ms };
    },
  };
}

function isLinked(app: AppRecord, kind: Kind): boolean {
  return (kind === "event" ? app.event_mode : app.callback_mode) === "long_connection";
}

function urlOf(app: AppRecord, kind: Kind): string {
  return kind === "event" ? app.event_url : app.callback_url;
}
