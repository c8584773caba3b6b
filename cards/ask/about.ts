import type { PeriodId } from "../../src/domain/calendar/period.ts";
import { naming } from "../../src/domain/pack/naming.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { Scheme } from "../../src/domain/scoring/scheme.ts";
import type { Card } from "../card.ts";
import { typed } from "../elements.ts";
import { countyName, nameOf, townName } from "../names.ts";
import { query } from "../query.ts";
import { partLabel } from "../ranking/score-parts.ts";
import { rankingText } from "../text/ranking.ts";
import { wholeText } from "../text/whole.ts";
import { shortAnswer } from "./short-answer.ts";

export type SchemeView = { programme: Programme; scheme: Scheme; published: PeriodId | null; locale: Locale };

/** How the score is computed: the indicators and their weights. */
export function schemeCard({ programme, scheme, published, locale }: SchemeView): Card {
  const text = wholeText(locale);
  const { children } = scheme.root;
  const all = children.reduce((sum, { weight }) => sum + weight, 0);
  return shortAnswer({
    programme,
    title: text.scheme,
    lines: children.map((node) =>
      text.indicator(
        partLabel(scheme, node.id, { text: rankingText(locale), locale }),
        `${Number(((node.weight / all) * 100).toFixed(2))}%`,
      ),
    ),
    note: text.schemeNote,
    offers: published ? [[text.buttons.ranking, query.ranking(published)]] : [],
    locale,
  });
}

/** `mayChange`: the reader may propose other names and another group. */
export type PlaceView = { programme: Programme; towns: Town[]; mayChange?: boolean; locale: Locale };

/** What towns are: what they are to become, their county, group and phase, their other names. */
export function placeCard({ programme, towns, mayChange = false, locale }: PlaceView): Card {
  const text = wholeText(locale);
  const [first] = towns;
  const group = (town: Town) => programme.groups.find(({ id }) => id === town.group);
  return shortAnswer({
    programme,
    title: text.place(towns.map((town) => townName(town, locale)).join(locale === "en" ? ", " : "、")),
    lines: towns.flatMap((town) => {
      const of = group(town);
      return [
        // The title names them together; below it each is named again.
        ...(towns.length > 1 ? [`**${townName(town, locale)}**`] : []),
        text.positioning(locale === "en" ? town.positioningEn : town.positioning),
        text.belongs(countyName(programme, town, locale), of ? nameOf(of, locale) : town.group, town.phase),
        ...otherNames(town).map((names) => text.alsoCalled(names)),
      ];
    }),
    offers: first
      ? [
          [text.buttons.status, query.status(first.slug)],
          ...(mayChange
            ? [
                [
                  text.buttons.rename,
                  { kind: "new", procedure: naming.id, about: `/${first.slug}/` },
                ] as const,
              ]
            : []),
        ]
      : [],
    locale,
  });
}

/** Its other names in Chinese, as one text; empty where there are none. */
function otherNames({ aliases, name, short }: Town): string[] {
  const written = aliases.filter(
    (alias) => /\p{Script=Han}/u.test(alias) && alias !== name && alias !== short,
  );
  return written.length > 0 ? [typed(written.join("、"), 200)] : [];
}
