import * as z from "zod";
import { commit } from "../../db/commit.ts";
import { databaseTrouble, rootMessage } from "../../db/database-unusable.ts";
import { whoeverWaits } from "../../db/own-request.ts";
import { forgetReceived, listReceived, putReceived, tryReceivedAgain } from "../../db/received.ts";
import type { Write } from "../../db/written.ts";
import type { Deps } from "../deps.ts";
import type { FeishuEvent } from "../feishu/envelope.ts";
import { handleEvent, isForNobody, noteRepeated } from "./handle-event.ts";
import { Postponed } from "./pace.ts";

// An event is stored as it came, acknowledged, and answered after that: however many come at once, and whatever an answer has
// to wait for, the platform does not wait. A press is answered at once instead: its answer is what it waits for.

/** Events that one process answers at the same time; those that come meanwhile are stored between their steps. */
const AT_ONCE = 4;
/** Events that one process keeps in memory; further ones wait on the disk alone. */
const HELD = 1_000;
/** An event nobody has answered for this long is left over, ms: its process ended. */
const LEFT_OVER = 30_000;
/** The pause before an event is tried again doubles with every try, ms. */
const FIRST_PAUSE = 60_000;
const LONGEST_PAUSE = 3_600_000;
const A_PAGE = 200;

type Stored = { event: FeishuEvent; tries: number };
const eventSchema = z.object({
  kind: z.literal("event"),
  eventId: z.string(),
  eventType: z.string(),
  createdAt: z.number(),
  event: z.unknown(),
});

/** What a process has in hand. `left`: whether something was left on the disk until its hands are free. */
type Hands = { held: Map<string, Promise<void>>; free: number; waiting: Array<() => void>; left: boolean };

const hands = new WeakMap<object, Hands>();

function handsOf({ db }: Deps): Hands {
  const who = whoeverWaits(db);
  const own = hands.get(who) ?? { held: new Map(), free: AT_ONCE, waiting: [], left: false };
  hands.set(who, own);
  return own;
}

/**
 * Stores an event that something may have to be done about; when this resolves it may be acknowledged. It is answered
 * afterwards, and `send` called then.
 */
export async function receiveEvent(deps: Deps, event: FeishuEvent, send: () => Promise<void>): Promise<void> {
  const { db } = deps;
  if (isForNobody(event)) {
    deps.log("debug", "event not used", { type: event.eventType, id: event.eventId });
    return;
  }
  if (handsOf(deps).held.has(event.eventId)) return noteRepeated(deps, event);
  const now = deps.clock.now();
  const row = { id: event.eventId, event: JSON.stringify(event), tries: 0, tryAt: now + LEFT_OVER };
  await commit(db, { audit: null, writes: [putReceived(db, row)] }, now);
  deps.defer(async () => {
    await answer(deps, { event, tries: 0 });
    await send();
  });
}

/** Resolves when everything this process has in hand is answered. */
export async function allAnswered(deps: Deps): Promise<void> {
  const { held } = handsOf(deps);
  while (held.size > 0) await Promise.all(held.values());
}

/**
 * Answers stored events whose time to be tried has come. `alone`: no other process is answering, so those are left over too
 * that came a moment ago.
 */
export async function answerLeftOver(deps: Deps, alone = false): Promise<void> {
  const until = deps.clock.now();
  let after = 0;
  for (;;) {
    const rows = await listReceived(deps.db, { until, after, limit: A_PAGE, untried: alone });
    const stored = rows.flatMap((row) => {
      const read = eventSchema.safeParse(JSON.parse(row.event));
      if (!read.success) deps.log("error", "stored event cannot be read", { id: row.id });
      return read.success ? [{ event: read.data, tries: row.tries }] : [];
    });
    await Promise.all(stored.map((one) => answer(deps, one)));
    if (rows.length < A_PAGE) return;
    after = rows.at(-1)?.n ?? 0;
  }
}

async function answer(deps: Deps, stored: Stored): Promise<void> {
  const own = handsOf(deps);
  const { eventId } = stored.event;
  if (own.held.has(eventId)) return;
  if (own.held.size >= HELD) {
    own.left = true;
    return;
  }
  const answering = inTurn(own, () => answerNow(deps, stored));
  own.held.set(eventId, answering);
  await answering.finally(() => own.held.delete(eventId));
  if (!own.left || own.held.size > 0) return;
  own.left = false;
  await answerLeftOver(deps, true);
}

/** Waits for a free hand; whoever came first goes first. */
async function inTurn(own: Hands, work: () => Promise<void>): Promise<void> {
  if (own.free > 0) own.free -= 1;
  else await new Promise<void>((go) => own.waiting.push(go));
  try {
    await work();
  } finally {
    const next = own.waiting.shift();
    if (next) next();
    else own.free += 1;
  }
}

/** Answers an event and takes it away; one that cannot be answered now is tried again by the heartbeat. */
async function answerNow(deps: Deps, { event, tries }: Stored): Promise<void> {
  const { db } = deps;
  const { eventType: type, eventId: id } = event;
  const started = performance.now();
  const later = (pause: number) =>
    tryReceivedAgain(db, id, { tries: tries + 1, tryAt: deps.clock.now() + pause });
  const write = (one: Write) => commit(db, { audit: null, writes: [one] }, deps.clock.now());
  try {
    await handleEvent(deps, event);
    await write(forgetReceived(db, { id }));
    deps.log("info", "event", { type, id, ms: Math.round(performance.now() - started) });
  } catch (error) {
    const trouble = databaseTrouble(error);
    if (trouble) throw trouble;
    if (error instanceof Postponed) {
      deps.log("info", "event postponed", { type, id });
      return write(later(FIRST_PAUSE));
    }
    deps.log("error", "event not answered", { type, id, error: rootMessage(error) });
    await write(later(Math.min(FIRST_PAUSE * 2 ** Math.min(tries, 10), LONGEST_PAUSE)));
  }
}
