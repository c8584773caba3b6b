import { sectionCells } from "../../src/domain/report/cells.ts";
import type { SectionId } from "../../src/domain/report/content.ts";
import type { Card } from "../card.ts";
import { button, md, typed } from "../elements.ts";
import { sectionName } from "../names.ts";
import { cellLabel } from "../report/cell-text.ts";
import { record, reportCard } from "../report/report-card.ts";
import { sectionFigures } from "../report/section-figures.ts";
import type { ReportView } from "../report/view.ts";
import { REVIEW_TEXT } from "../text/review.ts";

/** A section's texts in full. */
export function sectionTextCard(view: ReportView & { section: SectionId }): Card {
  const { section, locale, programme, report } = view;
  const text = REVIEW_TEXT[locale];
  const kind = text.kinds.section(sectionName(programme, section, locale));
  const words = sectionCells(section, report.content, view.basis).filter((cell) => cell.kind === "words");
  const figures = sectionFigures(section, report.content, locale);
  return reportCard(view, { kind, template: "blue" }, [
    ...(figures === "" ? [] : [md(figures)]),
    ...words.map((cell) => {
      const said = cell.value === "" ? text.empty : typed(String(cell.value));
      return md(`**${cellLabel(cell, programme, locale)}**\n${said}`);
    }),
    button(text.back, { kind: "review", ...record(view) }),
  ]);
}
