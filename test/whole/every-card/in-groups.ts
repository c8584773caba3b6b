import type { Page } from "playwright-core";
import { bilingualOf } from "../../../cards/bilingual.ts";
import type { Card } from "../../../cards/card.ts";
import { fits } from "../../../cards/size.ts";
import type { Shown } from "../../cards/show.ts";
import type { Room } from "./gallery.ts";
import { everyCard } from "./registry.ts";
import type { Size } from "./setting.ts";

/** A card as sent to a group, and in each single language. */
export type Paired = { name: string; zh: Card; en: Card; both: Card | null };

/** Every different card without inputs, for readers of both languages; `both` is null where their structures differ. */
export function paired(size: Size): Paired[] {
  const english = new Map(everyCard(size, "en"));
  const pairs = everyCard(size, "zh-CN")
    .filter(([name, card]) => !hasForm(card) && !name.startsWith("group"))
    .map(([name, zh]) => {
      const en = english.get(name);
      if (!en) throw new Error(`${name} is not drawn in English`);
      return { name, zh, en };
    });
  // What a group sees comes after what a reader sees alike, and gives the name.
  const once = new Map(pairs.map((pair) => [JSON.stringify([pair.zh, pair.en]), pair]));
  return [...once.values()].map((pair) => ({ ...pair, both: bilingualOf(pair.zh, pair.en) }));
}

/** Each card that is sent to a group, as it is sent. */
export function sendable(pairs: Paired[]): Shown[] {
  const cards = pairs.flatMap(({ name, both }): Shown[] => (both && fits(both) ? [[name, both]] : []));
  return cards.filter(([name]) => !/^(recordCard|keptCard) /.test(name) || name.endsWith(" group"));
}

function hasForm({ body }: Card): boolean {
  return body.elements.some(({ tag }) => tag === "form");
}

/** The texts a reader sees on each card of an open chat, outside tables and charts, by the card's name. */
export async function wordsSeen(page: Page, { names }: Room): Promise<Map<string, string[]>> {
  const drawn = await page.locator("[data-message-id][data-type=interactive]").evaluateAll((messages) =>
    messages.map((message) => {
      const walker = document.createTreeWalker(
        message.querySelector(".card") ?? message,
        NodeFilter.SHOW_TEXT,
      );
      const words: string[] = [];
      while (walker.nextNode())
        if (!walker.currentNode.parentElement?.closest("table, .chart, .chart-legend, [role=table]"))
          words.push(walker.currentNode.textContent ?? "");
      // Buttons are in other columns where the other language needs more room, so the order is ignored.
      return { id: message.getAttribute("data-message-id") ?? "", words: words.sort() };
    }),
  );
  return new Map(drawn.map(({ id, words }) => [names.get(id) ?? "", words]));
}
