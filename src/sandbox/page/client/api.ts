import * as z from "zod/mini";
import type { Act, ActResult, Exchange, ScriptsView } from "../../protocol.ts";
import {
  actResultShape,
  eventShape,
  exchangesShape,
  type PageEvent,
  type PageState,
  stateShape,
} from "../world/protocol-shapes.ts";
import { scriptsShape } from "../world/script-shapes.ts";
import { ask, type Refusal } from "./ask.ts";

export type ActAnswer = ActResult | Refusal;

const movedShape = z.object({ follower: z.exactOptional(z.string()) });

/** The complete state of the sandbox. Throws when the sandbox cannot be reached or its answer is invalid. */
export async function loadState(): Promise<PageState> {
  return stateShape.parse(await (await fetch("/sandbox/state")).json());
}

/** Exchanges with bots, oldest first. Throws like `loadState`. */
export async function loadExchanges(): Promise<Exchange[]> {
  return exchangesShape.parse(await (await fetch("/sandbox/exchanges")).json()).exchanges;
}

/** The scripts on offer and the runs so far. Throws like `loadState`. */
export async function loadScripts(): Promise<ScriptsView> {
  return scriptsShape.parse(await (await fetch("/sandbox/scripts")).json());
}

/**
 * Performs a person's act. A refusal is returned, not thrown; so is a missing answer, whose `error` is empty.
 */
export async function sendAct(act: Act): Promise<ActAnswer> {
  const asked = await ask("/sandbox/act", actResultShape, act);
  return asked.ok ? asked.answer : asked;
}

/**
 * Moves the sandbox clock forward to `now` (UTC ms); resolves once the bot's clock has followed, which may
 * take a while. `lagging`: why the bot's clock did not follow.
 */
export async function moveClock(now: number): Promise<{ ok: true; lagging?: string } | Refusal> {
  const moved = await ask("/sandbox/clock", movedShape, { now: new Date(now).toISOString() });
  if (!moved.ok) return moved;
  const { follower } = moved.answer;
  return follower === undefined || /^HTTP 2/.test(follower) ? { ok: true } : { ok: true, lagging: follower };
}

/**
 * Subscribes to the sandbox's changes; `onOpen` is called on every (re)connection, `onLost` when the
 * connection breaks.
 */
export function openStream(listen: {
  onOpen: () => void;
  onLost: () => void;
  onEvent: (event: PageEvent) => void;
}): () => void {
  const stream = new EventSource("/sandbox/stream");
  stream.addEventListener("open", listen.onOpen);
  stream.addEventListener("error", listen.onLost);
  stream.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (typeof event.data !== "string") return;
    const known = z.safeParse(eventShape, JSON.parse(event.data));
    if (known.success) listen.onEvent(known.data);
  });
  return () => stream.close();
}
