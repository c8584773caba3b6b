import * as z from "zod";
import { isRecord } from "../../card/is-record.ts";
import { cardRefusal } from "./card-refusal.ts";
import { appendElements, changeElement, findElement } from "./card-tree.ts";
import type { Changed } from "./operate-card.ts";

type Card = Record<string, unknown>;

const elementList = z.array(z.record(z.string(), z.unknown())).min(1);

export const placeSchema = z.object({
  type: z.enum(["insert_before", "insert_after", "append"]),
  target_element_id: z.string().max(20).optional(),
});

/** The card with elements inserted before or after an element, or appended. */
export function addElements(card: Card, place: z.infer<typeof placeSchema>, input: unknown): Changed {
  const added = elementList.safeParse(input);
  if (!added.success) return { ok: false, refusal: cardRefusal(300315) };
  const { type, target_element_id: target = "" } = place;
  if (type === "append") {
    const grown = appendElements(card, target === "" ? undefined : target, added.data);
    return grown ? { ok: true, card: grown, blame: 300315 } : notFound(300315, target);
  }
  const changed = changeElement(card, target, (element) =>
    type === "insert_before" ? [...added.data, element] : [element, ...added.data],
  );
  return changed ? { ok: true, card: changed, blame: 300315 } : notFound(300315, target);
}

/** The card with one element replaced by another. */
export function replaceElement(card: Card, id: string, input: unknown): Changed {
  if (!isRecord(input)) return { ok: false, refusal: cardRefusal(300121) };
  const changed = changeElement(card, id, () => [input]);
  return changed ? { ok: true, card: changed, blame: 300121 } : notFound(300121, id);
}

/** The card with some properties of one element changed; its tag cannot be changed. */
export function patchElement(card: Card, id: string, input: unknown): Changed {
  if (!isRecord(input)) return { ok: false, refusal: cardRefusal(300313) };
  const before = findElement(card, id);
  if (before === undefined) return notFound(300313, id);
  if (input.tag !== undefined && input.tag !== before.tag) return { ok: false, refusal: cardRefusal(300312) };
  const changed = changeElement(card, id, (element) => [{ ...element, ...input }]);
  return changed ? { ok: true, card: changed, blame: 300313 } : notFound(300313, id);
}

/** The card without the given elements and their content. */
export function deleteElements(card: Card, ids: string[]): Changed {
  let left = card;
  for (const id of ids) {
    const changed = changeElement(left, id, () => []);
    if (changed === undefined) return notFound(300314, id);
    left = changed;
  }
  return { ok: true, card: left, blame: 300314 };
}

/** The card with the text of one plain_text or markdown element replaced. */
export function setContent(card: Card, id: string, content: string): Changed {
  const element = findElement(card, id);
  if (element === undefined) return notFound(300313, id);
  if (element.tag !== "plain_text" && element.tag !== "markdown") {
    return { ok: false, refusal: cardRefusal(300310) };
  }
  return patchElement(card, id, { content });
}

function notFound(code: 300121 | 300313 | 300314 | 300315, id: string): Changed {
  return { ok: false, refusal: cardRefusal(code, `not find elementID : ${id}`) };
}
