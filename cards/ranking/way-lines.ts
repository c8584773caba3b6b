import type { Way, WhatIf } from "../../src/domain/explain/what-if.ts";
import { formatAmount, formatPercent } from "../../src/domain/reading/numbers.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import { type WhatIfText, whatIfText } from "../text/what-if.ts";
import { pointsText } from "./points.ts";
import { lineOf, nameIn, printOf, type RankedView, rankIn } from "./ranked-view.ts";
import { partLabel } from "./score-parts.ts";

/** What each figure would need on its own, and both together where neither suffices. */
export function wayLines(view: RankedView, answer: Extract<WhatIf, { already: false }>): string[] {
  const text = whatIfText(view.locale);
  const label = (indicator: string) => partLabel(view.scheme, indicator, printOf(view));
  const zeroed = answer.zeroed.length > 0 ? [text.zeroed(answer.zeroed.map(label))] : [];
  if (answer.ways.length === 0) return zeroed.length > 0 ? zeroed : [text.notCounted];
  const alone = answer.ways.map((way) => text.only(label(way.indicator)) + wayLine(way, text));
  if (answer.ways.some(({ feasible }) => feasible)) return [...alone, ...zeroed];
  return [
    ...alone,
    answer.together && answer.ways.length > 1 ? together(view, answer, text) : missing(view, answer, text),
    ...zeroed,
  ];
}

/** The nearest way up in one line: the figures that alone reach the next place; empty at the top. */
export function nextPlaceLine(view: RankedView, answer: WhatIf): string {
  if (!answer.ok || answer.already) return "";
  const text = whatIfText(view.locale);
  const target = lineOf(view, answer.target);
  const name = nameIn(view, answer.target);
  const named = target ? text.target(rankIn(view, target), name) : name;
  const ways = answer.ways.flatMap((way) => {
    if (!way.feasible) return [];
    const label = partLabel(view.scheme, way.indicator, printOf(view));
    const more = moreOf(way);
    return [
      way.by === "investment"
        ? text.shortMoney(label, formatAmount(more))
        : text.shortProgress(label, pointsText(more, 2)),
    ];
  });
  if (ways.length > 0) return text.nextPlace(named, ways);
  return answer.together && answer.ways.length > 1 ? text.nextTogether(named) : text.nextOther(named);
}

function wayLine(way: Way, text: WhatIfText): string {
  if (way.limit === "cap")
    return text.overCap(text.due[way.by], percent(way.needed * 100, 1), percent((way.cap ?? 0) * 100, 1));
  if (way.limit === "over_100") return text.over100;
  const more = moreOf(way);
  const [from, to] = [way.done, roundHalfUp(way.done, 2) + more];
  return way.by === "investment"
    ? text.moreMoney(formatAmount(more), formatAmount(from), formatAmount(to), percent(way.needed * 100, 1))
    : text.moreProgress(pointsText(more, 2), percent(from, 2), percent(to, 2));
}

/** The amount to add, to two decimals; never printed as 0. */
function moreOf(way: Way): number {
  return Math.max(0.01, roundHalfUp(way.more, 2));
}

function together(view: RankedView, { ways }: Extract<WhatIf, { already: false }>, text: WhatIfText): string {
  const print = printOf(view);
  const rooms = ways.flatMap(({ indicator, room }) =>
    room === null
      ? []
      : [text.room(partLabel(view.scheme, indicator, print), pointsText(room, print.decimals))],
  );
  return text.together(rooms);
}

function missing(
  view: RankedView,
  { gap, ways }: Extract<WhatIf, { already: false }>,
  text: WhatIfText,
): string {
  const room = ways.reduce((sum, way) => sum + (way.room ?? 0), 0);
  return text.notEnough(pointsText(Math.max(0, gap - room), printOf(view).decimals), ways.length);
}

function percent(value: number, decimals: number): string {
  return formatPercent(roundHalfUp(value, decimals));
}
