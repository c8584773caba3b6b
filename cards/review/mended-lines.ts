import { findCell } from "../../src/domain/report/cells.ts";
import type { CardElement } from "../card.ts";
import { md, typed } from "../elements.ts";
import { cellText, fullLabel, keyLabel } from "../report/cell-text.ts";
import type { ReportView } from "../report/view.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { REVIEW_TEXT } from "../text/review.ts";

/** Returned cells listed. */
const NAMED = 10;

/** The last return: each returned cell with its value then and now, and the reason given. */
export function mendedLines(view: ReportView): CardElement[] {
  const { report, basis, programme, locale } = view;
  const { returned } = report;
  if (!returned) return [];
  const text = REVIEW_TEXT[locale];
  const lines = returned.cells.slice(0, NAMED).map((key) => {
    const cell = findCell(key, report.content, basis);
    if (!cell) return `- ${typed(keyLabel(key, view), 80)}`;
    const before = returned.before[key] ?? null;
    const label = typed(fullLabel(cell, programme, locale), 80);
    const now = typed(cellText(cell, locale), 40);
    // By value: two long texts may look alike where they are cut.
    if (before === cell.value) return `- ${text.leftAs(label, now)}`;
    return `- ${text.fromTo(label, typed(cellText({ ...cell, value: before }, locale), 40), now)}`;
  });
  const more = returned.cells.length > NAMED ? [`- ${text.moreFlags(returned.cells.length - NAMED)}`] : [];
  const reason = REPORT_TEXT[locale].reason(typed(returned.reason, 150));
  return [md([text.mended(returned.cells.length), reason, ...lines, ...more].join("\n"))];
}
