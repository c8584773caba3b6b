import { expect, it } from "vitest";
import { firstNames } from "../../cards/first-names.ts";
import { lockedOfficeCard } from "../../cards/reminders/locked.ts";
import { cardBytes } from "../../cards/size.ts";
import { LARGEST_CARD } from "../../src/bot/sending/enqueue-message.ts";
import { tenTowns } from "./office/programmes.ts";

// However many towns there are, a card that names them fits.

const [first] = tenTowns.towns;
const many = Array.from({ length: 2_000 }, () => first).flatMap((town) => town ?? []);

it("names the first of many towns and counts the others", () => {
  expect(firstNames(many.slice(0, 3), "zh-CN")).toHaveLength(3);
  expect(firstNames(many, "zh-CN").at(-1)).toBe("还有1960个");
  expect(firstNames(many, "en").at(-1)).toBe("1960 more");
});

it("the office's card of a locked quarter says how many are missing, and is not too large to send", () => {
  const view = { programme: tenTowns, period: "2026Q3", missing: many, unfinished: many } as const;
  const card = lockedOfficeCard({ ...view, locale: "zh-CN" });
  expect(JSON.stringify(card)).toContain("未报2000个");
  expect(cardBytes(card)).toBeLessThan(LARGEST_CARD);
});
