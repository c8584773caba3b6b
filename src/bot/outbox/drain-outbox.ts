import { Conflict } from "../../../db/commit.ts";
import { databaseTrouble, rootMessage } from "../../../db/database-unusable.ts";
import {
  LONGEST_WAIT,
  type OutboxEntry,
  settleEnded,
  settleExpired,
  settleLater,
  settleSent,
} from "../../../db/outbox.ts";
import { whoeverWaits } from "../../../db/own-request.ts";
import type { Deps } from "../../deps.ts";
import { FeishuRefused, FeishuUnreachable } from "../../feishu/feishu-error.ts";
import { isCardExpired, isRecalled, isUnknownPicture, refusalKind } from "../../feishu/refusal-kind.ts";
import { textContent } from "../../feishu/text-content.ts";
import { forgetPicturesOf } from "../evidence/upload-picture.ts";
import { enterMeeting } from "../meetings/enter-meeting.ts";
import { tellOffice } from "../undelivered/tell-office.ts";
import { markUrgent } from "../urgent/mark.ts";
import { addressPost } from "./address-post.ts";
import { claimSome } from "./claim-some.ts";
import { bringIn, upload } from "./files.ts";
import { prepareEntry } from "./prepare-entry.ts";

// Sends the outbox: claim, send, settle. Delivery is at least once; Feishu's uuid makes it exactly once for an hour.

/** Concurrent sends: at the platform's limit of 17 a second a call may take over a second. */
const AT_ONCE = 32;
/** Feishu's uuid is valid for an hour from the first attempt; later unanswered entries are not retried, ms. */
const UUID_HOLDS = 55 * 60_000;
const LONGEST_BACK_OFF = 10 * 60_000;

const draining = new WeakMap<object, { again: boolean; done: Promise<void> }>();

/** Sends everything due; concurrent calls in one process share one round. Resolves when nothing more is due. */
export function drainOutbox(deps: Deps): Promise<void> {
  const who = whoeverWaits(deps.db);
  const running = draining.get(who);
  if (running) {
    running.again = true;
    return running.done;
  }
  const state = { again: false, done: Promise.resolve() };
  draining.set(who, state);
  state.done = drain(deps, state, who);
  return state.done;
}

/**
 * The same for whoever does not wait for the end: while a round goes on, it is told that there is more, and this resolves
 * at once. A long line takes as long as the platform's limit says, and every event of that time would wait for its end.
 */
export function sendSoon(deps: Deps): Promise<void> {
  const running = draining.get(whoeverWaits(deps.db));
  if (!running) return drainOutbox(deps);
  running.again = true;
  return Promise.resolve();
}

async function drain(deps: Deps, state: { again: boolean }, who: object): Promise<void> {
  try {
    do {
      state.again = false;
      await sendDue(deps);
    } while (state.again);
  } finally {
    // In the same tick as the last check of `again`: later callers start a round of their own.
    draining.delete(who);
  }
}

/** Sends until nothing is due, up to AT_ONCE concurrently. If the database fails, running sends are finished first. */
async function sendDue(deps: Deps): Promise<void> {
  const sending = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const start = (entry: OutboxEntry): void => {
    const one = sendOne(deps, entry)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => sending.delete(one));
    sending.add(one);
  };
  try {
    while (failures.length === 0) {
      const claimed = await claimSome(deps, AT_ONCE - sending.size);
      claimed.forEach(start);
      if (sending.size === 0) return;
      // Claims in batches, because each claim is a write to the disk.
      const enough = claimed.length === 0 ? sending.size - 1 : AT_ONCE / 2;
      while (sending.size > enough) await Promise.race(sending);
    }
  } finally {
    await Promise.all(sending);
  }
  throw failures[0];
}

async function sendOne(deps: Deps, entry: OutboxEntry): Promise<void> {
  if (await isHeldBack(deps, entry)) return;
  await deps.rateLimit.turn(entry.kind, entry.to);
  await deliver(deps, entry);
}

/** A card of more towns than this is drawn at most once in a while, ms: every press of every town would change it. */
const MANY_TOWNS = 50;
const WHILE = 3_000;

/** Delays an update of a card that was just updated several times; a newer version may replace it meanwhile. */
async function isHeldBack(deps: Deps, entry: OutboxEntry): Promise<boolean> {
  const ofAll = entry.cardKind === "progress" && deps.programme.towns.length > MANY_TOWNS;
  const delay = entry.kind === "update" ? deps.rateLimit.pauseOf(entry.to, ofAll ? WHILE : 0) : 0;
  if (delay === 0) return false;
  await settleLater(deps.db, entry.id, { runAt: deps.clock.now() + delay, error: "waits for its turn" });
  return true;
}

async function deliver(deps: Deps, entry: OutboxEntry): Promise<void> {
  if (entry.unanswered === 1 && isPastUuid(entry, deps.clock.now()))
    return settleUnsure(deps, entry, "an earlier try had no answer, and its uuid no longer protects");
  let content = entry.content;
  try {
    // A mark settles itself: a refused mark is no lost message.
    if (entry.kind === "urgent") return await markUrgent(deps, entry);
    if (entry.toType === "post") return await addressPost(deps, entry);
    const prepared = await prepareEntry(deps, entry);
    if (prepared.kind === "nothing") return await settleEnded(deps.db, entry.id, "superseded", prepared.why);
    if (prepared.kind === "too_large") return await settleTooLarge(deps, entry);
    content = prepared.entry.content;
    const sent = await send(deps, prepared.entry);
    await settleSent(deps.db, entry, sent, deps.clock.now(), prepared.showed);
  } catch (error) {
    if (error instanceof FeishuRefused) await settleRefused(deps, entry, error, content);
    // Another process settled it: a download finished twice is reported once.
    else if (error instanceof Conflict)
      await settleSent(deps.db, entry, { messageId: "", chatId: "" }, deps.clock.now());
    else if (error instanceof FeishuUnreachable) await settleUnreachable(deps, entry, error);
    else await settleFailed(deps, entry, error);
  }
}

