import type { RankStory } from "../../src/domain/explain/explain-rank.ts";
import type { Rival } from "../../src/domain/explain/rank-moves.ts";
import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import type { ScoreTerm } from "../../src/domain/scoring/explain-change.ts";
import type { CardElement } from "../card.ts";
import { md, panel } from "../elements.ts";
import { pointsText } from "../ranking/points.ts";
import { lineOf, nameIn, printOf, type RankedView } from "../ranking/ranked-view.ts";
import { explainText } from "../text/explain.ts";
import { type GapParts, gapParts } from "./gap-parts.ts";

/** Other towns listed individually with figures. */
const TOLD = 8;

/** Another town compared with the explained one: its name, and the difference as printed. */
type Against = { name: string; gap: string; parts: GapParts };

/** The difference between another town and this one, as printed; null when either has no score. */
export function against(view: RankedView, row: RankedTown, slug: string): Against | null {
  const other = lineOf(view, slug);
  if (other?.score == null || row.score === null) return null;
  const print = printOf(view);
  const parts = gapParts(row, other, view.scheme, print);
  return { name: nameIn(view, slug), gap: pointsText(Math.abs(parts.total), print.decimals), parts };
}

/** A town that passed or was passed, with the indicator that contributed most: `甲（项目投资多7.50分）`. */
export function rivalSummary(view: RankedView, row: RankedTown, rival: Rival, front: boolean): string {
  const text = explainText(view.locale);
  const found = against(view, row, rival.town);
  const [first] = rival.reasons;
  const part = found && first && found.parts.parts.find(({ id }) => id === first.id);
  if (!part || part.gap === 0) return nameIn(view, rival.town);
  const points = pointsText(Math.abs(part.gap), printOf(view).decimals);
  return (front ? text.rival : text.behindRival)(found.name, part.label, points);
}

/** All towns that passed or were passed, with their largest reasons, folded. */
export function rivalsPanel(view: RankedView, row: RankedTown, moves: RankStory["moves"]): CardElement[] {
  const text = explainText(view.locale);
  const told = (rivals: Rival[], line: typeof text.rivalAhead) =>
    rivals.slice(0, TOLD).flatMap(({ town, reasons, against: counter }) => {
      const found = against(view, row, town);
      if (!found) return [];
      return [line(found.name, found.gap, items(view, found, reasons), items(view, found, counter))];
    });
  const lines = moves
    ? [...told(moves.overtakers, text.rivalAhead), ...told(moves.overtook, text.rivalBehind)]
    : [];
  return lines.length === 0 ? [] : [panel(text.rivals, [md(lines.join("<br>"))])];
}

/** The indicators of these terms with printed points, unsigned: the sentence says more or fewer. */
function items(view: RankedView, { parts }: Against, terms: ScoreTerm[]): string[] {
  const text = explainText(view.locale);
  return terms.flatMap(({ id }) => {
    const part = parts.parts.find((one) => one.id === id);
    const points = pointsText(Math.abs(part?.gap ?? 0), printOf(view).decimals);
    return part && Number(points) > 0 ? [text.item(part.label, points)] : [];
  });
}
