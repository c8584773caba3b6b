import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import type { CardElement } from "../card.ts";
import { md, table } from "../elements.ts";
import { townName } from "../names.ts";
import { correctionText } from "../text/correction.ts";

/** A town whose place a correction changes; null: no place. */
export type PlaceChange = { town: string; from: number | null; to: number | null };

/** The effect of a correction on every place, and the note that the published result is kept. */
export function moveLines(view: {
  programme: Programme;
  moves: PlaceChange[];
  locale: Locale;
}): CardElement[] {
  const { programme, moves, locale } = view;
  const text = correctionText(locale);
  if (moves.length === 0) return [md(text.noMoves), md(text.stands, "notation")];
  const rows = moves.map((move) => {
    const town = townBySlug(programme, move.town);
    return {
      town: town ? townName(town, locale) : move.town,
      from: move.from === null ? "-" : String(move.from),
      to: move.to === null ? "-" : String(move.to),
    };
  });
  return [
    md(text.moves),
    table(
      [
        { name: "town", display_name: text.town, data_type: "text" },
        { name: "from", display_name: text.from, data_type: "text" },
        { name: "to", display_name: text.to, data_type: "text" },
      ],
      rows,
    ),
    md(text.stands, "notation"),
  ];
}