/** An error of our own, such as in the evidence folder, must not stop the others: it is logged and retried. */
async function settleFailed(deps: Deps, entry: OutboxEntry, error: unknown): Promise<void> {
  const trouble = databaseTrouble(error);
  if (trouble) throw trouble;
  deps.log("error", "outbox failed", { id: entry.id, kind: entry.kind, error: rootMessage(error) });
  const runAt = deps.clock.now() + backOff(entry.attempts);
  await settleLater(deps.db, entry.id, { runAt, error: rootMessage(error) });
}

async function send(deps: Deps, entry: OutboxEntry): Promise<{ messageId: string; chatId: string }> {
  const message = { msgType: entry.msgType, content: entry.content, uuid: entry.id };
  switch (entry.kind) {
    case "send": {
      const receiveIdType = entry.toType === "chat_id" ? "chat_id" : "open_id";
      return deps.feishu.sendMessage({ ...message, receiveIdType, receiveId: entry.to });
    }
    case "reply":
      return deps.feishu.replyMessage(entry.to, message);
    case "update":
      await deps.feishu.updateCard(entry.to, entry.content);
      return { messageId: entry.to, chatId: "" };
    case "fetch":
      await bringIn(deps, entry);
      return { messageId: "", chatId: "" };
    case "upload":
      await upload(deps, entry);
      return { messageId: "", chatId: "" };
    case "event":
      await enterMeeting(deps, entry);
      return { messageId: "", chatId: "" };
    case "urgent":
      throw new Error("a mark is no message");
  }
}

/** A card the platform would refuse is sent as its fallback text; an existing card stays as it is. */
async function settleTooLarge(deps: Deps, entry: OutboxEntry): Promise<void> {
  const error = "the card is too large to send";
  deps.log("error", "outbox failed", { id: entry.id, kind: entry.kind, error });
  if (entry.kind === "update") return settleEnded(deps.db, entry.id, "superseded", error);
  const text = textContent(entry.fallback);
  await settleLater(deps.db, entry.id, { runAt: deps.clock.now(), error, text });
}

async function settleRefused(
  deps: Deps,
  entry: OutboxEntry,
  no: FeishuRefused,
  content: string,
): Promise<void> {
  if (entry.kind === "update" && isCardExpired(no))
    return settleExpired(deps.db, entry, no.message, deps.clock.now());
  // Whoever recalls a message wants no answer to it.
  if (entry.kind === "reply" && isRecalled(no))
    return settleEnded(deps.db, entry.id, "superseded", no.message);
  const isForgotten = isUnknownPicture(no) && (await forgetPicturesOf(deps, content));
  // A card drawn when it is sent is drawn again, with words in their place.
  if (isForgotten && entry.content === "")
    return settleLater(deps.db, entry.id, { runAt: deps.clock.now(), error: no.message });
  const kind = refusalKind(no);
  const subCode = no.subCode ?? 0;
  deps.log("warn", "outbox refused", { id: entry.id, code: no.code, subCode, logId: no.logId, kind });
  if (kind === "later") {
    const wait = Math.min(no.retryAfterMs ?? backOff(entry.attempts), LONGEST_WAIT);
    // A rate-limit answer applies to all calls of this kind, so the others wait without being refused.
    if (no.status === 429) deps.rateLimit.rest(entry.kind, wait);
    return settleLater(deps.db, entry.id, { runAt: deps.clock.now() + wait, error: no.message });
  }
  if (kind === "card" && entry.msgType === "interactive" && entry.fallback !== "") {
    const text = textContent(entry.fallback);
    return settleLater(deps.db, entry.id, { runAt: deps.clock.now(), error: no.message, text });
  }
  await settleEnded(deps.db, entry.id, "dead", no.message, await tellOffice(deps, entry, "dead"));
}

async function settleUnreachable(deps: Deps, entry: OutboxEntry, gone: FeishuUnreachable): Promise<void> {
  const now = deps.clock.now();
  const unanswered = gone.mayHaveHappened || entry.unanswered === 1;
  deps.log("warn", "outbox unanswered", { id: entry.id, attempts: entry.attempts });
  if (unanswered && isPastUuid(entry, now)) return settleUnsure(deps, entry, gone.message);
  await settleLater(deps.db, entry.id, {
    runAt: now + backOff(entry.attempts),
    error: gone.message,
    unanswered,
  });
}

/** Whether sending again could create a second message. Everything else may be repeated at any time. */
function isPastUuid(entry: OutboxEntry, now: number): boolean {
  if (entry.kind !== "send" && entry.kind !== "reply") return false;
  const since = now - (entry.firstTriedAt ?? now);
  // A first attempt in the future: the clock was set back, so its age is unknown.
  return since < 0 || since > UUID_HOLDS;
}

async function settleUnsure(deps: Deps, entry: OutboxEntry, why: string): Promise<void> {
  await settleEnded(deps.db, entry.id, "unsure", why, await tellOffice(deps, entry, "unsure"));
}

function backOff(attempts: number): number {
  return Math.min(1000 * 2 ** Math.min(attempts, 20), LONGEST_BACK_OFF);
}
