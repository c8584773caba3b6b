import type { Locale } from "../src/domain/programme/people.ts";
import type { Town } from "../src/domain/programme/programme.ts";
import { townName } from "./names.ts";
import { MORE_TEXT } from "./text/first-names.ts";

/** Towns named in a line; a card of all towns has to fit however many there are. */
const NAMED = 40;

/** The names of these towns; of many the first ones, and last how many others there are. */
export function firstNames(towns: readonly Town[], locale: Locale): string[] {
  const names = towns.slice(0, NAMED).map((town) => townName(town, locale));
  const more = towns.length - names.length;
  return more > 0 ? [...names, MORE_TEXT[locale](more)] : names;
}
