import { areaLedger } from "../../src/domain/area-ledger/area-ledger.ts";
import { isOff } from "../../src/domain/procedure/definition.ts";
import { newProjectCells, sectionOf } from "../../src/domain/report/cells.ts";
import { missingParts } from "../../src/domain/report/completeness.ts";
import { IMAGE, INVESTMENT, type SectionId } from "../../src/domain/report/content.ts";
import { askedCells } from "../../src/domain/report/decide.ts";
import type { Problem } from "../../src/domain/report/hard-checks.ts";
import type { RawInputs } from "../../src/domain/report/inputs.ts";
import type { SumWay } from "../../src/domain/report/sums.ts";
import type { Card, CardElement, FormElement } from "../card.ts";
import { button, form, md, row, submitButton } from "../elements.ts";
import { sectionName } from "../names.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { SUMS_TEXT } from "../text/sums.ts";
import type { CellInputs } from "./cell-inputs.ts";
import { type ConflictView, conflictLines } from "./conflict.ts";
import { keptRaw } from "./kept-raw.ts";
import { mayEdit } from "./may-edit.ts";
import { missingPart } from "./missing-text.ts";
import { nextSection } from "./next-section.ts";
import { nearProblems, problemLines } from "./problem-lines.ts";
import { record, reportCard } from "./report-card.ts";
import { returnedCard } from "./returned.ts";
import { saveAction } from "./save-action.ts";
import { askedOf, sectionFields } from "./section-fields.ts";
import { storedProblems } from "./stored-problems.ts";
import { sumsQuestion } from "./sums.ts";
import type { ReportView } from "./view.ts";

export type SectionView = ReportView & {
  section: SectionId;
  /** Earlier input that could not be stored, shown again verbatim. */
  raw?: RawInputs | undefined;
  problems?: Problem[] | undefined;
  /** The sum the reader just chose as right. */
  right?: SumWay | undefined;
  conflict?: ConflictView | undefined;
};

/** One section's form. Known values are not asked; saving it unchanged changes no figure. */
export function sectionCard(view: SectionView): Card {
  const { section, report, basis, locale, programme } = view;
  // A returned report always shows the form of the returned cells.
  if (report.status === "returned") return returnedCard(view);
  const text = REPORT_TEXT[locale];
  const head = { kind: sectionName(programme, section, locale), template: "blue" as const };
  const overview = button(text.backToOverview, { kind: "overview", ...record(view) });
  if (!mayEdit(view)) return reportCard(view, head, [md(text.closed), overview]);
  const cells = askedCells(report, section, basis);
  const blank = section === IMAGE ? newProjectCells(programme) : [];
  const shown = [...askedOf(cells), ...blank].map((cell) => cell.key);
  const problems = view.problems ?? storedProblems(view).filter(({ key }) => sectionOf(key) === section);
  const inputs: CellInputs = {
    view,
    raw: view.raw ?? keptRaw(view, section),
    near: nearProblems(problems, shown),
  };
  const question = section === INVESTMENT ? sumsQuestion(view, section, view.right) : [];
  return reportCard(view, head, [
    ...conflictLines(view, view.conflict),
    ...problemLines(problems, inputs),
    form("section", [...question, ...sectionFields(section, cells, inputs), saveButtons(view)]),
    overview,
    ...ledgerButton(view),
  ]);
}

/** Opens the ledger of an area, or begins it. */
function ledgerButton({ section, town, programme, locale }: SectionView): CardElement[] {
  const isArea = programme.areas.some(({ id }) => id === section);
  if (!isArea || isOff(areaLedger, programme)) return [];
  // No quarter, the town and the area.
  const about = `/${town.slug}/${section}`;
  const begin = { kind: "begin", procedure: areaLedger.id, about, step: "begin" } as const;
  return [button(REPORT_TEXT[locale].openLedger, begin)];
}

function saveButtons(view: SectionView): FormElement {
  const { section, report, basis, locale } = view;
  const text = REPORT_TEXT[locale];
  const next = nextSection(report, basis, section);
  const save = submitButton(text.save, saveAction(view, section, "overview"));
  const label = next ? onwardLabel(next, view) : text.saveSubmit;
  const onward = submitButton(label, saveAction(view, section, next ? "next" : "submit"), {
    type: "primary",
  });
  return row([[onward], [save]], [], "flow");
}

/** Where saving leads next, with the reason when it leads back to a section already filled in. */
function onwardLabel(next: SectionId, view: SectionView): string {
  const { report, basis, locale, programme } = view;
  const name = sectionName(programme, next, locale);
  const [lacks] = missingParts(report, basis).filter((missing) => missing.section === next);
  if (!lacks || !report.saved[next]) return REPORT_TEXT[locale].saveNext(name);
  return SUMS_TEXT[locale].backTo(name, missingPart(lacks, view));
}
