import type { Page } from "playwright-core";
import { bilingualOf } from "../../../cards/bilingual.ts";
import type { Card } from "../../../cards/card.ts";
import { fits } from "../../../cards/size.ts";
import type { Shown } from "../../cards/show.ts";
import type { Room } from "./gallery.ts";
import { everyCard } from "./registry.ts";
import { type Size, settingOf } from "./setting.ts";

/** A card as a group gets it, and as it is in one language alone. */
export type Paired = { name: string; zh: Card; en: Card; both: Card | null };

/** Every card without anything to fill in, for readers of both languages: `both` null where they are not built alike. */
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

/** Each card that can be sent to a group, after the one in the reader's language alone. */
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

/** What a reader sees of each card of an open chat beside tables and charts, word by word, by the card's name. */
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
      // Buttons stand in other columns where the other language needs more room.
      return { id: message.getAttribute("data-message-id") ?? "", words: words.sort() };
    }),
  );
  return new Map(drawn.map(({ id, words }) => [names.get(id) ?? "", words]));
}
