import * as z from "zod";
import { parseJson } from "../../parse-json.ts";
import type { Answer, Call } from "../answer.ts";
import { cardRefusal } from "./card-refusal.ts";
import {
  addElements,
  deleteElements,
  patchElement,
  placeSchema,
  replaceElement,
  setContent,
} from "./change-elements.ts";
import { type CardCall, operateCard, operationSchema } from "./operate-card.ts";

const json = z.string().min(1).max(1_000_000);
const idOf = (call: Call) => call.params.element_id ?? "";

/** POST /cardkit/v1/cards/:card_id/elements: adds elements. */
export function createElements(call: CardCall): Answer {
  const schema = operationSchema.extend({ ...placeSchema.shape, elements: json });
  return operateCard(call, schema, (card, fields) => addElements(card, fields, parseJson(fields.elements)));
}

/** PUT /cardkit/v1/cards/:card_id/elements/:element_id: replaces an element. */
export function updateElement(call: CardCall): Answer {
  const schema = operationSchema.extend({ element: json });
  return operateCard(call, schema, (card, { element }) =>
    replaceElement(card, idOf(call), parseJson(element)),
  );
}

/** PATCH /cardkit/v1/cards/:card_id/elements/:element_id: changes some properties of an element. */
export function partialUpdateElement(call: CardCall): Answer {
  const schema = operationSchema.extend({ partial_element: json });
  return operateCard(call, schema, (card, { partial_element }) =>
    patchElement(card, idOf(call), parseJson(partial_element)),
  );
}

/** DELETE /cardkit/v1/cards/:card_id/elements/:element_id: removes an element. */
export function deleteElement(call: CardCall): Answer {
  return operateCard(call, operationSchema, (card) => deleteElements(card, [idOf(call)]));
}

/**
 * PUT /cardkit/v1/cards/:card_id/elements/:element_id/content: sends the complete new text while the card is
 * streaming.
 */
export function streamContent(call: CardCall): Answer {
  const schema = operationSchema.extend({ content: z.string().min(1).max(100_000) });
  return operateCard(call, schema, (card, { content }, entity) => {
    const streaming = call.sandbox.cards.streaming(entity);
    if (streaming === "off") return { ok: false, refusal: cardRefusal(300309) };
    if (streaming === "timed_out") return { ok: false, refusal: cardRefusal(200850) };
    return setContent(card, idOf(call), content);
  });
}
