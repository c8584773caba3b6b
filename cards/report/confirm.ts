import { type Cell, findCell } from "../../src/domain/report/cells.ts";
import { IMAGE, INVESTMENT } from "../../src/domain/report/content.ts";
import { LONGEST_WORDS, type Problem } from "../../src/domain/report/hard-checks.ts";
import { type RawInputs, readFigure } from "../../src/domain/report/inputs.ts";
import { WHOLE } from "../../src/domain/report/whole-progress.ts";
import type { Card, CardElement } from "../card.ts";
import { button, form, md, submitButton, typed } from "../elements.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { type CellInputs, cellInput } from "./cell-inputs.ts";
import { cellText, fullLabel } from "./cell-text.ts";
import { type ConflictView, conflictLines } from "./conflict.ts";
import { followLines } from "./follow-lines.ts";
import { mayEdit } from "./may-edit.ts";
import { nearProblems, problemLines } from "./problem-lines.ts";
import { record, reportCard } from "./report-card.ts";
import { saveAction } from "./save-action.ts";
import type { ReportView } from "./view.ts";
import { wholeInput, wholeLine } from "./whole-input.ts";

/** What a reply was read as, before it is confirmed. */
export type ConfirmView = ReportView & {
  /** The cells the reply concerns, with their present values. */
  cells: Cell[];
  raw: RawInputs;
  /** Questions about parts that were not understood. */
  questions: string[];
  /** Text of the reply that is no figure. */
  rest: string;
  problems?: Problem[] | undefined;
  conflict?: ConflictView | undefined;
};

/** Most figures and texts on one card. */
const FIGURES = 16;
const TEXTS = 1;

/** The figures read from a reply beside the present ones. They are stored only once confirmed. */
export function confirmCard(view: ConfirmView): Card {
  const text = REPORT_TEXT[view.locale];
  const head = { kind: text.kinds.reply, template: "wathet" as const };
  const cells = writable(view);
  const overview = button(text.openOverview, { kind: "overview", ...record(view) });
  const words = wordsFor(view, cells);
  const unclear = questionLines(view);
  if (!mayEdit(view)) return reportCard(view, head, [md(text.closed), overview]);
  if (cells.length === 0 && !words.cell && view.raw[WHOLE] === undefined)
    return reportCard(view, head, [...unclear, ...notWritable(view, cells), md(text.nothingRead), overview]);
  const problems = view.problems ?? [];
  const near = nearProblems(problems, [...cells.map((cell) => cell.key), WHOLE]);
  const inputs: CellInputs = { view, raw: { ...view.raw, ...words.raw }, near, full: true };
  return reportCard(view, head, [
    ...conflictLines(view, view.conflict),
    ...problemLines(problems, inputs),
    ...readLines(view, cells),
    ...wholeLine(inputs),
    ...followLines(view, writtenInputs(inputs.raw, cells)),
    ...unclear,
    ...notWritable(view, cells),
    ...words.lines,
    form("reply", [
      ...cells.flatMap((cell) => cellInput(cell, inputs)),
      ...wholeInput(inputs),
      ...(words.cell ? cellInput(words.cell, inputs) : []),
      submitButton(text.confirm, saveAction(view, "reply", "overview"), { type: "primary" }),
    ]),
    overview,
  ]);
}

/** In a returned report only returned cells can be written. */
function writable(view: ConfirmView): Cell[] {
  const { returned, status } = view.report;
  const open = status === "returned" && returned ? new Set(returned.cells) : null;
  const mine = view.cells.filter((cell) => !open || open.has(cell.key));
  const figures = mine.filter((cell) => cell.kind !== "words").slice(0, FIGURES);
  return [...figures, ...mine.filter((cell) => cell.kind === "words").slice(0, TEXTS)];
}

/** The inputs of the card's cells, as submitting it unchanged would send them. */
function writtenInputs(raw: RawInputs, cells: Cell[]): RawInputs {
  const keys = new Set(cells.map((cell) => cell.key));
  return Object.fromEntries(Object.entries(raw).filter(([name]) => keys.has(name.replace(/\.status$/, ""))));
}

function notWritable(view: ConfirmView, cells: Cell[]): CardElement[] {
  const { programme, locale } = view;
  const left = view.cells.filter((cell) => !cells.includes(cell));
  if (left.length === 0) return [];
  const labels = CELL_TEXT[locale].list(left.map((cell) => fullLabel(cell, programme, locale)));
  return [md(REPORT_TEXT[locale].notWritten(typed(labels, 300)))];
}

function readLines(view: ConfirmView, cells: Cell[]): CardElement[] {
  const figures = cells.filter((cell) => cell.kind !== "words");
  if (figures.length === 0) return [];
  return [md([REPORT_TEXT[view.locale].read, ...figures.map((cell) => readLine(cell, view))].join("\n"))];
}

/** `项目投资·今年累计投资 **8,820.00万元**（原为 4,560.00万元）`. */
function readLine(cell: Cell, view: ConfirmView): string {
  const { programme, locale } = view;
  const text = REPORT_TEXT[locale];
  const label = typed(fullLabel(cell, programme, locale), 80);
  const raw = view.raw[cell.key] ?? "";
  const reading = readFigure(cell, raw);
  const status = view.raw[`${cell.key}.status`];
  if (cell.kind === "item" && raw === "" && (status === "done" || status === "none"))
    return `- ${text.readOne(label, CELL_TEXT[locale][status], typed(cellText(cell, locale), 60))}`;
  if (!reading.ok) return `- ${text.notRead(label, typed(raw, 60))}`;
  const about = reading.estimate ? text.about : "";
  const now = `${about}${cellText({ ...cell, value: reading.value }, locale)}`;
  return `- ${text.readOne(label, now, typed(cellText(cell, locale), 60))}`;
}

function questionLines(view: ConfirmView): CardElement[] {
  if (view.questions.length === 0) return [];
  const lines = view.questions.slice(0, 10).map((question) => `- ${typed(question, 120)}`);
  return [md([REPORT_TEXT[view.locale].unclear, ...lines].join("\n"))];
}

type Words = { cell?: Cell; raw: RawInputs; lines: CardElement[] };

/** Text that is no figure is appended to the section's text, if there is room. */
function wordsFor(view: ConfirmView, cells: Cell[]): Words {
  const rest = view.rest.trim();
  // After a problem the text is already in its input.
  const back = view.cells.find((cell) => cell.kind === "words" && cells.includes(cell));
  if (rest === "" || back) return { raw: {}, lines: [] };
  const section = cells[0]?.section ?? IMAGE;
  const field = section === INVESTMENT || section === IMAGE ? "words" : "progress";
  const cell = findCell(`${section}/${field}`, view.report.content, view.basis);
  const { status, returned } = view.report;
  if (!cell || (status === "returned" && !returned?.cells.includes(cell.key))) return { raw: {}, lines: [] };
  const text = REPORT_TEXT[view.locale];
  const before = typeof cell.value === "string" && cell.value !== "" ? `${cell.value}\n` : "";
  const together = `${before}${rest}`;
  if ([...together].length > LONGEST_WORDS) return { raw: {}, lines: [md(text.restTooLong)] };
  return { cell, raw: { [cell.key]: together }, lines: [md(text.restOffer(typed(rest, 60)), "notation")] };
}
