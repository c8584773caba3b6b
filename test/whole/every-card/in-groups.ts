import type { Page } from "playwright-core";
import { bilingualOf } from "../../../cards/bilingual.ts";
import type { Card } from "../../../cards/card.ts";
import { fits } from "../../../cards/size.ts";
import type { Shown } from "../../cards/show.ts";
import type { Room } from "./gallery.ts";
import { everyCard } from "./registry.ts";
import { type Size, settingOf } from "./setting.ts";

/** A card as sent to a group, and in each single language. */
export type Paired = { name: string; zh: Card; en: Card; both: Card | null };

/** Every card without inputs, for readers of both languages; `both` is null where their structures differ. */
export function paired(size: Size): Paired[] {
  const english = new Map(everyCard(settingOf(size, "en")));
  return everyCard(settingOf(size, "zh-CN"))
    .filter(([name, card]) => !hasForm(card) && !name.startsWith("group"))
    .map(([name, zh]) => {
      const en = english.get(name);
      if (!en) throw new Error(`${name} is not drawn in English`);
      return { name, zh, en, both: bilingualOf(zh, en) };
    });
}

/** Each card that can be sent to a group, after the one in the reader's language only. */
export function sideBySide(pairs: Paired[], locale: "zh-CN" | "en"): Shown[] {
  return pairs.flatMap(({ name, zh, en, both }): Shown[] =>
    both && fits(both)
      ? [
          [`${name}, alone`, locale === "en" ? en : zh],
          [name, both],
        ]
      : [],
  );
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
