import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Action } from "../action.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, row } from "../elements.ts";
import { nameOf } from "../names.ts";

/** `lines`: the answer first; `below`: what is shown with it; `note`: what stands below it in small. */
export type ShortAnswer = {
  programme: Programme;
  title: string;
  lines: string[];
  below?: CardElement[];
  note?: string;
  offers: ReadonlyArray<readonly [words: string, action: Action]>;
  locale: Locale;
};

/** An answer of a few lines with what may be done next. */
export function shortAnswer({
  programme,
  title,
  lines,
  below = [],
  note,
  offers,
  locale,
}: ShortAnswer): Card {
  return card({ title, subtitle: nameOf(programme, locale), template: "blue" }, [
    md(lines.join("<br>")),
    ...below,
    ...(note === undefined ? [] : [md(note, "notation")]),
    ...(offers.length > 0
      ? [
          row(
            offers.map(([words, action]) => [button(words, action)]),
            [],
            "flow",
          ),
        ]
      : []),
  ]);
}
