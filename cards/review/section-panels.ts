import { type Cell, sectionCells } from "../../src/domain/report/cells.ts";
import { type SectionId, sectionsOf } from "../../src/domain/report/content.ts";
import type { Flag } from "../../src/domain/report/soft-checks.ts";
import type { CardElement } from "../card.ts";
import { button, md, panel, typed } from "../elements.ts";
import { sectionName } from "../names.ts";
import { cellLabel, cellText, statedText } from "../report/cell-text.ts";
import { record } from "../report/report-card.ts";
import { sectionFigures } from "../report/section-figures.ts";
import type { ReportView } from "../report/view.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { REVIEW_TEXT } from "../text/review.ts";
import { isFromPlan } from "./from-plan.ts";

/** Characters of a text shown here; a longer one has its own card. */
const WORDS = 50;
/** Figures of one section listed individually. */
const FIGURES = 20;

/** One folded panel for each section: changes since last quarter, the start of its texts, a link to the full text. */
export function sectionPanels(
  view: ReportView,
  flags: Array<Pick<Flag, "section" | "severity">>,
): CardElement[] {
  return sectionsOf(view.programme).map((section) => {
    const cells = sectionCells(section, view.report.content, view.basis);
    const words = cells.filter((cell) => cell.kind === "words" && cell.value !== "");
    const long = words.some((cell) => [...String(cell.value)].length > WORDS);
    const read = button(REVIEW_TEXT[view.locale].read, { kind: "read_section", ...record(view), section });
    const lines = [...figureLines(cells, view), ...words.map((cell) => wordsLine(cell, view))];
    const content = lines.length > 0 ? lines.join("\n") : REVIEW_TEXT[view.locale].empty;
    const flagged = flags.some((flag) => flag.section === section && flag.severity === "flag");
    return panel(titleOf(section, cells, view), [md(content), ...(long ? [read] : [])], flagged);
  });
}

function titleOf(section: SectionId, cells: Cell[], view: ReportView): string {
  const { locale, programme, report } = view;
  const figures = sectionFigures(section, report.content, locale);
  const changed = cells.filter((cell) => cell.kind !== "words" && isChanged(cell, view)).length;
  const photos = view.photos[section] ?? 0;
  return [
    sectionName(programme, section, locale),
    ...(figures === "" ? [] : [figures]),
    ...(changed > 0 ? [REVIEW_TEXT[locale].changes(changed)] : []),
    ...(photos > 0 ? [REPORT_TEXT[locale].photoCount(photos)] : []),
  ].join(" · ");
}

/** Changed figures one by one, the rest of an area in one line; unchanged investment and projects as they are. */
function figureLines(cells: Cell[], view: ReportView): string[] {
  const text = REVIEW_TEXT[view.locale];
  const figures = cells.filter((cell) => cell.kind !== "words" && cell.value !== null);
  const changed = figures.filter((cell) => isChanged(cell, view));
  const same = figures.filter((cell) => cell.kind !== "item" && !changed.includes(cell));
  const shown = [...changed, ...same].slice(0, FIGURES);
  const rest = figures.length - shown.length;
  return [
    ...shown.map((cell) => `- ${figureLine(cell, view)}`),
    ...(rest > 0 ? [`- ${text.sameRest(rest)}`] : []),
  ];
}

function figureLine(cell: Cell, view: ReportView): string {
  const { locale, programme } = view;
  const text = REVIEW_TEXT[locale];
  const label = typed(cellLabel(cell, programme, locale), 40);
  const now = statedText(cell, locale);
  if (!isChanged(cell, view)) return text.unchanged(label, now);
  return text.fromTo(
    label,
    cell.previous === null ? text.none : cellText({ ...cell, value: cell.previous }, locale),
    now,
  );
}

function wordsLine(cell: Cell, view: ReportView): string {
  const label = cellLabel(cell, view.programme, view.locale);
  return `- ${REVIEW_TEXT[view.locale].words(label, typed(String(cell.value), WORDS))}`;
}

/**
 * Whether a figure differs from last quarter's. This quarter's own sum has no counterpart, and plan figures do not
 * count.
 */
function isChanged(cell: Cell, view: ReportView): boolean {
  if (cell.what.field === "quarter" || isFromPlan(cell, view.basis)) return false;
  if (cell.kind === "item") return (cell.previous ?? 0) !== cell.value;
  return cell.previous !== cell.value && cell.value !== null;
}
