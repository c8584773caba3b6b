import type { Locale } from "../../src/domain/programme/people.ts";
import { LIGHTS, type Light } from "../../src/domain/scoring/lights.ts";
import { pictureText } from "../text/picture.ts";
import { lightTerm } from "../text/terms.ts";

/** Names listed of a light; the others are counted. */
const NAMED = 6;

/**
 * What a picture's colours mean, as a sentence that tells the same without them: `■ 正常4个，■ 偏慢2个（甲、乙）`. Towns behind
 * are named, the others counted.
 */
export function lightLegend<T extends { light: Light }>(
  towns: readonly T[],
  nameOf: (town: T) => string,
  locale: Locale,
): string {
  const text = pictureText(locale);
  const parts = LIGHTS.flatMap((light) => {
    const mine = towns.filter((town) => town.light === light);
    if (mine.length === 0) return [];
    const isBehind = light === "yellow" || light === "red";
    const named = isBehind ? text.names(mine.slice(0, NAMED).map(nameOf), mine.length) : "";
    return [text.lightPart(`${light}-500`, lightTerm(light, locale).text, mine.length, named)];
  });
  return text.lights(parts);
}
