import { describe, expect, it } from "vitest";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { buttonsOf } from "../../bot/card-reading.ts";
import { offences } from "../../cards/offences.ts";
import { distinct } from "../../cards/show.ts";
import { everyCard } from "./registry.ts";
import { SIZES } from "./setting.ts";

// Cards are in office language (test/cards/office-words.test.ts), tested in the process that draws all cards.

/** How things are: 已兑现, 没有到账, 回头看：未整改到位, 验收通过. */
const STATED = /(^|：)(已|未|没有)|已解除$|验收通过$/;
/** What people write on a paper to answer it, and so is done by writing it. */
const SPOKEN = ["已阅", "没有意见"];

/** Declares the tests. */
export function wordRules(): void {
  describe("words for officials", () => {
    it.each(SIZES.flatMap((size) => LOCALES.map((locale) => ({ size, locale }))))(
      "hold nothing of the kind on any card, $size, in $locale",
      ({ size, locale }) => {
        const nameOf = new Map(
          distinct(everyCard(size, locale)).flatMap(([name, card]) =>
            shown(card).map((text): [string, string] => [text, name]),
          ),
        );
        const found = [...nameOf].flatMap(([text, name]) => offences(text).map((one) => `${name}: ${one}`));
        expect(found).toEqual([]);
      },
    );

    it.each(SIZES)("name on each button what is done with it, not how things are, %s", (size) => {
      const stated = everyCard(size, "zh-CN").flatMap(([name, card]) =>
        buttonsOf(card).flatMap(({ text }) =>
          STATED.test(text) && !SPOKEN.includes(text) ? [`${name}: ${text}`] : [],
        ),
      );
      expect(stated).toEqual([]);
    });
  });
}

/** The visible texts of a card, without names, values and specifications of its parts. */
function shown(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(shown);
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (typeof value === "string")
      return ["content", "display_name", "en_us", "zh_cn"].includes(key) ? [plainOf(value)] : [];
    if (key === "rows" && Array.isArray(value))
      return value.flatMap((row) => Object.values(row ?? {}).filter((cell) => typeof cell === "string"));
    return shown(value);
  });
}

/** The text without links, colours and entities. */
function plainOf(markdown: string): string {
  return markdown.replace(/<[^>]*>|&#\d+;|https?:\/\/\S+/g, " ");
}
