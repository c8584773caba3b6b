import type { DataValidation, Workbook, Worksheet } from "exceljs";
import { columnName } from "../../../cards/text/pack.ts";
import type { Programme } from "../../domain/programme/programme.ts";
import { scoreColumns } from "../../domain/programme/score-columns.ts";
import type { BookSheet, Column } from "./book.ts";
import { SHEETS } from "./sheets.ts";

// Writes a pack as a workbook that people edit.

/** Rows below the last one that keep their lists, so that more can be added. */
const SPARE_ROWS = 60;
const TITLE_ROW = 1;
const HEADER_ROW = 2;
const INK = "FF1F2329";
const HEADER_FILL = "FFE8F0FE";
const COLUMNS_SHEET = "数据列";

/** The pack as .xlsx. The library is loaded only here, because it is large. */
export async function writeBook(programme: Programme): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  for (const sheet of SHEETS) addSheet(workbook, sheet, programme);
  addColumns(workbook, programme);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Workbook, sheet: BookSheet, programme: Programme): void {
  const frozen = { state: "frozen", xSplit: 1, ySplit: HEADER_ROW } as const;
  const target = workbook.addWorksheet(sheet.name, { views: [frozen] });
  const rows = sheet.rows(programme);
  head(target, sheet.about, sheet.columns);
  rows.forEach((cells, i) => {
    target.getRow(HEADER_ROW + 1 + i).values = cells;
  });
  const last = HEADER_ROW + rows.length + SPARE_ROWS;
  sheet.columns.forEach(({ choices }, i) => {
    if (!choices) return;
    const rule = chosenFrom(choices);
    for (let row = HEADER_ROW + 1; row <= last; row += 1) target.getCell(row, i + 1).dataValidation = rule;
  });
}

function head(target: Worksheet, about: string, columns: readonly Column[]): void {
  target.getCell(TITLE_ROW, 1).value = about;
  target.getCell(TITLE_ROW, 1).font = { color: { argb: INK }, italic: true };
  const header = target.getRow(HEADER_ROW);
  header.values = columns.map(({ title }) => title);
  header.font = { bold: true };
  header.alignment = { wrapText: true, vertical: "middle" };
  columns.forEach(({ width = 14 }, i) => {
    target.getColumn(i + 1).width = width;
    header.getCell(i + 1).fill = { type: "pattern", pattern: "solid", fgColor: { argb: HEADER_FILL } };
  });
}

/** A list that offers what can be chosen and leaves other words possible, which the import then checks. */
function chosenFrom(choices: NonNullable<Column["choices"]>): DataValidation {
  const formula = "sheet" in choices ? `'${choices.sheet}'!$A$3:$A$500` : `"${choices.join(",")}"`;
  return { type: "list", allowBlank: true, showErrorMessage: false, formulae: [formula] };
}

/** What the scheme may read, by the names its sheet uses; not read back. */
function addColumns(workbook: Workbook, programme: Programme): void {
  const columns: Column[] = [
    { title: "数据", width: 30 },
    { title: "标识", width: 24 },
  ];
  const target = workbook.addWorksheet(COLUMNS_SHEET);
  head(target, "评分方案可用的数据，只供查阅；自设指标和建设内容改了以后重新导出才会变", columns);
  scoreColumns(programme).forEach((id, i) => {
    target.getRow(HEADER_ROW + 1 + i).values = [columnName(id, programme), id];
  });
}
