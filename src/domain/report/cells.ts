import type { Programme } from "../programme/programme.ts";
import {
  type Basis,
  IMAGE,
  INVESTMENT,
  type Project,
  type ReportContent,
  type SectionId,
  type Words,
} from "./content.ts";
import {
  type FigureKind,
  fieldKey,
  type InvestmentField,
  investmentFields,
  investmentFigure,
  isOwn,
  type OwnField,
  type ProjectField,
  projectFields,
  projectFigure,
} from "./fields.ts";
import { cents } from "./money.ts";
import { dueItems, plannedIsKnown, previousContent, previousThisYear } from "./plan.ts";
import { followedWay } from "./sums.ts";

// A cell is one figure or text of a report. Forms, reviews and returns all work by cells, so that a reviewer can return
// exactly one of them.

export type CellKind = FigureKind | "item" | "words" | "name";
export type CellValue = number | string | null;
/** One cell with its present value. */
export type Cell = {
  /** `section/field`; also the input's name on a card. */
  key: string;
  section: SectionId;
  kind: CellKind;
  /** What the label is built from. */
  what:
    | { field: "plan" | "cumulative" | "quarter" | "words" | "progress" | "next" | "problem" }
    | { field: "item"; item: string }
    | { field: "source"; source: string }
    | { field: "planned" | "actual" | "total" | "name"; project: string; projectName: string }
    | { field: "own"; own: OwnField }
    | { field: "own"; own: OwnField; project: string; projectName: string };
  /** 万元, % or text, by kind. */
  value: CellValue;
  previous: CellValue;
  /** Shown but not asked, because the value is already known. */
  known: boolean;
  /** The origin of a value no person gave: its input stays empty until someone does. */
  derived?: "cumulative" | "quarter" | "sources" | "ledger";
};

export const CUMULATIVE = `${INVESTMENT}/cumulative`;
export const QUARTER = `${INVESTMENT}/quarter`;
const WORDS: ReadonlyArray<keyof Words> = ["progress", "next", "problem"];
/** The blank row of the image form, for a project the plan does not have. */
export const NEW_PROJECT = "new";

/** The cells of one section, in form order. */
export function sectionCells(section: SectionId, content: ReportContent, basis: Basis): Cell[] {
  if (section === INVESTMENT) return investmentCells(content, basis);
  if (section === IMAGE) return imageCells(content, basis);
  return areaCells(section, content, basis);
}

/** A cell by its key; undefined when this report has no such cell. */
export function findCell(key: string, content: ReportContent, basis: Basis): Cell | undefined {
  return sectionCells(sectionOf(key), content, basis).find((cell) => cell.key === key);
}

/** The section part of a cell's key; "" for any other text. */
export function sectionOf(key: string): SectionId {
  return key.slice(0, Math.max(key.indexOf("/"), 0));
}

/** Whether a reviewer can return this cell alone; a quarter's sum is returned with the cumulative sum. */
export function isReturnable(cell: Cell): boolean {
  return cell.derived !== "cumulative" && cell.value !== null && cell.value !== "";
}

function areaCells(section: SectionId, content: ReportContent, basis: Basis): Cell[] {
  const area = basis.programme.areas.find((a) => a.id === section);
  const now = content.areas[section];
  if (!area || !now) return [];
  const before = previousContent(basis)?.areas[section];
  const items = dueItems(basis, area).map((item): Cell => {
    const previous = before?.items[item.id] ?? null;
    return {
      key: `${section}/item.${item.id}`,
      section,
      kind: "item",
      what: { field: "item", item: item.id },
      value: now.items[item.id] ?? 0,
      previous,
      known: previous === 100,
      ...(now.derived?.includes(item.id) ? { derived: "ledger" } : {}),
    };
  });
  const words = WORDS.map(
    (field): Cell => ({
      key: `${section}/${field}`,
      section,
      kind: "words",
      what: { field },
      value: now.words[field],
      previous: before?.words[field] ?? null,
      known: false,
    }),
  );
  return [...items, ...words];
}

