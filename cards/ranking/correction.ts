import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import type { Publication } from "../../src/domain/ranking/publication.ts";
import type { Correction } from "../../src/domain/report/report.ts";
import type { Card } from "../card.ts";
import { button, card, md, typed } from "../elements.ts";
import { momentName, nameOf, periodName, townName } from "../names.ts";
import { query } from "../query.ts";
import { keyLabel, kindOfKey, valueText } from "../report/cell-text.ts";
import { correctionText } from "../text/correction.ts";
import { moveLines, type PlaceChange } from "./place-changes.ts";

export type CorrectionView = {
  programme: Programme;
  publication: Publication;
  town: string;
  correction: Correction;
  /** Every town whose place the correction changes. */
  moves: PlaceChange[];
  locale: Locale;
};

/** A correction to a published ranking: old value, new value, reason, and its effect on every place. */
export function correctionCard(view: CorrectionView): Card {
  const { programme, publication, correction, moves, locale } = view;
  const text = correctionText(locale);
  const { cell, before, after, reason } = correction;
  const kind = cell.includes("/item.") ? "item" : kindOfKey(cell);
  const print = (value: string | number | null) => typed(valueText(kind, value, locale), 120);
  return card(
    {
      title: text.title(periodName(publication.period, locale)),
      subtitle: `${nameOf(programme, locale)} · ${momentName(publication.at, locale)}`,
      template: "orange",
    },
    [
      md(text.what(nameIn(view, view.town), typed(keyLabel(cell, { programme, locale }), 60))),
      md(`${text.old} ${print(before)}　→　${text.new} **${print(after)}**`),
      md(`${text.reason}${typed(reason, 300)}`),
      ...moveLines({ programme, moves, locale }),
      button(text.seeRanking, query.ranking(publication.period)),
    ],
  );
}

function nameIn({ programme, locale }: CorrectionView, slug: string): string {
  const town = townBySlug(programme, slug);
  return town ? townName(town, locale) : slug;
}
