import * as z from "zod";
import { type CardCallback, parseCardCallback } from "./card-callback.ts";
import { readAs } from "./read-as.ts";

export type FeishuEvent = {
  kind: "event";
  /** The key for detecting repeated deliveries; for messages the message id is used as well (feishu-contract 1.6). */
  eventId: string;
  eventType: string;
  /** UTC ms. */
  createdAt: number;
  event: unknown;
};

export type FeishuCallback = { kind: "callback"; eventId: string; createdAt: number; callback: CardCallback };

export type Envelope = { appId: string; token: string; content: FeishuEvent | FeishuCallback | null };

const envelopeShape = z.object({
  schema: z.literal("2.0"),
  header: z.object({
    event_id: z.string().min(1),
    event_type: z.string().min(1),
    create_time: z.union([z.string(), z.number()]),
    token: z.string().catch(""),
    app_id: z.string().min(1),
  }),
  event: z.unknown(),
});

/**
 * Parses a 2.0 envelope (feishu-contract 1.5). `null` for anything else, including 1.0, which no subscribed event uses.
 * `content` is null for a card callback with an unreadable body. The caller verifies `token` and `appId`.
 */
export const parseEnvelope = (document: unknown): Envelope | null => {
  const read = readAs(envelopeShape, document);
  if (read === null) return null;
  const { header, event } = read;
  const createdAt = asMilliseconds(header.create_time);
  if (createdAt === null) return null;
  return {
    appId: header.app_id,
    token: header.token,
    content: contentOf(header.event_id, header.event_type, createdAt, event),
  };
};

const contentOf = (
  eventId: string,
  eventType: string,
  createdAt: number,
  event: unknown,
): FeishuEvent | FeishuCallback | null => {
  if (eventType !== "card.action.trigger") return { kind: "event", eventId, eventType, createdAt, event };
  const callback = parseCardCallback(event);
  return callback === null ? null : { kind: "callback", eventId, createdAt, callback };
};

// Events have millisecond timestamps, card callbacks microseconds; no real date is near the border.
const microsecondsFrom = 1e14;

const asMilliseconds = (createTime: string | number): number | null => {
  const stamp = Number(createTime);
  if (!Number.isSafeInteger(stamp) || stamp <= 0) return null;
  return stamp >= microsecondsFrom ? Math.floor(stamp / 1000) : stamp;
};
