import { CUMULATIVE, findCell, sectionOf } from "../../src/domain/report/cells.ts";
import { INVESTMENT } from "../../src/domain/report/content.ts";
import { applyInputs, type RawInputs } from "../../src/domain/report/inputs.ts";
import { cumulativeBefore } from "../../src/domain/report/plan.ts";
import { unequalSums } from "../../src/domain/report/sums.ts";
import type { CardElement } from "../card.ts";
import { md, typed } from "../elements.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { SUMS_TEXT } from "../text/sums.ts";
import { cellText, fullLabel, statedText } from "./cell-text.ts";
import { apartText } from "./sums.ts";
import type { ReportView } from "./view.ts";

/**
 * Side effects of confirming `raw`: a derived sum that changes, and two sums that will disagree. Empty while the inputs
 * cannot be read.
 */
export function followLines(view: ReportView, raw: RawInputs): CardElement[] {
  const { report, basis, programme, locale } = view;
  const applied = applyInputs(raw, report.content, basis);
  if (!applied.ok) return [];
  const was = findCell(CUMULATIVE, report.content, basis);
  const is = findCell(CUMULATIVE, applied.content, basis);
  const follows = was && is && is.derived !== undefined && is.value !== was.value;
  const line = follows
    ? [
        md(
          `${SUMS_TEXT[locale].follows}\n- ${REPORT_TEXT[locale].readOne(
            typed(fullLabel(is, programme, locale), 80),
            statedText(is, locale),
            cellText(was, locale),
          )}`,
        ),
      ]
    : [];
  const touched = Object.keys(raw).some((key) => sectionOf(key) === INVESTMENT);
  const unequal = touched ? unequalSums(applied.content.investment, cumulativeBefore(basis)) : null;
  const apart = unequal ? [md(SUMS_TEXT[locale].willAsk(apartText(unequal, locale)))] : [];
  return [...line, ...apart];
}
