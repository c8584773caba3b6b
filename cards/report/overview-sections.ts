import { needsInput, type SectionState, sectionState } from "../../src/domain/report/completeness.ts";
import { IMAGE, INVESTMENT, type SectionId, sectionsOf } from "../../src/domain/report/content.ts";
import type { CardElement } from "../card.ts";
import { button, md, panel, row } from "../elements.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { allNewlyDueText } from "./newly-due-lines.ts";
import { record } from "./report-card.ts";
import { sectionLine } from "./section-line.ts";
import { sumsCheck } from "./sums.ts";
import type { ReportView } from "./view.ts";

/**
 * The sections of a draft by urgency: newly due items with their cost, incomplete areas, investment and image progress,
 * areas already filled in; last, folded, the unchanged areas.
 */
export function sectionsToFill(view: ReportView): CardElement[] {
  const { report, basis } = view;
  const state = (section: SectionId) => sectionState(report, basis, section);
  const asked = sectionsOf(basis.programme);
  const isFigures = (id: SectionId) => id === INVESTMENT || id === IMAGE;
  const [figures, areas] = [asked.filter(isFigures), asked.filter((id) => !isFigures(id))];
  const inState = (...states: SectionState[]) => areas.filter((id) => states.includes(state(id)));
  const order = [...inState("due"), ...inState("todo", "partial"), ...figures, ...inState("done")];
  const first = order.find((section) => needsInput(state(section)));
  const together = allNewlyDueText(view);
  const kept = inState("kept");
  return [
    ...(together === "" ? [] : [md(`**${together}**`)]),
    ...order.map((section) => sectionRow(section, view, section === first)),
    ...(kept.length > 0 ? [keptPanel(kept, view)] : []),
  ];
}

/** The sections of a report that cannot be edited here. */
export function sectionsAsTheyStand(view: ReportView): CardElement[] {
  return sectionsOf(view.programme).map((section) => md(sectionLine(section, view)));
}

function keptPanel(sections: SectionId[], view: ReportView): CardElement {
  const rows = sections.map((section) => sectionRow(section, view, false));
  return panel(REPORT_TEXT[view.locale].keptAreas(sections.length), rows);
}

function sectionRow(section: SectionId, view: ReportView, first: boolean): ReturnType<typeof row> {
  return row([[md(sectionLine(section, view))], [openButton(section, view, first)]], [1, 0]);
}

function openButton(section: SectionId, view: ReportView, first: boolean): ReturnType<typeof button> {
  const { report, basis, locale } = view;
  const text = REPORT_TEXT[locale];
  const fill = needsInput(sectionState(report, basis, section)) ? text.fillIn : text.change;
  const label = sumsCheck(section, view) ?? fill;
  const action = { kind: "open", ...record(view), section, revision: String(report.revision) } as const;
  return button(label, action, { type: first ? "primary" : "default" });
}
