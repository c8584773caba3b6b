import type { Locale } from "../../src/domain/programme/people.ts";
import { formatAmount, formatCount, formatPercent } from "../../src/domain/reading/numbers.ts";
import { boxText } from "../../src/domain/report/box-text.ts";
import { type Cell, type CellValue, sectionCells } from "../../src/domain/report/cells.ts";
import { IMAGE, INVESTMENT } from "../../src/domain/report/content.ts";
import { LONGEST_NAME, LONGEST_WORDS, type Problem } from "../../src/domain/report/hard-checks.ts";
import type { RawInputs } from "../../src/domain/report/inputs.ts";
import { cameDue } from "../../src/domain/report/newly-due.ts";
import { input, md, row, select, typed } from "../elements.ts";
import { nameOf } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { SUMS_TEXT } from "../text/sums.ts";
import { cellLabel, fullLabel } from "./cell-text.ts";
import { problemText } from "./problem-text.ts";
import { derivedNote } from "./sums.ts";
import type { ReportView } from "./view.ts";

// The inputs of a form, one for each cell. Typed text that cannot be stored is shown again verbatim.

/** Characters of an amount input, of a percentage input, and of last quarter's text shown above an input. */
const LONGEST_AMOUNT = 30;
export const LONGEST_PERCENT = 16;
const LONGEST_LAST_TEXT = 40;
/** Characters of a project's name in a label. */
const PROJECT_NAME = 20;
const STATUSES = ["none", "going", "done"] as const;

/** What the inputs of a form are drawn from. */
export type CellInputs = {
  view: ReportView;
  /** Earlier input that could not be stored. */
  raw: RawInputs;
  /** Problems shown at their input, by cell key. */
  near: ReadonlyMap<string, Problem>;
  /** Labels include the section, for a form with cells of several. */
  full?: boolean;
  /** Values at the time of the return, shown in the label instead of last quarter's. */
  atReturn?: Record<string, CellValue>;
};
export type Block = ReturnType<typeof md> | ReturnType<typeof input> | ReturnType<typeof select>;

/** The inputs of one cell, with its problem above. */
export function cellInput(cell: Cell, inputs: CellInputs): Block[] {
  switch (cell.kind) {
    case "item":
      return [...problemLine(cell, inputs), figureInput(cell, inputs), ...statusSelect(cell, inputs)];
    case "words":
      return [...lastWords(cell, inputs), ...problemLine(cell, inputs), wordsInput(cell, inputs)];
    default:
      return [...problemLine(cell, inputs), figureInput(cell, inputs)];
  }
}

/** Inputs in two columns, which a phone stacks. */
export function twoColumns(cells: Cell[], inputs: CellInputs): Array<Block | ReturnType<typeof row>> {
  if (cells.length < 2) return cells.flatMap((cell) => cellInput(cell, inputs));
  const half = Math.ceil(cells.length / 2);
  const column = (part: Cell[]) => part.flatMap((cell) => cellInput(cell, inputs));
  return [row([column(cells.slice(0, half)), column(cells.slice(half))], [1, 1], "stretch")];
}

/** The initial text of an input: as typed, else as stored. Saving it unchanged changes nothing. */
function startText(cell: Cell, inputs: CellInputs): string {
  const asTyped = inputs.raw[cell.key];
  if (asTyped !== undefined) return [...asTyped].slice(0, longest(cell)).join("");
  return boxText(cell, inputs.view.report.saved);
}

function figureInput(cell: Cell, inputs: CellInputs): ReturnType<typeof input> {
  const placeholder = hint(cell, inputs.view);
  return input({
    name: cell.key,
    label: figureLabel(cell, inputs),
    value: startText(cell, inputs),
    maxLength: longest(cell),
    ...(placeholder ? { placeholder } : {}),
  });
}

function wordsInput(cell: Cell, inputs: CellInputs): ReturnType<typeof input> {
  return input({
    name: cell.key,
    label: labelOf(cell, inputs),
    value: startText(cell, inputs),
    lines: 3,
    maxLength: LONGEST_WORDS,
  });
}

/** The state of an item whose percentage was not given: only where a reply, or a card of an earlier version, named one. */
function statusSelect(cell: Cell, inputs: CellInputs): Array<ReturnType<typeof select>> {
  const text = CELL_TEXT[inputs.view.locale];
  const name = `${cell.key}.status`;
  const chosen = STATUSES.find((status) => status === inputs.raw[name]);
  if (chosen === undefined) return [];
  const label = text.stateOf(cellLabel(cell, inputs.view.programme, inputs.view.locale));
  return [select({ name, label, options: STATUSES.map((status) => [status, text[status]]), chosen })];
}

function problemLine(cell: Cell, inputs: CellInputs): Block[] {
  const problem = inputs.near.get(cell.key);
  return problem ? [md(`<font color='red'>${typed(problemText(problem, inputs.view.locale))}</font>`)] : [];
}

