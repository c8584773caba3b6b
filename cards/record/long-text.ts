import type { Locale } from "../../src/domain/programme/people.ts";
import type { CardElement } from "../card.ts";
import { md, panel } from "../elements.ts";
import { recordText } from "../text/record.ts";

/** Characters typed that are shown as a whole, and of each text where they are more. */
const LONG = 300;
const CUT = 80;

/**
 * Texts typed by people as `print` shows them, cut to so many characters each where they are long, with the whole folded
 * below: what waits and its buttons stay in sight. What was typed is measured, not how it reads: a group's card is built
 * alike in both languages.
 */
export function foldedWhere(
  typed: readonly string[],
  print: (most?: number) => string,
  locale: Locale,
  whole: () => string = print,
): CardElement[] {
  const sum = typed.reduce((all, { length }) => all + length, 0);
  const isLong = sum > LONG && typed.some(({ length }) => length > CUT);
  if (!isLong) return [md(print())];
  return [md(print(CUT)), panel(recordText(locale).whole, [md(whole())])];
}
