import { randomInt } from "node:crypto";
import { setTimeout as rest } from "node:timers/promises";
import type { WebSocket } from "ws";
import { type About, deliveryTarget, type Wire } from "../delivery/deliver.ts";
import type { Posted } from "../delivery/http-post.ts";
import type { Where } from "../faults.ts";
import { freshId } from "../ids.ts";
import type { AppRecord } from "../store.ts";
import type { Ack } from "./acks.ts";
import type { ClientConfig } from "./client-config.ts";
import { createLink, type Link } from "./link.ts";

export const MOST_LINKS = 50;
const PART_BYTES = 65_536;

export type Links = {
  /** Adopts a connected client. */
  open(socket: WebSocket, who: { appId: string; deviceId: string; serviceId: number }): void;
  /** Number of an app's open connections. */
  count(appId: string): number;
  /**
   * Sends an envelope to a randomly chosen client of the app and waits up to 3 s for its ack (feishu-contract
   * 5.1, 5.4).
   */
  deliver(app: AppRecord, json: string, about: About): Promise<Posted>;
  /** Breaks all connections of an app, as a network failure does; returns how many there were. */
  cut(appId: string): number;
  closeAll(): void;
};

/** All long connections. `opened` is called each time an app gains a ready connection. */
export function createLinks(
  wire: Wire,
  clientConfig: ClientConfig,
  opened: (appId: string) => void = () => {},
): Links {
  const byApp = new Map<string, Set<Link>>();

  return {
    open(socket, who) {
      const link = createLink(socket, who, clientConfig, {
        opened: () => opened(who.appId),
        closed: (one) => void setOf(byApp, who.appId).delete(one),
      });
      setOf(byApp, who.appId).add(link);
    },
    count: (appId) => setOf(byApp, appId).size,
    async deliver(app, json, about) {
      const links = [...setOf(byApp, app.app_id)];
      const link = links.length === 0 ? undefined : links[randomInt(links.length)];
      const at = wire.clock.now();
      const started = performance.now();
      const messageId = freshId("");
      const headers = { trace_id: freshId(""), timestamp: String(wire.clock.machine()) };
      const ack =
        link && (await ackOf(wire, link, { messageId, headers, json }, deliveryTarget(app, json, about)));
      const posted = postedOf(ack, Math.round(performance.now() - started));
      wire.exchanges.add({
        at,
        direction: "to_bot",
        method: "WS",
        path: link === undefined ? "/ws/v2" : `/ws/v2?device_id=${link.deviceId}`,
        status: posted.ok ? posted.status : 0,
        ms: posted.ms,
        request_headers: { type: "event", message_id: messageId, ...headers },
        request: json,
        response: posted.ok ? posted.body : posted.reason,
        ...about,
      });
      return posted;
    },
    cut(appId) {
      const links = [...setOf(byApp, appId)];
      for (const link of links) link.cut();
      return links.length;
    },
    closeAll() {
      for (const links of byApp.values())
        for (const link of links) link.close(1001, "the platform is going away");
    },
  };
}

type Timed = Ack | { ok: "late" };
type Letter = { messageId: string; headers: Record<string, string>; json: string };

async function ackOf(
  wire: Wire,
  link: Link,
  { messageId, headers, json }: Letter,
  where: Where,
): Promise<Timed> {
  const partBytes = wire.faults.take("split_frames", where) ?? PART_BYTES;
  const delay = wire.faults.take("delay_delivery_ms", where) ?? 0;
  const deadline = wire.deadlines.delivery;
  // A delay fault counts against the deadline; a delivery delayed beyond it is never sent.
  if (delay > 0) await rest(Math.min(delay, deadline));
  if (delay >= deadline) return { ok: "late" };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Timed>((resolve) => {
    timer = setTimeout(() => resolve({ ok: "late" }), deadline - delay);
  });
  const ack = await Promise.race([link.push(messageId, headers, Buffer.from(json), partBytes), late]);
  clearTimeout(timer);
  link.forget(messageId);
  return ack;
}

function postedOf(ack: Timed | undefined, ms: number): Posted {
  if (ack === undefined) return { ok: false, failure: "no_target", reason: "no client is connected", ms };
  if (ack.ok === "late") return { ok: false, failure: "timeout", reason: "no ack in time", ms };
  if (!ack.ok) return { ok: false, failure: "other", reason: ack.reason, ms };
  return { ok: true, status: ack.code, body: ack.data, ms };
}

function setOf(map: Map<string, Set<Link>>, appId: string): Set<Link> {
  const known = map.get(appId) ?? new Set();
  map.set(appId, known);
  return known;
}