function lastWords(cell: Cell, inputs: CellInputs): Block[] {
  const { atReturn } = inputs;
  const before = atReturn ? atReturn[cell.key] : cell.previous;
  if (typeof before !== "string" || before === "") return [];
  const text = REPORT_TEXT[inputs.view.locale];
  if (!atReturn) return [md(text.lastWords(typed(before, LONGEST_LAST_TEXT)), "notation")];
  // A text unchanged since the return is shown in full in its input.
  const changed = startText(cell, inputs) !== before;
  return changed ? [md(text.atReturn(typed(before, LONGEST_LAST_TEXT / 2)), "notation")] : [];
}

function labelOf(cell: Cell, inputs: CellInputs): string {
  const { programme, locale } = inputs.view;
  const named = { section: cell.section, what: shortened(cell.what) };
  return inputs.full ? fullLabel(named, programme, locale) : cellLabel(named, programme, locale);
}

/** Shortens a project's name, which could fill the whole label. */
function shortened(what: Cell["what"]): Cell["what"] {
  if (!("projectName" in what)) return what;
  const chars = [...what.projectName];
  if (chars.length <= PROJECT_NAME) return what;
  return { ...what, projectName: `${chars.slice(0, PROJECT_NAME).join("")}…` };
}

/** `给水（%，上季度 60）`, `今年累计投资（万元，上季度 4,560.00）`. */
function figureLabel(cell: Cell, inputs: CellInputs): string {
  const text = CELL_TEXT[inputs.view.locale];
  const label = labelOf(cell, inputs);
  if (cell.kind === "name") return label;
  const was = inputs.atReturn?.[cell.key];
  const planned = cell.what.field === "actual" ? plannedOf(cell.what.project, inputs.view) : null;
  return text.notes(label, [
    ...unitNote(cell, inputs.view.locale),
    ...derivedNotes(cell, inputs.view),
    ...(planned === null ? [] : [text.plannedNote(formatPercent(planned))]),
    ...(typeof was === "number" ? [text.atReturn(short(cell, was))] : []),
    ...(typeof cell.previous === "number" && !inputs.atReturn
      ? [text.before(short(cell, cell.previous))]
      : []),
    ...(isNewlyDue(cell, inputs) ? [text.newlyDue] : []),
    ...(isOptional(cell) ? [REPORT_TEXT[inputs.view.locale].optional] : []),
  ]);
}

/** Whether an item is asked for the first time; a returned cell shows its value at the return instead. */
function isNewlyDue({ what, section }: Cell, { view, atReturn }: CellInputs): boolean {
  return what.field === "item" && !atReturn && cameDue(view.basis, section).includes(what.item);
}

/**
 * What an empty input will be derived from: `按资金来源合计 5,600.00`. Before the first save that is last quarter's. Of an
 * item or a figure of the pack what the ledger says, where that is not the value itself.
 */
function derivedNotes(cell: Cell, { locale, report, basis }: ReportView): string[] {
  if (cell.what.field === "item" || cell.what.field === "own") {
    const { derived, derivedSum } = SUMS_TEXT[locale];
    const ofField = cell.what.field === "own" && !("project" in cell.what) ? cell.what.own.id : "";
    const says =
      cell.what.field === "item" ? basis.recorded?.get(cell.what.item) : basis.figures?.get(ofField);
    const isSaid = cell.derived === undefined && says === cell.value;
    return says === undefined || isSaid ? [] : [derivedSum(derived.ledger, short(cell, says))];
  }
  const note = derivedNote(cell, locale);
  if (note === null || typeof cell.value !== "number" || !report.saved[INVESTMENT]) return [];
  return [SUMS_TEXT[locale].derivedSum(note, formatAmount(cell.value))];
}

function unitNote({ kind, what }: Cell, locale: Locale): string[] {
  if (kind === "amount") return [CELL_TEXT[locale].unitAmount];
  if (kind !== "count") return [CELL_TEXT[locale].unitPercent];
  return what.field === "own" && what.own.unit ? [nameOf(what.own.unit, locale)] : [];
}

function short(cell: Cell, value: number): string {
  if (cell.kind === "count") return formatCount(value);
  return cell.kind === "amount" ? formatAmount(value) : formatPercent(value);
}

/** Whether a box may stay empty in a complete report, which its label says. */
function isOptional({ what }: Cell): boolean {
  return what.field === "quarter" || (what.field === "own" && !what.own.required);
}

/** The planned progress shown beside an actual one; null when the plan is asked as well. */
function plannedOf(project: string, view: ReportView): number | null {
  const cells = sectionCells(IMAGE, view.report.content, view.basis);
  const planned = cells.find((c) => c.what.field === "planned" && c.what.project === project);
  return planned?.known && typeof planned.value === "number" ? planned.value : null;
}

function hint(cell: Cell, view: ReportView): string | null {
  const text = REPORT_TEXT[view.locale];
  if (cell.what.field === "cumulative")
    return typeof cell.previous === "number"
      ? text.cumulativeHint(formatAmount(cell.previous))
      : text.cumulativeFirst;
  return null;
}

function longest(cell: Cell): number {
  if (cell.kind === "words") return LONGEST_WORDS;
  if (cell.kind === "name") return LONGEST_NAME;
  return cell.kind === "percent" || cell.kind === "item" ? LONGEST_PERCENT : LONGEST_AMOUNT;
}
