import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import { formatAmount, formatPercent } from "../../src/domain/reading/numbers.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import type { TownStatus } from "../../src/domain/views.ts";
import { periodName } from "../names.ts";
import { pointsText, signedPoints } from "../ranking/points.ts";
import { bandedRank, moveText } from "../ranking/standing.ts";
import { askText } from "../text/ask.ts";
import { rankingText } from "../text/ranking.ts";
import { lightTerm } from "../text/terms.ts";

// A town's figures as sentences: 万元 to two decimals, shares to one, 百分点 for differences (domain.md 10).

/** Investment against the year's plan and the schedule, with the light. */
export function investmentLine(
  { plan, cumulative, scheduled, light }: NonNullable<TownStatus["investment"]>,
  locale: Locale,
): string {
  const text = askText(locale);
  const share = plan > 0 ? text.share(percent((cumulative / plan) * 100)) : "";
  const money = text.investment(formatAmount(cumulative), formatAmount(plan), share);
  if (plan <= 0) return money;
  const gap = roundHalfUp(((cumulative - scheduled) / plan) * 100, 1);
  const due = formatAmount(scheduled);
  const against =
    gap === 0 ? text.level(due) : (gap > 0 ? text.ahead : text.behind)(pointsText(Math.abs(gap), 1), due);
  const { text: words, color } = lightTerm(light, locale);
  return money + against + text.light(color === "neutral" ? "grey" : color, words) + text.stop;
}

/** Image progress against the plan, both in %. */
export function imageLine({ planned, actual }: NonNullable<TownStatus["image"]>, locale: Locale): string {
  const text = askText(locale);
  const gap = roundHalfUp(Math.abs(actual - planned), 1);
  const apart = gap === 0 ? "" : text.imageGap(pointsText(gap, 1));
  return text.image(percent(actual), percent(planned)) + apart + text.stop;
}

/** The last published rank and score, compared with the quarter before. */
export function standingLine(
  { period, row, ranked, tied, band }: NonNullable<TownStatus["published"]>,
  programme: Programme,
  locale: Locale,
): string {
  const text = askText(locale);
  const words = rankingText(locale);
  const quarter = periodName(period, locale);
  const rank = bandedRank(row, tied ?? false, band, words);
  if (row.score === null || row.rank === null) return text.noStanding(quarter, rank);
  const decimals = Math.min(2, programme.scheme.decimals);
  const change =
    row.delta === null ? "" : text.change(signedPoints(row.delta, decimals), moveText(row, words));
  return text.standing(quarter, rank, ranked, pointsText(row.score, decimals)) + change + text.stop;
}

function percent(value: number): string {
  return formatPercent(roundHalfUp(value, 1));
}
