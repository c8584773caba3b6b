import type { Card, CardElement } from "../card.ts";
import { md, typed } from "../elements.ts";
import { momentName } from "../names.ts";
import { keyLabel } from "../report/cell-text.ts";
import { promiseResults } from "../report/promise-lines.ts";
import { stepLines, supplementNote } from "../report/receipt.ts";
import { reportCard } from "../report/report-card.ts";
import type { ReportView } from "../report/view.ts";
import { problemButtons } from "../task/problem-buttons.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { supplementTerm } from "../text/quarter.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { REVIEW_TEXT } from "../text/review.ts";
import { stateTerm } from "../text/terms.ts";

/** Cells listed. */
const NAMED = 12;

/** The decision: approved, or what was returned and why. Reported problems can still become 督办 items. */
export function reviewedCard(view: ReportView): Card {
  const { report, locale } = view;
  const approved = report.status === "approved";
  const tags = [stateTerm(report.status, locale), ...(report.supplement ? [supplementTerm(locale)] : [])];
  const head = { kind: REVIEW_TEXT[locale].kinds.reviewed, template: template(view), tags };
  return reportCard(view, head, [
    ...supplementNote(view),
    ...(approved ? approvedLines(view) : returnedLines(view)),
  ]);
}

function approvedLines(view: ReportView): CardElement[] {
  return [md(stepLines(view).join("\n")), ...promiseResults(view), ...problemButtons(view)];
}

function template({ report }: ReportView): "green" | "orange" | "grey" {
  if (report.status === "approved") return "green";
  return report.status === "returned" ? "orange" : "grey";
}

function returnedLines(view: ReportView): CardElement[] {
  const { report, locale } = view;
  const { returned } = report;
  const text = REVIEW_TEXT[locale];
  if (report.status !== "returned" || !returned) return [md(text.waitingText)];
  const cells = returned.cells.slice(0, NAMED).map((key) => typed(keyLabel(key, view), 80));
  const more = returned.cells.length > NAMED ? "…" : "";
  const who = typed(returned.byName, 20);
  return [
    md(
      [
        text.returnedText(who, momentName(returned.at, locale), returned.cells.length),
        text.returnedCells(CELL_TEXT[locale].list(cells) + more),
        REPORT_TEXT[locale].reason(typed(returned.reason, 300)),
      ].join("\n"),
    ),
  ];
}
