import { isSupplementNow } from "../../src/domain/quarter/supplement.ts";
import { type Cell, type CellValue, CUMULATIVE, findCell, sectionOf } from "../../src/domain/report/cells.ts";
import { type SectionId, sectionsOf } from "../../src/domain/report/content.ts";
import { askedCells } from "../../src/domain/report/decide.ts";
import type { Problem } from "../../src/domain/report/hard-checks.ts";
import type { RawInputs } from "../../src/domain/report/inputs.ts";
import type { Returned } from "../../src/domain/report/report.ts";
import type { SumWay } from "../../src/domain/report/sums.ts";
import type { Card, CardElement, FormElement } from "../card.ts";
import { button, form, md, row, submitButton, typed } from "../elements.ts";
import { momentName, sectionName } from "../names.ts";
import { query } from "../query.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { quarterLine, supplementLine, supplementTerm } from "../text/quarter.ts";
import { rankingText } from "../text/ranking.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { stateTerm } from "../text/terms.ts";
import { type CellInputs, cellInput, twoColumns } from "./cell-inputs.ts";
import { cellText, fullLabel, statedText } from "./cell-text.ts";
import { type ConflictView, conflictLines } from "./conflict.ts";
import { keptRaw } from "./kept-raw.ts";
import { nearProblems, problemLines } from "./problem-lines.ts";
import { record, reportCard } from "./report-card.ts";
import { saveAction } from "./save-action.ts";
import { sumsQuestion } from "./sums.ts";
import type { ReportView } from "./view.ts";
import { weightOf } from "./weight.ts";

export type ReturnedView = ReportView & {
  raw?: RawInputs | undefined;
  problems?: Problem[] | undefined;
  conflict?: ConflictView | undefined;
  /** The sum the reader just chose as right. */
  right?: SumWay | undefined;
  /** The section to start with, when the returned cells do not fit on one card. */
  section?: SectionId | undefined;
};

/** Up to this many cells, old and new values are in two columns; otherwise the old value is in the label. */
const SIDE_BY_SIDE = 8;
/** Most cells of one section on a card. */
const CELLS = 30;
/** Elements and bytes for the inputs of one card; the remaining ones are on the next card. */
const ROOM = { tags: 90, bytes: 14_000 };

type Part = { section: SectionId; cells: Cell[]; fields: FormElement[] };

/** The form of the returned cells, with their values at the return and now. Other cells are not shown. */
export function returnedCard(view: ReturnedView): Card {
  const { report, locale } = view;
  const text = REPORT_TEXT[locale];
  const { returned } = report;
  const head = {
    kind: text.kinds.returned,
    template: "orange" as const,
    tags: [stateTerm(report.status, locale), ...(report.supplement ? [supplementTerm(locale)] : [])],
  };
  if (!returned || report.status !== "returned") return reportCard(view, head, [md(text.closed)]);
  const problems = view.problems ?? [];
  const near = nearProblems(problems, returned.cells);
  const inputs: CellInputs = { view, raw: view.raw ?? keptRaw(view, "returned"), near };
  const parts = partsOf(view, returned, inputs);
  const shown = fitting(parts);
  const rest = parts.filter((part) => !shown.includes(part));
  return reportCard(view, head, [
    ...reasonLines(view, returned),
    ...takenAs(view),
    ...conflictLines(view, view.conflict),
    ...problemLines(problems, inputs),
    form("returned", [
      ...sumsQuestion(view, "returned", view.right),
      ...sumLine(view),
      ...shown.flatMap((part) => part.fields),
      saveButton(view, rest),
    ]),
    ...rest.map((part) => otherButton(view, part)),
    button(rankingText(locale).seeTown, query.status(report.town)),
  ]);
}

/** The returned cells by section: the requested section first, then those not saved since the return. */
function partsOf(view: ReturnedView, returned: Returned, inputs: CellInputs): Part[] {
  const { report, basis, programme } = view;
  const touched = (section: SectionId) => (report.saved[section]?.revision ?? 0) > returned.revision;
  const parts = sectionsOf(programme).map((section) => {
    const cells = askedCells(report, section, basis).filter((cell) => cell.section === section);
    return { section, cells, fields: [] };
  });
  const some = parts.filter((part) => part.cells.length > 0);
  const order = [...some.filter((p) => !touched(p.section)), ...some.filter((p) => touched(p.section))];
  const wide = some.reduce((n, part) => n + part.cells.length, 0) <= SIDE_BY_SIDE;
  return [
    ...order.filter((part) => part.section === view.section),
    ...order.filter((part) => part.section !== view.section),
  ].map((part, i) => ({ ...part, fields: fieldsOf(part, { ...inputs, further: i > 0 }, wide) }));
}

