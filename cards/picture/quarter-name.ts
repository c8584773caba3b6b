import { type PeriodId, quarterOf, yearOf } from "../../src/domain/calendar/period.ts";
import { shortPeriodName } from "../names.ts";
import type { Readers } from "./chart-name.ts";

/** A quarter on a chart's axis: `26年二季度`, `Q2 26`; `26Q2` for readers of both languages. */
export function quarterName(
  period: PeriodId,
  { locale, forAll }: Pick<Readers, "locale" | "forAll">,
): string {
  return forAll ? `${String(yearOf(period)).slice(2)}Q${quarterOf(period)}` : shortPeriodName(period, locale);
}
