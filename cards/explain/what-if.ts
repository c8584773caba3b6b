import type { Goal, WhatIf } from "../../src/domain/explain/what-if.ts";
import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, grid, md } from "../elements.ts";
import { nameOf, periodName } from "../names.ts";
import { query } from "../query.ts";
import { pointsText } from "../ranking/points.ts";
import { lineOf, nameIn, printOf, type RankedView, rankIn } from "../ranking/ranked-view.ts";
import { wayLines } from "../ranking/way-lines.ts";
import { explainText } from "../text/explain.ts";
import { rankingText } from "../text/ranking.ts";
import { whatIfText } from "../text/what-if.ts";

export type WhatIfView = RankedView & {
  row: RankedTown;
  goal: Goal;
  answer: Extract<WhatIf, { ok: true }>;
};

/** "还差多少进前三": the gap, and what investment or image progress would close it, always marked as an estimate. */
export function whatIfCard(view: WhatIfView): Card {
  const { programme, ranking, row, goal, answer, locale } = view;
  const text = whatIfText(locale);
  const name = nameIn(view, row.town.slug);
  const period = periodName(ranking.period, locale);
  const title =
    "place" in goal ? text.title.place(name, goal.place) : text.title.town(name, nameIn(view, goal.town));
  return card(
    {
      title,
      subtitle: explainText(locale).subtitle(period, nameOf(programme, locale)),
      template: "blue",
      tags: [{ text: text.estimateTag, color: "blue" }],
    },
    [
      md(text.byPublished(period)),
      md(standing(view)),
      ...(answer.already ? [] : [md(wayLines(view, answer).join("\n\n")), md(text.caveat, "notation")]),
      buttons(view),
    ],
  );
}

function standing(view: WhatIfView): string {
  const { row, goal, answer, locale } = view;
  const text = whatIfText(locale);
  const { decimals } = printOf(view);
  const now = text.standing(pointsText(row.score ?? 0, decimals), rankIn(view, row));
  if (answer.already) {
    const place = "place" in goal;
    return place ? text.already.place(now, goal.place) : text.already.town(now, nameIn(view, goal.town));
  }
  const target = lineOf(view, answer.target);
  // A shared place includes the place that was asked for.
  const rank = target
    ? rankIn(view, target)
    : rankingText(locale).rank("place" in goal ? goal.place : 0, false);
  const named = text.target(rank, nameIn(view, answer.target));
  return now + text.gapTo(named, pointsText(gapShown(view, target, answer.gap), decimals));
}

/** The difference of the printed scores, which a reader can verify. */
function gapShown(view: WhatIfView, target: RankedTown | undefined, exact: number): number {
  const { decimals } = printOf(view);
  if (target?.score == null || view.row.score === null) return exact;
  return Number(pointsText(target.score, decimals)) - Number(pointsText(view.row.score, decimals));
}

function buttons(view: WhatIfView): CardElement {
  const { row, answer, ranking, locale } = view;
  const words = explainText(locale).buttons;
  const slug = row.town.slug;
  return grid(
    [
      ...(answer.already
        ? []
        : [button(words.compare(nameIn(view, answer.target)), query.compare(slug, answer.target))]),
      button(words.why, query.explain(slug)),
      button(words.ranking, query.ranking(ranking.period)),
    ],
    2,
  );
}
