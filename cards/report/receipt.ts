import { sectionsOf } from "../../src/domain/report/content.ts";
import type { Card, CardElement } from "../card.ts";
import { hr, md, typed } from "../elements.ts";
import { countyName, momentName, sectionName } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { supplementLine } from "../text/quarter.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { stateTerm } from "../text/terms.ts";
import { photosPart } from "./photos-part.ts";
import { promiseResults, promisesAsked, promisesOffered, promisesToCome } from "./promise-lines.ts";
import { punctuality } from "./punctuality.ts";
import { reportCard } from "./report-card.ts";
import { sectionFigures } from "./section-figures.ts";
import type { ReportView } from "./view.ts";

/** What was submitted, when and by whom; it has no inputs, and buttons but to more photos and for promises. */
export function receiptCard(view: ReportView): Card {
  const { report, locale } = view;
  const text = REPORT_TEXT[locale];
  const approved = report.status === "approved";
  const late = punctuality(view);
  const tags = [stateTerm(report.status, locale), ...(late ? [late] : [])];
  const county = countyName(view.programme, view.town, locale);
  return reportCard(view, { kind: text.kinds.receipt, template: approved ? "green" : "blue", tags }, [
    md(approved ? text.approvedText : text.submittedText(county)),
    ...supplementNote(view),
    md(stepLines(view).join("\n")),
    hr(),
    md(figureLines(view).join("\n")),
    ...photosPart(view),
    ...promisesAsked(view),
    ...(approved ? promiseResults(view) : promisesToCome(view)),
    ...promisesOffered(view),
  ]);
}

/** Explains the consequences of a 补报, on every card of one. */
export function supplementNote({ report, locale }: ReportView): CardElement[] {
  return report.supplement ? [md(supplementLine(locale, "is"))] : [];
}

/** Who did what and when, one line each; an approval that was taken back is none any more. */
export function stepLines(view: ReportView): string[] {
  const { report, locale, programme } = view;
  const text = REPORT_TEXT[locale];
  const bare = report.missingPhotos.map((section) => sectionName(programme, section, locale));
  return [
    ...(report.submittedAt === null
      ? []
      : [text.submittedBy(typed(report.submittedByName ?? "", 20), momentName(report.submittedAt, locale))]),
    ...(report.approvedAt === null || report.status !== "approved"
      ? []
      : [text.approvedBy(typed(report.approvedByName ?? "", 20), momentName(report.approvedAt, locale))]),
    ...(bare.length > 0 ? [text.barePhotos(CELL_TEXT[locale].list(bare))] : []),
  ];
}

/** Every section's figures and photos, one line each. */
function figureLines(view: ReportView): string[] {
  const { report, locale, programme } = view;
  const text = REPORT_TEXT[locale];
  return sectionsOf(programme).map((section) => {
    const photos = view.photos[section] ?? 0;
    const figures = sectionFigures(section, report.content, locale) || CELL_TEXT[locale].blank;
    const parts = [figures, ...(photos > 0 ? [text.photoCount(photos)] : [])];
    return CELL_TEXT[locale].said(`**${sectionName(programme, section, locale)}**`, parts.join(" · "));
  });
}
