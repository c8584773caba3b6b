import type { Locale } from "../../src/domain/programme/people.ts";

/** An estimated cost in points, to one decimal: `约少1.2分`, `少不到0.1分`; "" for 0. */
export function pointsLost(points: number, locale: Locale): string {
  if (points < 1e-9) return "";
  const tenths = Math.round(points * 10) / 10;
  if (locale === "en") {
    if (tenths === 0) return "less than 0.1 points off";
    return tenths === 1 ? "about 1 point off" : `about ${tenths} points off`;
  }
  return tenths === 0 ? "少不到0.1分" : `约少${tenths}分`;
}
