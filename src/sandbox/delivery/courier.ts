import { isSubscribed } from "../console/settings.ts";
import { EVENT_SCOPES, type EventType } from "../events/event-scopes.ts";
import { grantedFields } from "../platform/granted-fields.ts";
import { isGranted } from "../platform/scopes.ts";
import type { Store } from "../store.ts";
import { type About, deliveryTarget, type Wire } from "./deliver.ts";
import { type Envelope, eventEnvelope } from "./envelope.ts";
import type { Reach } from "./reach.ts";
import { createRetries } from "./retries.ts";
import { createSwap } from "./swap.ts";
import { createUnderWay } from "./under-way.ts";

/** Delays before the four retries, ms on the sandbox clock (feishu-contract 1.1). */
const LADDER = [15_000, 300_000, 3_600_000, 21_600_000];

type Pending = { appId: string; envelope: Envelope; about: About; failures: number; due: number };

export type Courier = {
  /** Pushes one event to an app, if reachable; retried until acknowledged with 200 or given up. */
  push(appId: string, type: EventType, event: Record<string, unknown>, about: About): void;
  /** Delivers every retry that is due, including those that become due meanwhile. */
  fireDue(): Promise<void>;
  /**
   * Sends an app all events waiting for a retry; those that fail again keep their retry time (feishu-contract 5.4).
   */
  replay(appId: string): void;
  /** Resolves when no delivery is in progress. */
  idle(): Promise<void>;
  waiting(): number;
  stop(): void;
};

/** Delivers events to bots, with retries (feishu-contract 1.1). */
export function createCourier(wire: Wire, store: Store, reach: Reach): Courier {
  const retries = createRetries<Pending>(wire.clock.now, () => void fireDue());
  const { track, idle } = createUnderWay();
  const swap = createSwap<Pending>();

  async function attempt(pending: Pending, isReplay: boolean): Promise<void> {
    const app = store.app(pending.appId);
    if (app === undefined || !reach.has(app, "event")) return;
    const json = JSON.stringify(pending.envelope);
    const send = () => reach.send(app, "event", json, pending.about);
    const posted = await send();
    if (posted.ok && posted.status === 200) {
      if (wire.faults.take("duplicate", deliveryTarget(app, json, pending.about))) await send();
      return;
    }
    const next = isReplay ? pending : nextRung(pending);
    if (next !== undefined) retries.add(next);
  }

  async function inOrder(events: Pending[]): Promise<void> {
    for (const pending of events) await attempt(pending, false);
  }

  const attemptAll = (events: Pending[]) =>
    Promise.all(events.map((pending) => track(attempt(pending, false))));

  async function fireDue(): Promise<void> {
    await attemptAll(swap.release());
    for (let due = retries.takeDue(); due.length > 0; due = retries.takeDue()) await attemptAll(due);
    retries.arm();
  }

  return {
    push(appId, type, event, about) {
      const app = store.app(appId);
      if (app === undefined || !isSubscribed(app, "event", type)) return;
      const scopes = EVENT_SCOPES[type];
      if (scopes.length > 0 && !isGranted(app, scopes)) return;
      const now = wire.clock.now();
      const envelope = eventEnvelope(app, type, grantedFields(app, event), now);
      const pending = { appId, envelope, about, failures: 0, due: now };
      const hold = wire.faults.take("reorder", { path: type, app_id: appId, ...about }) === true;
      void track(inOrder(swap.pass(appId, pending, hold)));
    },
    fireDue,
    replay(appId) {
      for (const missed of retries.take((pending) => pending.appId === appId))
        void track(attempt(missed, true));
    },
    idle,
    waiting: () => retries.count() + swap.count(),
    stop: retries.stop,
  };
}

function nextRung(pending: Pending): Pending | undefined {
  const wait = LADDER[pending.failures];
  if (wait === undefined) return undefined;
  return { ...pending, failures: pending.failures + 1, due: pending.due + wait };
}
