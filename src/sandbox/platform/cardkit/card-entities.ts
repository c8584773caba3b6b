import { randomInt } from "node:crypto";
import { UPDATABLE_MS } from "../../card/lifetime.ts";

const STREAMING_MS = 10 * 60_000;

/** A card that exists independently of messages and can be sent once (feishu-contract 4.8). */
export type CardEntity = {
  card_id: string;
  app_id: string;
  created_at: number;
  /** The card until it is sent; afterwards the message contains it. */
  draft: Record<string, unknown>;
  message_id?: string;
  /** Sequence number of the last operation; the next must be greater. */
  sequence: number;
  uuids: Set<string>;
  /** When streaming was last turned on, UTC ms of the sandbox clock; absent while it is off. */
  streaming_since?: number;
};

export type CardEntities = {
  create(appId: string, card: Record<string, unknown>): CardEntity;
  find(cardId: string): CardEntity | undefined;
  /** The entity shown by a message. */
  ofMessage(messageId: string): CardEntity | undefined;
  /** Records that the entity was sent as this message. */
  noteSent(entity: CardEntity, messageId: string): void;
  isExpired(entity: CardEntity): boolean;
  /** The streaming mode; it turns itself off after ten minutes. */
  streaming(entity: CardEntity): "on" | "off" | "timed_out";
  setStreaming(entity: CardEntity, isOn: boolean): void;
  /** Records a completed operation and the resulting card. */
  noteOperation(entity: CardEntity, card: Record<string, unknown>, done: Operation): void;
  all(): CardEntity[];
  /** Restores an entity kept from an earlier run. */
  restore(entity: CardEntity): void;
};

type Operation = { sequence: number; uuid?: string | undefined };

/**
 * All card entities; each lives 14 days of the sandbox clock. `changed` is called for each that is created or
 * changed.
 */
export function createCardEntities(now: () => number, changed: (cardId: string) => void): CardEntities {
  const entities = new Map<string, CardEntity>();
  const byMessage = new Map<string, CardEntity>();
  const setStreaming = (entity: CardEntity, isOn: boolean) => {
    if (isOn) entity.streaming_since = now();
    else delete entity.streaming_since;
    changed(entity.card_id);
  };
  const restore = (entity: CardEntity) => {
    entities.set(entity.card_id, entity);
    if (entity.message_id !== undefined) byMessage.set(entity.message_id, entity);
  };
  return {
    restore,
    all: () => [...entities.values()],
    create(app_id, draft) {
      const card_id = `7${randomInt(1e9, 1e10)}${randomInt(1e7, 1e8)}`;
      const entity = { card_id, app_id, created_at: now(), draft, sequence: 0, uuids: new Set<string>() };
      restore(entity);
      changed(card_id);
      return entity;
    },
    find: (cardId) => entities.get(cardId),
    ofMessage: (messageId) => byMessage.get(messageId),
    noteSent(entity, messageId) {
      entity.message_id = messageId;
      restore(entity);
      changed(entity.card_id);
    },
    isExpired: (entity) => now() - entity.created_at > UPDATABLE_MS,
    streaming(entity) {
      if (entity.streaming_since === undefined) return "off";
      return now() - entity.streaming_since < STREAMING_MS ? "on" : "timed_out";
    },
    setStreaming,
    noteOperation(entity, card, { sequence, uuid }) {
      entity.draft = card;
      entity.sequence = sequence;
      if (uuid !== undefined) entity.uuids.add(uuid);
      changed(entity.card_id);
    },
  };
}
