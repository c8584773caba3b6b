import type { WhatIfAdded } from "../../src/domain/explain/what-if-added.ts";
import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import { formatAmount } from "../../src/domain/reading/numbers.ts";
import type { Card } from "../card.ts";
import { button, card, grid, md } from "../elements.ts";
import { nameOf, periodName } from "../names.ts";
import { query } from "../query.ts";
import { pointsText } from "../ranking/points.ts";
import { nameIn, printOf, type RankedView, rankIn } from "../ranking/ranked-view.ts";
import { explainText } from "../text/explain.ts";
import { rankingText } from "../text/ranking.ts";
import { whatIfText } from "../text/what-if.ts";

/** `added`: 万元 of investment supposed. */
export type WhatIfAddedView = RankedView & {
  row: RankedTown;
  added: number;
  answer: Extract<WhatIfAdded, { ok: true }>;
};

/** "再投500万能到第几": the place so much more investment would have made, always marked as an estimate. */
export function whatIfAddedCard(view: WhatIfAddedView): Card {
  const { programme, ranking, row, added, answer, locale } = view;
  const text = whatIfText(locale);
  const period = periodName(ranking.period, locale);
  const { decimals } = printOf(view);
  const place = (rank: number) => rankingText(locale).rank(rank, false);
  const words = explainText(locale).buttons;
  return card(
    {
      title: text.title.added(nameIn(view, row.town.slug), formatAmount(added)),
      subtitle: explainText(locale).subtitle(period, nameOf(programme, locale)),
      template: "blue",
      tags: [{ text: text.estimateTag, color: "blue" }],
    },
    [
      md(
        [
          text.added(place(answer.rank), pointsText(answer.score, decimals)),
          text.standing(pointsText(answer.from.score, decimals), rankIn(view, row)),
          ...(answer.counted < added ? [text.capped(formatAmount(answer.counted))] : []),
        ].join("<br>"),
      ),
      md(`${text.byPublished(period)}${locale === "en" ? " " : ""}${text.caveat}`, "notation"),
      grid(
        [
          button(words.why, query.explain(row.town.slug)),
          button(words.ranking, query.ranking(ranking.period)),
        ],
        2,
      ),
    ],
  );
}
