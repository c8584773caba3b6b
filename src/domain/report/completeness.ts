import { sectionOf } from "./cells.ts";
import { type Basis, IMAGE, INVESTMENT, type SectionId, sectionsOf } from "./content.ts";
import {
  investmentFields,
  investmentFigure,
  isOwn,
  type OwnField,
  projectFields,
  projectFigure,
} from "./fields.ts";
import { newlyDue } from "./newly-due.ts";
import { cumulativeBefore, previousContent } from "./plan.ts";
import type { Report } from "./report.ts";
import { type Unequal, unequalSums } from "./sums.ts";

// When a report is complete. Investment and image progress must be confirmed every quarter; an area without changes
// needs no input, nor does a section the scheme does not use.

/** A part that keeps a report from being submitted. */
export type Missing =
  | { kind: "untouched"; section: SectionId }
  | { kind: "plan" | "cumulative" | "quarter"; section: SectionId }
  | { kind: "sums"; section: SectionId; unequal: Unequal }
  | { kind: "no_project"; section: SectionId }
  | { kind: "planned" | "actual" | "total"; section: SectionId; project: string }
  /** A field of the pack, of the investment or of a project. */
  | { kind: "own"; section: SectionId; own: OwnField; project?: string }
  | { kind: "returned"; section: SectionId; cells: string[] };

/**
 * todo: needs input; due: items have come due and the area was not saved since; kept: last quarter's values are
 * unchanged; partial: saved with a part missing; done.
 */
export type SectionState = "todo" | "due" | "kept" | "partial" | "done";

/** Whether a section in this state has to be filled in or looked at. */
export function needsInput(state: SectionState): boolean {
  return state === "todo" || state === "partial" || state === "due";
}

/** What keeps a report from being submitted; empty when it is complete. Photos are checked separately. */
export function missingParts(report: Report, basis: Basis): Missing[] {
  return [
    ...sectionsOf(basis.programme).flatMap((section) => missingIn(report, basis, section)),
    ...stillReturned(report),
  ];
}

/** The same of one section, without what was returned. */
function missingIn(report: Report, basis: Basis, section: SectionId): Missing[] {
  if (section === INVESTMENT) return missingInInvestment(report, basis);
  return section === IMAGE ? missingInImage(report, basis) : missingInArea(report, basis, section);
}

/** Returned cells whose section was not saved since the return, by section. */
function stillReturned(report: Report): Missing[] {
  const { returned } = report;
  if (report.status !== "returned" || !returned) return [];
  const open = returned.cells.filter((key) => {
    const saved = report.saved[sectionOf(key)];
    return !saved || saved.revision <= returned.revision;
  });
  return [...new Set(open.map(sectionOf))].map((section) => ({
    kind: "returned",
    section,
    cells: open.filter((key) => sectionOf(key) === section),
  }));
}

/** The disagreeing sums of a saved investment, which the town is asked about first; null when they agree. */
export function unsettledSums(report: Report, basis: Basis): Unequal | null {
  const sums = missingInInvestment(report, basis).find((missing) => missing.kind === "sums");
  return sums?.kind === "sums" ? sums.unequal : null;
}

/** The state of one section. */
export function sectionState(report: Report, basis: Basis, section: SectionId): SectionState {
  const returned = stillReturned(report).filter((missing) => missing.section === section);
  const missing = [...missingIn(report, basis, section), ...returned];
  if (missing.some((m) => m.kind === "untouched")) return "todo";
  if (missing.length > 0) return "partial";
  if (report.saved[section]) return "done";
  return newlyDue(report, basis, section).length > 0 ? "due" : "kept";
}

/** Sections for which the pack requires a photo and none was sent. */
export function missingPhotos(basis: Basis, photos: Record<SectionId, number>): SectionId[] {
  const { programme } = basis;
  const asked = sectionsOf(programme);
  return programme.requiredPhotos.filter(
    (section) => asked.includes(section) && (photos[section] ?? 0) === 0,
  );
}

function missingInArea(report: Report, basis: Basis, section: SectionId): Missing[] {
  const firstEver = previousContent(basis) === null;
  const { items = {}, derived = [] } = report.content.areas[section] ?? {};
  const asked = Object.keys(items).length - derived.length;
  return firstEver && asked > 0 && !report.saved[section] ? [{ kind: "untouched", section }] : [];
}

function missingInInvestment(report: Report, basis: Basis): Missing[] {
  const section = INVESTMENT;
  if (!report.saved[section]) return [{ kind: "untouched", section }];
  const { investment } = report.content;
  const unequal = unequalSums(investment, cumulativeBefore(basis));
  const lacking = investmentFields(basis.programme)
    .filter((field) => field.required && investmentFigure(investment, field) === null)
    .map(
      (field): Missing => (isOwn(field) ? { kind: "own", section, own: field } : { kind: field.id, section }),
    );
  return [...lacking, ...(unequal ? [{ kind: "sums" as const, section, unequal }] : [])];
}

function missingInImage(report: Report, basis: Basis): Missing[] {
  const section = IMAGE;
  if (!report.saved[section]) return [{ kind: "untouched", section }];
  const { projects } = report.content.image;
  if (projects.length === 0) return [{ kind: "no_project", section }];
  return projects.flatMap((p) =>
    projectFields(basis.programme)
      .filter((field) => field.required && projectFigure(p, field) === null)
      .map((field): Missing => {
        const of = { section, project: p.name };
        return isOwn(field) ? { kind: "own", own: field, ...of } : { kind: field.id, ...of };
      }),
  );
}
