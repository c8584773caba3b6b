import { findCell } from "../../src/domain/report/cells.ts";
import type { Card } from "../card.ts";
import { button, md, typed } from "../elements.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { livingText } from "../text/living.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { fullLabel, statedText } from "./cell-text.ts";
import { record, reportCard } from "./report-card.ts";
import type { ReportView } from "./view.ts";

/** Cells listed in a receipt; the others are left out. */
const NAMED = 6;

/**
 * Replaces a confirmation by one line: the saved values (`written`: keys of their cells, empty ones left out) and a
 * link to the report.
 */
export function savedCard(view: ReportView & { written: string[] }): Card {
  const { report, basis, programme, locale } = view;
  const text = REPORT_TEXT[locale];
  const said = livingText(locale);
  const cells = view.written
    .flatMap((key) => findCell(key, report.content, basis) ?? [])
    .filter(({ value }) => value !== null && value !== "");
  const named = cells
    .slice(0, NAMED)
    .map((cell) => CELL_TEXT[locale].said(fullLabel(cell, programme, locale), statedText(cell, locale)));
  const more = cells.length > NAMED ? "…" : "";
  return reportCard(view, { kind: said.saved, template: "green" }, [
    md(said.written(`${typed(CELL_TEXT[locale].list(named), 400)}${more}`)),
    button(text.openOverview, { kind: "overview", ...record(view) }),
  ]);
}
