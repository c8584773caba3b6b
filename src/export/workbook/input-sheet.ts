import type { Workbook } from "exceljs";
import { distinctTownName, nameOf } from "../../../cards/names.ts";
import type { Frozen } from "../../domain/explain/frozen.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { ownColumn, type Programme, townBySlug } from "../../domain/programme/programme.ts";
import { FIRST_ROW, ID_ROW, LABEL_ROW, type Layout } from "./layout.ts";
import type { WorkbookText } from "./text.ts";

/** The frozen figures, one row for each town in ranking order; an empty cell means not applicable. */
export function addInputs(
  workbook: Workbook,
  now: Frozen,
  layout: Layout,
  { programme, text, locale }: { programme: Programme; text: WorkbookText; locale: Locale },
): void {
  const sheet = workbook.addWorksheet(layout.sheets.inputs, { views: [frozenAt(2)] });
  const values = new Map(now.inputs.table.rows.map((row) => [row.id, row.values]));
  sheet.getCell("A1").value = layout.sheets.inputs;
  sheet.getRow(LABEL_ROW).values = [
    text.town,
    text.state,
    ...layout.inputs.map((column) => inputLabel(column, programme, text, locale)),
  ];
  sheet.getRow(ID_ROW).values = ["", "", ...layout.inputs];
  layout.towns.forEach(({ town, reported }, i) => {
    const row = sheet.getRow(FIRST_ROW + i);
    row.getCell(1).value = townLabel(town, programme, locale);
    row.getCell(2).value = reported ? text.reported : text.notReported;
    layout.inputs.forEach((column, at) => {
      const value = values.get(town)?.[column] ?? null;
      if (value !== null) row.getCell(3 + at).value = value;
    });
  });
  sheet.columns.forEach((column, i) => {
    column.width = i === 0 ? 14 : 12;
  });
  sheet.getRow(LABEL_ROW).alignment = { wrapText: true, vertical: "top" };
}

export function townLabel(slug: string, programme: Programme, locale: Locale): string {
  const town = townBySlug(programme, slug);
  return town ? distinctTownName(programme, town, locale) : slug;
}

/** Keeps headings and names visible when scrolling. */
export function frozenAt(columns: number) {
  return { state: "frozen", xSplit: columns, ySplit: FIRST_ROW - 1 } as const;
}

function inputLabel(column: string, programme: Programme, text: WorkbookText, locale: Locale): string {
  const dot = column.lastIndexOf(".");
  const area = programme.areas.find(({ id }) => id === column.slice(0, dot));
  const part = column.slice(dot + 1);
  if (area && (part === "done" || part === "due")) return text.area(nameOf(area, locale), part);
  const own = programme.fields.find(({ id }) => column === ownColumn(id));
  if (own) return text.own(nameOf(own, locale), own.unit ? nameOf(own.unit, locale) : text.units[own.kind]);
  return text.columns[column] ?? column;
}