function investmentCells(content: ReportContent, basis: Basis): Cell[] {
  const now = content.investment;
  const before = previousThisYear(basis)?.investment;
  const follows = followedWay(now, before?.cumulative ?? 0);
  const grown = now.cumulative === null ? null : cents(now.cumulative - (before?.cumulative ?? 0));
  const ofField = (field: InvestmentField): Cell => {
    const value = investmentFigure(now, field);
    const last = before ? investmentFigure(before, field) : null;
    const cell = { key: fieldKey(field), section: INVESTMENT, kind: field.kind, known: false };
    if (isOwn(field)) {
      const follows: Pick<Cell, "derived"> = now.byLedger?.includes(field.id) ? { derived: "ledger" } : {};
      return { ...cell, what: { field: "own", own: field }, value, previous: last, ...follows };
    }
    const what = { field: field.id };
    switch (field.id) {
      case "plan": {
        const known = basis.plan.investment !== null || last !== null;
        return { ...cell, what, value, previous: last ?? basis.plan.investment, known };
      }
      case "cumulative":
        return {
          ...cell,
          what,
          value,
          previous: last,
          ...(follows === undefined ? {} : { derived: follows }),
        };
      case "quarter":
        return value === null
          ? { ...cell, what, value: grown, previous: null, derived: "cumulative" }
          : { ...cell, what, value, previous: null };
    }
  };
  return [
    ...investmentFields(basis.programme).map(ofField),
    ...basis.programme.fundSources.map(
      (source): Cell => ({
        key: `${INVESTMENT}/source.${source.id}`,
        section: INVESTMENT,
        kind: "amount",
        what: { field: "source", source: source.id },
        value: now.sources[source.id] ?? null,
        previous: before?.sources[source.id] ?? null,
        known: false,
      }),
    ),
    wordsCell(INVESTMENT, now.words, previousContent(basis)?.investment.words ?? null),
  ];
}

function imageCells(content: ReportContent, basis: Basis): Cell[] {
  const before = previousContent(basis)?.image;
  const projects = content.image.projects.flatMap((project) => {
    const previous = before?.projects.find((p) => p.id === project.id);
    return projectCells(project, previous, basis);
  });
  return [...projects, wordsCell(IMAGE, content.image.words, before?.words ?? null)];
}

function projectCells(project: Project, previous: Project | undefined, basis: Basis): Cell[] {
  const planned = plannedIsKnown(basis, project.id);
  const isKnown = {
    total: planned || project.total !== null,
    planned: planned || (previous?.planned === 100 && project.planned === 100),
    actual: previous?.actual === 100,
  };
  return projectFields(basis.programme).map((field) => ({
    key: fieldKey(field, project.id),
    section: IMAGE,
    kind: field.kind,
    what: whatOf(field, { project: project.id, projectName: project.name }),
    value: projectFigure(project, field),
    previous: previous ? projectFigure(previous, field) : null,
    known: !isOwn(field) && isKnown[field.id],
  }));
}

function whatOf(field: ProjectField, of: { project: string; projectName: string }): Cell["what"] {
  return isOwn(field) ? { field: "own", own: field, ...of } : { field: field.id, ...of };
}

/** The cells of the blank row in which a town adds a project of its own. */
export function newProjectCells(programme: Pick<Programme, "fields">): Cell[] {
  const of = { project: NEW_PROJECT, projectName: "" };
  const empty = { section: IMAGE, value: null, previous: null, known: false };
  const name: Cell = {
    ...empty,
    key: `${IMAGE}/project.${NEW_PROJECT}.name`,
    kind: "name",
    what: { field: "name", ...of },
  };
  const figures = projectFields(programme).map(
    (field): Cell => ({
      ...empty,
      key: fieldKey(field, NEW_PROJECT),
      kind: field.kind,
      what: whatOf(field, of),
    }),
  );
  return [name, ...figures];
}

function wordsCell(section: SectionId, value: string, previous: string | null): Cell {
  return {
    key: `${section}/words`,
    section,
    kind: "words",
    what: { field: "words" },
    value,
    previous,
    known: false,
  };
}
