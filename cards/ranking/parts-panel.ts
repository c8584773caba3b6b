import type { Locale } from "../../src/domain/programme/people.ts";
import { md, panel, typed } from "../elements.ts";
import { explainText } from "../text/explain.ts";
import type { RankingText } from "../text/ranking.ts";
import { pointsText, signedPoints } from "./points.ts";
import type { ScorePart } from "./score-parts.ts";

const MOST_LOST = 3;

/** The parts with the most points lost against full marks; empty when full marks are unknown. */
export function mostLost(parts: ScorePart[], decimals: number, text: RankingText): string {
  if (parts.every(({ full }) => full === null)) return "";
  const lost = parts
    .flatMap(({ label, points, full }) =>
      full === null ? [] : [{ label, full, lost: full - (points ?? 0) }],
    )
    .filter((part) => Number(pointsText(part.lost, decimals)) > 0)
    .sort((a, b) => b.lost - a.lost)
    .slice(0, MOST_LOST);
  if (lost.length === 0) return text.nothingLost;
  return text.mostLost(
    lost.map((part) =>
      text.lostItem(typed(part.label), pointsText(part.lost, decimals), pointsText(part.full, decimals)),
    ),
  );
}

/** How figures are printed. */
type Print = { decimals: number; text: RankingText; locale: Locale };

/** All parts of a score, folded, a line each, which add up exactly (scoring.md 3); `notes`: what else is to be known. */
export function partsPanel(
  parts: ScorePart[],
  { decimals, text, locale }: Print,
  notes: string[],
): ReturnType<typeof panel> {
  return panel(explainText(locale).allParts(parts.length), [
    md(partLines(parts, decimals, text)),
    ...aboveFull(parts, decimals, text),
    md(notes.join("<br>"), "notation"),
  ]);
}

/** `项目投资 31.50/30：超额完成，最多按110%计`: a line for each part above its full marks. */
function aboveFull(parts: ScorePart[], decimals: number, text: RankingText): Array<ReturnType<typeof md>> {
  const lines = parts.flatMap(({ label, points, full, cap }) => {
    if (full === null || points === null || !(Number(pointsText(points - full, decimals)) > 0)) return [];
    const share = cap === null ? "" : `${Math.round(cap * 1000) / 10}%`;
    return [
      text.aboveFull(typed(label), pointsText(points, decimals), `${Number(full.toFixed(decimals))}`, share),
    ];
  });
  return lines.length === 0 ? [] : [md(lines.join("\n"), "notation")];
}

/** A line for each part: points, full marks and, when comparable, the change. */
function partLines(parts: ScorePart[], decimals: number, text: RankingText): string {
  const lines = parts.map(({ label, points, full, change }) =>
    text.partLine(
      typed(label),
      points === null ? text.notApplicable : pointsText(points, decimals),
      full === null ? null : pointsText(full, decimals),
      change === null ? null : signedPoints(change, decimals),
    ),
  );
  return lines.join("<br>");
}
