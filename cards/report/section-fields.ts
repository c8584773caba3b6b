import type { Cell } from "../../src/domain/report/cells.ts";
import { NEW_PROJECT, newProjectCells } from "../../src/domain/report/cells.ts";
import { IMAGE, INVESTMENT } from "../../src/domain/report/content.ts";
import type { FormElement } from "../card.ts";
import { md, panel, row, typed } from "../elements.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { type CellInputs, cellInput, twoColumns } from "./cell-inputs.ts";
import { cellLabel, cellText } from "./cell-text.ts";

// The inputs of one section's form, in the order people fill them in. Known values are lines of text.

/** Projects with inputs on one card; those lacking a figure come first. */
const PROJECTS_SHOWN = 12;

/** Whether a cell needs no input: the plan or the ledger has its value, or it was finished last quarter and still is. */
function isAnswered(cell: Cell): boolean {
  if (cell.derived === "ledger") return true;
  if (!cell.known) return false;
  const finished = cell.what.field === "item" || cell.what.field === "actual";
  return !finished || cell.value === cell.previous;
}

/** The cells of a section that get an input, limited to the number of projects that fit. */
export function askedOf(cells: Cell[]): Cell[] {
  const asked = cells.filter((cell) => !isAnswered(cell));
  const shown = new Set(shownProjects(asked));
  return asked.filter((cell) => !("project" in cell.what) || shown.has(cell.what.project));
}

/** A section's form; `cells`: all of its cells, including known ones. */
export function sectionFields(section: string, cells: Cell[], inputs: CellInputs): FormElement[] {
  const asked = askedOf(cells);
  const words = asked.filter((cell) => cell.kind === "words").flatMap((cell) => cellInput(cell, inputs));
  const figures = asked.filter((cell) => cell.kind !== "words");
  const text = REPORT_TEXT[inputs.view.locale];
  if (section === INVESTMENT)
    return [
      ...ledgerLine(cells, inputs),
      md(text.amountHint, "notation"),
      ...investmentFields(cells, figures, inputs),
      ...words,
    ];
  if (section === IMAGE)
    return [md(text.percentHint, "notation"), ...imageFields(cells, figures, inputs), ...words];
  const items = twoColumns(figures, inputs);
  const hint = items.length > 0 ? [md(text.areaHint, "notation")] : [];
  return [...ledgerLine(cells, inputs), ...finishedLine(cells, inputs), ...hint, ...items, ...words];
}

/** What follows the ledger, in one line. */
function ledgerLine(cells: Cell[], { view: { programme, locale } }: CellInputs): FormElement[] {
  const following = cells.filter(({ derived }) => derived === "ledger");
  if (following.length === 0) return [];
  const said = following.map((cell) => `${cellLabel(cell, programme, locale)} ${cellText(cell, locale)}`);
  const line = typed(CELL_TEXT[locale].list(said), 600);
  return [md(REPORT_TEXT[locale].byLedger(following.length, line), "notation")];
}

function investmentFields(cells: Cell[], figures: Cell[], inputs: CellInputs): FormElement[] {
  const text = REPORT_TEXT[inputs.view.locale];
  const plan = cells.find((cell) => cell.what.field === "plan" && isAnswered(cell));
  const sums = figures.filter((cell) => cell.what.field !== "source");
  const sources = figures.filter((cell) => cell.what.field === "source");
  return [
    ...(plan ? [md(text.knownPlan(cellText(plan, inputs.view.locale)))] : []),
    ...twoColumns(sums, inputs),
    ...(sources.length > 0 ? [md(text.sourcesTitle)] : []),
    ...twoColumns(sources, inputs),
  ];
}

function imageFields(cells: Cell[], figures: Cell[], inputs: CellInputs): FormElement[] {
  const text = REPORT_TEXT[inputs.view.locale];
  const projects = [...new Set(figures.map(projectOf))];
  const total = new Set(cells.filter((cell) => !isAnswered(cell)).map(projectOf));
  total.delete("");
  const hidden = total.size - projects.length;
  return [
    ...finishedLine(cells, inputs),
    ...projects.flatMap((project) =>
      oneProject(
        figures.filter((cell) => projectOf(cell) === project),
        inputs,
      ),
    ),
    ...(hidden > 0 ? [md(text.otherProjects(hidden), "notation")] : []),
    newProject(cells, inputs),
  ];
}

function oneProject(cells: Cell[], inputs: CellInputs): FormElement[] {
  if (cells.length < 2) return cells.flatMap((cell) => cellInput(cell, inputs));
  return [
    row(
      cells.map((cell) => cellInput(cell, inputs)),
      [],
      "stretch",
    ),
  ];
}

/** Folded unless there is no project yet or it has input. */
function newProject(cells: Cell[], inputs: CellInputs): FormElement {
  const text = REPORT_TEXT[inputs.view.locale];
  const none = !cells.some((cell) => "project" in cell.what);
  const blank = newProjectCells(inputs.view.programme);
  const begun = blank.some((cell) => inputs.raw[cell.key] || inputs.near.has(cell.key));
  const fields = blank.flatMap((cell) => cellInput(cell, inputs));
  return panel(none ? text.firstProjectTitle : text.newProjectTitle, fields, none || begun);
}

/** Items and projects finished last quarter, in one line. */
function finishedLine(cells: Cell[], inputs: CellInputs): FormElement[] {
  const { programme, locale } = inputs.view;
  const finished = cells.filter(
    (cell) =>
      isAnswered(cell) &&
      cell.derived === undefined &&
      (cell.what.field === "item" || cell.what.field === "actual"),
  );
  if (finished.length === 0) return [];
  const names = finished.map((cell) =>
    cell.what.field === "actual" ? cell.what.projectName : cellLabel(cell, programme, locale),
  );
  const text = REPORT_TEXT[locale];
  const line = typed(CELL_TEXT[locale].list(names), 300);
  const isItem = finished[0]?.kind === "item";
  const sentence = isItem ? text.finishedItems : text.finishedProjects;
  return [md(sentence(finished.length, line), "notation")];
}

function shownProjects(asked: Cell[]): string[] {
  const projects = [...new Set(asked.map(projectOf))].filter((id) => id !== "" && id !== NEW_PROJECT);
  if (projects.length <= PROJECTS_SHOWN) return projects;
  const lacks = (id: string) => asked.some((cell) => projectOf(cell) === id && cell.value === null);
  return [...projects.filter(lacks), ...projects.filter((id) => !lacks(id))].slice(0, PROJECTS_SHOWN);
}

function projectOf(cell: Cell): string {
  return "project" in cell.what ? cell.what.project : "";
}
