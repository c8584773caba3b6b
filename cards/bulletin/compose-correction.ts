import type { CorrectionFacts, Effect } from "../../src/domain/bulletin/correction.ts";
import type { Draft, DraftTable, Sentence } from "../../src/domain/bulletin/draft.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Publication } from "../../src/domain/ranking/publication.ts";
import { keyLabel, kindOfKey, valueText } from "../report/cell-text.ts";
import { BULLETIN_TEXT } from "../text/bulletin.ts";
import { frame, openingOf, paragraph } from "./compose.ts";
import { type Naming, namingOf, stating } from "./naming.ts";

const text = BULLETIN_TEXT.correction;
/** Towns told in the text; the others stand in the table. */
const TOLD = 10;

/** `corrects`: the record of the bulletin that is corrected, and its number in full ("" if it has none). */
export type CorrectionOf = {
  programme: Programme;
  publication: Publication;
  corrects: { id: string; number: string };
};

/** The text of a 更正通报: old and new figures with their reasons, and the effect on every score and place. */
export function composeCorrection(
  facts: CorrectionFacts,
  { programme, publication, corrects }: CorrectionOf,
): Draft {
  const towns = publication.result.rows;
  const names = namingOf(programme, publication.scheme, { towns });
  const period = names.period(publication.period);
  const { figures, effects, stands } = text.headings;
  const section = (id: string, heading: string, paragraphs: Sentence[][]) => ({
    heading,
    paragraphs: paragraphs.map((says, i) => paragraph(`${id}.${i + 1}`, says)),
  });
  const told = figureSentences(facts, programme, names);
  return {
    ...frame(programme, publication, names, towns),
    corrects: corrects.id,
    title: text.title(period, programme.name),
    opening: openingOf(text.opening(period, programme.name, corrects.number)),
    sections: [
      ...(told.length > 0 ? [section("figures", figures, told)] : []),
      section("effects", effects, [effectSentences(facts.effects, towns.length, names)]),
      section("stands", stands, [[stating("stands", text.stands)]]),
    ],
    tables: facts.effects.length > 0 ? [comparison(facts.effects, names)] : [],
  };
}

function figureSentences(
  { figures, findings }: CorrectionFacts,
  programme: Programme,
  names: Naming,
): Sentence[][] {
  const view = { programme, locale: "zh-CN" } as const;
  return [
    ...figures.map(({ town, cell, before, after, reason }) => {
      const kind = cell.includes("/item.") ? "item" : kindOfKey(cell);
      const print = (value: string | number | null) => valueText(kind, value, "zh-CN");
      return [
        stating(
          { town, cell, before, after },
          text.figure(names.town(town), keyLabel(cell, view), print(before), print(after), reason),
        ),
      ];
    }),
    ...findings.map((one) => [
      stating(
        one,
        text.finding(names.town(one.town), names.indicator(one.indicator), one.claimed, one.found),
      ),
    ]),
  ];
}

function effectSentences(effects: readonly Effect[], all: number, names: Naming): Sentence[] {
  if (effects.length === 0) return [stating("no effects", text.noEffects)];
  const told = effects.slice(0, TOLD).map(({ town, score, rank }) => {
    const points = text.changed(scoreOf(score.was, names, "分"), scoreOf(score.now, names, "分"));
    const place = text.changed(placeOf(rank.was), placeOf(rank.now));
    return text.effect(names.town(town), points, place);
  });
  return [
    stating(effects, text.effects(effects.length, told)),
    ...(effects.length < all ? [stating("others", text.others)] : []),
  ];
}

function comparison(effects: readonly Effect[], names: Naming): DraftTable {
  const place = (rank: number | null) => (rank === null ? BULLETIN_TEXT.none : String(rank));
  return {
    ...{ title: text.table.title, head: [...text.table.head], widths: [8, 5, 5, 5, 5] },
    rows: effects.map(({ town, score, rank }) => [
      names.town(town),
      scoreOf(score.was, names),
      scoreOf(score.now, names),
      place(rank.was),
      place(rank.now),
    ]),
  };
}

function scoreOf(score: number | null, names: Naming, unit = ""): string {
  return score === null ? BULLETIN_TEXT.none : `${names.score(score)}${unit}`;
}

function placeOf(rank: number | null): string {
  return rank === null ? BULLETIN_TEXT.none : `第${rank}名`;
}