/** `further`: another section stands before it on the card, so that labels name this one. */
type PartInputs = CellInputs & { further: boolean };

function fieldsOf(part: Pick<Part, "section" | "cells">, inputs: PartInputs, wide: boolean): FormElement[] {
  const { programme, locale } = inputs.view;
  const title = md(`**${sectionName(programme, part.section, locale)}**`);
  const hidden = part.cells.length - CELLS;
  const more = hidden > 0 ? [md(REPORT_TEXT[locale].moreReturned(hidden), "notation")] : [];
  const before = inputs.view.report.returned?.before ?? {};
  if (wide) return [title, ...part.cells.map((cell) => sideBySide(cell, before[cell.key] ?? null, inputs))];
  const words = part.cells.filter((cell) => cell.kind === "words");
  const figures = part.cells.filter((cell) => cell.kind !== "words").slice(0, CELLS - words.length);
  const labelled = { ...inputs, atReturn: before };
  return [
    title,
    ...twoColumns(figures, labelled),
    // Every area has words by the same name.
    ...words.flatMap((cell) => cellInput(cell, { ...labelled, full: inputs.further })),
    ...more,
  ];
}

function sideBySide(cell: Cell, was: CellValue, inputs: PartInputs): FormElement {
  const { locale } = inputs.view;
  const old = typed(cellText({ ...cell, value: was }, locale), 120);
  const left = md(REPORT_TEXT[locale].atReturn(`<br>**${old}**`));
  const right = cellInput(cell, cell.kind === "words" ? { ...inputs, full: inputs.further } : inputs);
  return row([[left], right], [1, 2], "stretch");
}

/** As many sections as fit on one card, at least one. */
function fitting(parts: Part[]): Part[] {
  const shown: Part[] = [];
  let room = ROOM;
  for (const part of parts) {
    const weight = weightOf(part.fields);
    if (shown.length > 0 && (weight.tags > room.tags || weight.bytes > room.bytes)) break;
    room = { tags: room.tags - weight.tags, bytes: room.bytes - weight.bytes };
    shown.push(part);
  }
  return shown;
}

/** The sum derived from the returned sources, where it is not returned itself. */
function sumLine(view: ReturnedView): FormElement[] {
  const { report, basis, locale, programme } = view;
  const asked = report.returned?.cells ?? [];
  const sum = findCell(CUMULATIVE, report.content, basis);
  if (!sum || asked.includes(sum.key) || !asked.some((key) => sectionOf(key) === sum.section)) return [];
  return [md(CELL_TEXT[locale].said(fullLabel(sum, programme, locale), `**${statedText(sum, locale)}**`))];
}

function reasonLines(view: ReportView, returned: Returned): CardElement[] {
  const text = REPORT_TEXT[view.locale];
  const who = typed(returned.byName, 20);
  const line = text.returnedBy(who, momentName(returned.at, view.locale), returned.cells.length);
  return [md(`${line}\n**${text.reason(typed(returned.reason, 300))}**`)];
}

/** States that the resubmission counts as a 补报: it was one, or the result did not wait for it. */
function takenAs({ report, quarter, locale }: ReportView): CardElement[] {
  if (report.supplement) return [md(supplementLine(locale, "is"))];
  return isSupplementNow(report, quarter) ? [md(quarterLine(quarter, locale, true))] : [];
}

function saveButton(view: ReportView, rest: Part[]): FormElement {
  const text = REPORT_TEXT[view.locale];
  const waiting = rest.filter((part) => {
    const saved = view.report.saved[part.section];
    return !saved || saved.revision <= (view.report.returned?.revision ?? 0);
  });
  const left = waiting.reduce((n, part) => n + part.cells.length, 0);
  if (left === 0)
    return submitButton(text.resubmit, saveAction(view, "returned", "submit"), { type: "primary" });
  return submitButton(text.saveOn(left), saveAction(view, "returned", "next"), { type: "primary" });
}

function otherButton(view: ReportView, part: Part): CardElement {
  const { locale, programme, report } = view;
  const label = REPORT_TEXT[locale].otherReturned(sectionName(programme, part.section, locale));
  const { section } = part;
  return button(label, { kind: "open", ...record(view), section, revision: String(report.revision) });
}
