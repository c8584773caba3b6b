import type { PeriodId } from "../src/domain/calendar/period.ts";
import type { Locale } from "../src/domain/programme/people.ts";
import type { FigureStanding } from "../src/domain/question/may-know.ts";
import type { CardElement } from "./card.ts";
import { md } from "./elements.ts";
import { periodName } from "./names.ts";
import { answerText } from "./text/answers.ts";
import { figureText } from "./text/figures.ts";

// The lines every answer has: what was asked first, what was understood last.

/** The first line: what was asked in bold, whose and of when it is, and how far it has come. */
export function headline(
  value: string,
  whose: string,
  { period, standing = "published" }: { period: PeriodId; standing?: FigureStanding },
  locale: Locale,
): string {
  const when = `${whose} · ${periodName(period, locale)}`;
  return figureText(locale).one(value, when, answerText(locale).standing[standing]);
}

/** What was understood, in small: `按：碛口镇 · 2026年第一季度 · 累计完成投资`. */
export function understoodAs(parts: readonly string[], locale: Locale): CardElement {
  return md(understoodText(parts, locale), "notation");
}

export function understoodText(parts: readonly string[], locale: Locale): string {
  return figureText(locale).understood([...parts]);
}
