import * as z from "zod";
import { isRecord } from "../../card/is-record.ts";
import { parseJson } from "../../parse-json.ts";
import { type Answer, type Call, refused, success } from "../answer.ts";
import { readFields } from "../read-fields.ts";
import type { Refusal } from "../refusal.ts";
import type { CardEntity } from "./card-entities.ts";
import { type CardKitCode, cardProblemRefusal, cardRefusal } from "./card-refusal.ts";

/** A call that changes a card entity. */
export type CardCall = Call<"admitCard" | "callbacks" | "cards" | "clock" | "faults" | "limits" | "store">;

type Card = Record<string, unknown>;

/** The result of an operation. `blame`: the code to use if the card rules refuse the resulting card. */
export type Changed =
  | { ok: true; card: Card; blame: CardKitCode; streaming?: boolean }
  | { ok: false; refusal: Refusal };

const MOST_A_SECOND = 10;

/** Fields of every operation: `sequence` must increase, `uuid` may be used once. */
export const operationSchema = z.object({
  uuid: z.string().min(1).max(64).optional(),
  sequence: z.int().min(-2_147_483_648).max(2_147_483_647),
});

type Operation = z.infer<typeof operationSchema>;

/**
 * Performs one operation on a card entity, completely or not at all; everyone who sees the card sees the
 * change (feishu-contract 4.8).
 */
export function operateCard<T extends z.ZodType<Operation>>(
  call: CardCall,
  schema: T,
  change: (card: Card, fields: z.infer<T>, entity: CardEntity) => Changed,
): Answer {
  const body = readFields(schema, call.body);
  if (!body.ok) return refused(body.refusal);
  const { cards, admitCard } = call.sandbox;
  const entity = cards.find(call.params.card_id ?? "");
  if (entity === undefined) return refused(cardRefusal(200740));
  const closed = refuseOperation(call, entity, body.fields);
  if (closed !== undefined) return refused(closed);
  const changed = change(currentCard(call, entity), body.fields, entity);
  if (!changed.ok) return refused(changed.refusal);
  const json = JSON.stringify(changed.card);
  const problems = admitCard(call.app.app_id, json, changed.card);
  call.notes.card_problems = problems.map((one) => `${one.code} ${one.path} ${one.message}`);
  const [first] = problems;
  if (first !== undefined) return refused(cardProblemRefusal(first, changed.blame));
  if (changed.streaming !== undefined) cards.setStreaming(entity, changed.streaming);
  cards.noteOperation(entity, changed.card, body.fields);
  showCard(call, entity, json);
  return success({});
}

function refuseOperation(
  call: Call<"callbacks" | "cards" | "faults" | "limits" | "store">,
  entity: CardEntity,
  fields: Operation,
): Refusal | undefined {
  const { cards, callbacks, limits, faults, store } = call.sandbox;
  if (entity.app_id !== call.app.app_id) return cardRefusal(300311);
  const message = store.message(entity.message_id ?? "");
  if (message !== undefined) call.notes.chat_id = message.chat_id;
  if (cards.isExpired(entity)) return cardRefusal(200750);
  if (entity.message_id !== undefined && callbacks.isLocked(entity.message_id)) return cardRefusal(200810);
  if (fields.uuid !== undefined && entity.uuids.has(fields.uuid)) return cardRefusal(200770);
  if (fields.sequence <= entity.sequence) return cardRefusal(300317);
  if (cards.streaming(entity) === "on" || faults.take("limits_off")) return undefined;
  if (limits.takeTarget(`card ${entity.card_id}`, MOST_A_SECOND)) return undefined;
  return { code: 99991400, msg: "request trigger frequency limit", status: 429 };
}

/** The entity's current card; after sending, the one in its message. */
function currentCard(call: Call<"store">, entity: CardEntity): Card {
  const message = call.sandbox.store.message(entity.message_id ?? "");
  const card = message && parseJson(message.content);
  return isRecord(card) ? card : entity.draft;
}

function showCard(call: Call<"clock" | "store">, entity: CardEntity, content: string): void {
  const { store, clock } = call.sandbox;
  const message = store.message(entity.message_id ?? "");
  if (message === undefined) return;
  store.putMessage({ ...message, content, updated: true, update_time: clock.now() });
}
