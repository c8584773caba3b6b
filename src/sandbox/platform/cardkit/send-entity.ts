import { isRecord } from "../../card/is-record.ts";
import { platformError } from "../../card-rules/check-card.ts";
import { parseJson } from "../../parse-json.ts";
import type { Call } from "../answer.ts";
import type { Refusal } from "../refusal.ts";
import type { CardEntity } from "./card-entities.ts";

/** The id in `{"type":"card","data":{"card_id"}}`; undefined for other content. */
export function entityIdIn(msgType: string, content: string): string | undefined {
  if (msgType !== "interactive" || !content.includes('"card_id"')) return undefined;
  const parsed = parseJson(content);
  if (!isRecord(parsed) || parsed.type !== "card" || !isRecord(parsed.data)) return undefined;
  return String(parsed.data.card_id);
}

/** The entity to send; refused unless it belongs to the app and has not been sent before. */
export function entityToSend(
  call: Call<"cards">,
  cardId: string,
): { ok: true; entity: CardEntity } | { ok: false; refusal: Refusal } {
  const { cards } = call.sandbox;
  const entity = cards.find(cardId);
  if (entity === undefined || entity.message_id !== undefined) return refusal(11310, "cardid is invalid");
  if (entity.app_id !== call.app.app_id) {
    return refusal(300311, "The current application does not have permission to update/use this card");
  }
  if (cards.isExpired(entity)) return refusal(200750, "The card entity has expired");
  return { ok: true, entity };
}

function refusal(code: number, message: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { ...platformError({ code, path: "ROOT", message }), status: 400 } };
}
