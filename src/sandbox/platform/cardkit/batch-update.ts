import * as z from "zod";
import { parseJson } from "../../parse-json.ts";
import type { Answer } from "../answer.ts";
import { withSettings } from "./card-calls.ts";
import { cardRefusal } from "./card-refusal.ts";
import { addElements, deleteElements, patchElement, placeSchema, replaceElement } from "./change-elements.ts";
import { type CardCall, type Changed, operateCard, operationSchema } from "./operate-card.ts";

// Parts of a batch are objects, but the single calls take them as JSON text; both are accepted.
const part = z.unknown().transform((given) => (typeof given === "string" ? parseJson(given) : given));
const element_id = z.string();

const actionSchema = z.discriminatedUnion("action", [
  z.object({ action: z.literal("partial_update_setting"), params: z.object({ settings: part }) }),
  z.object({ action: z.literal("add_elements"), params: placeSchema.extend({ elements: part }) }),
  z.object({
    action: z.literal("delete_elements"),
    params: z.object({ element_ids: z.array(z.string()).min(1) }),
  }),
  z.object({
    action: z.literal("partial_update_element"),
    params: z.object({ element_id, partial_element: part }),
  }),
  z.object({ action: z.literal("update_element"), params: z.object({ element_id, element: part }) }),
]);

type Action = z.infer<typeof actionSchema>;
type Card = Record<string, unknown>;

/** POST /cardkit/v1/cards/:card_id/batch_update: several changes at once, all or none. */
export function batchUpdateCard(call: CardCall): Answer {
  const schema = operationSchema.extend({ actions: z.string().min(1).max(1_000_000) });
  return operateCard(call, schema, (card, fields) => {
    const actions = z.array(actionSchema).min(1).safeParse(parseJson(fields.actions));
    if (!actions.success) {
      return { ok: false, refusal: cardRefusal(10002) };
    }
    return inOrder(card, actions.data);
  });
}

function inOrder(card: Card, actions: Action[]): Changed {
  let done: Changed & { ok: true } = { ok: true, card, blame: 200220 };
  for (const action of actions) {
    const next = carryOut(done.card, action);
    if (!next.ok) return next;
    done = { ...done, ...next };
  }
  return done;
}

function carryOut(card: Card, one: Action): Changed {
  switch (one.action) {
    case "partial_update_setting":
      return withSettings(card, one.params.settings);
    case "add_elements":
      return addElements(card, one.params, one.params.elements);
    case "delete_elements":
      return deleteElements(card, one.params.element_ids);
    case "partial_update_element":
      return patchElement(card, one.params.element_id, one.params.partial_element);
    case "update_element":
      return replaceElement(card, one.params.element_id, one.params.element);
  }
}
