import type { Paragraph, Table } from "docx";
import type { DraftTable } from "../../domain/bulletin/draft.ts";
import { breakTitle } from "./break-title.ts";
import { centred } from "./head.ts";
import { TABLE, TEXT_WIDTH, TITLE } from "./measures.ts";
import { blank, type Docx, paragraph, run } from "./parts.ts";

// 附件: each on a page of its own, its number at the top left, its title in the third line, its header on every page.

export function attachmentsOf(docx: Docx, tables: readonly DraftTable[]): Array<Paragraph | Table> {
  const numbered = tables.length > 1;
  return tables.flatMap((table, i) => [
    paragraph(docx, {
      pageBreakBefore: true,
      children: [run(docx, `附件${numbered ? i + 1 : ""}`, { font: "level1" })],
    }),
    blank(docx),
    ...breakTitle([table.title], Math.floor(TEXT_WIDTH / (TITLE * 10))).map((line) => centred(docx, line)),
    blank(docx),
    tableOf(docx, table),
  ]);
}

function tableOf(docx: Docx, { head, rows, widths }: DraftTable): Table {
  const { Table, TableLayoutType, WidthType } = docx;
  const columnWidths = columnsOf(widths);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths,
    rows: [
      rowOf(docx, head, columnWidths, true),
      ...rows.map((row) => rowOf(docx, row, columnWidths, false)),
    ],
  });
}

function rowOf(docx: Docx, cells: readonly string[], widths: readonly number[], isHead: boolean) {
  const { TableCell, TableRow, VerticalAlign, WidthType } = docx;
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (text, i) =>
        new TableCell({
          width: { size: widths[i] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          margins: { top: 40, bottom: 40, left: 60, right: 60 },
          children: [cellText(docx, text, isHead)],
        }),
    ),
  });
}

/** Figures and names are centred; what is long begins at the left. */
function cellText(docx: Docx, text: string, isHead: boolean): Paragraph {
  const { AlignmentType, LineRuleType } = docx;
  const long = !isHead && [...text].length > 10;
  return paragraph(docx, {
    alignment: long ? AlignmentType.LEFT : AlignmentType.CENTER,
    spacing: { line: TABLE * 10 + 70, lineRule: LineRuleType.AT_LEAST },
    children: [run(docx, text, { size: TABLE, characterSpacing: 0, font: isHead ? "level1" : "body" })],
  });
}

/** Widths in twips that add up to that of the text. */
function columnsOf(widths: readonly number[]): number[] {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((width / all) * TEXT_WIDTH));
  const rest = TEXT_WIDTH - columns.reduce((sum, width) => sum + width, 0);
  return columns.map((width, i) => (i === 0 ? width + rest : width));
}
