import {
  type Missing,
  missingParts,
  type SectionState,
  sectionState,
} from "../../src/domain/report/completeness.ts";
import { IMAGE, INVESTMENT, type SectionId } from "../../src/domain/report/content.ts";
import { previousContent } from "../../src/domain/report/plan.ts";
import { typed } from "../elements.ts";
import { momentName, sectionName } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { missingPart } from "./missing-text.ts";
import { newlyDueText } from "./newly-due-lines.ts";
import { sectionFigures } from "./section-figures.ts";
import type { ReportView } from "./view.ts";

const COLOURS: Record<SectionState, string> = {
  todo: "orange",
  due: "orange",
  kept: "grey",
  partial: "orange",
  done: "green",
};

/** A section in the overview, two lines of markdown: state and missing parts; figures, last save, photos. */
export function sectionLine(section: SectionId, view: ReportView): string {
  const { report, basis, locale } = view;
  const text = REPORT_TEXT[locale];
  const state = sectionState(report, basis, section);
  const following = report.content.areas[section]?.derived?.length ?? 0;
  const missing = missingParts(report, basis).filter((m) => m.section === section);
  const stateText =
    state === "partial"
      ? text.partial(missingLine(missing, view))
      : state === "due"
        ? newlyDueText(section, view)
        : state === "kept" && following > 0
          ? text.keptByLedger(following)
          : text[state];
  const saved = report.saved[section];
  const photos = view.photos[section] ?? 0;
  const below = [
    figures(section, view),
    ...(saved ? [text.savedBy(typed(saved.name, 20), momentName(saved.at, locale))] : []),
    ...(photos > 0 ? [text.photoCount(photos)] : []),
  ].filter((part) => part !== "");
  const head = `**${sectionName(view.programme, section, locale)}** <font color='${COLOURS[state]}'>${stateText}</font>`;
  return below.length > 0 ? `${head}\n${below.join(" · ")}` : head;
}

/** This quarter's figures; unsaved investment and image figures are last quarter's and are marked as such. */
function figures(section: SectionId, view: ReportView): string {
  const { report, basis, locale } = view;
  if (report.saved[section] || (section !== INVESTMENT && section !== IMAGE))
    return sectionFigures(section, report.content, locale);
  const before = previousContent(basis);
  const last = before ? sectionFigures(section, before, locale) : "";
  return last === "" ? "" : REPORT_TEXT[locale].lastQuarter(last);
}

function missingLine(missing: Missing[], view: ReportView): string {
  const parts = missing.slice(0, 3).map((m) => typed(missingPart(m, view), 60));
  return CELL_TEXT[view.locale].list(parts) + (missing.length > 3 ? "…" : "");
}
