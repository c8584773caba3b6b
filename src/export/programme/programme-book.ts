import { columnName } from "../../../cards/text/pack.ts";
import type { Programme } from "../../domain/programme/programme.ts";
import { scoreColumns } from "../../domain/programme/score-columns.ts";
import type { Book, BookSheet as Table } from "../book/book.ts";
import type { BookSheet, Column } from "./book.ts";
import { SHEETS } from "./sheets.ts";

/** Rows below the last one that keep their lists, so that more can be added. */
const SPARE_ROWS = 60;

/** A pack as a workbook that people edit. */
export function programmeBook(programme: Programme): Book {
  return {
    sheets: [...SHEETS.map((sheet) => tableOf(sheet, programme)), columnsTable(programme)],
    made: programme.name,
  };
}

function tableOf({ name, about, columns, rows }: BookSheet, programme: Programme): Table {
  return {
    ...{ name, title: name, lines: [about], columns: columns.map(columnOf) },
    ...{ rows: rows(programme), freeze: 1, spare: SPARE_ROWS },
  };
}

/** What can be chosen is offered; other words are possible, and the import checks them. */
function columnOf({ title, width = 14, choices }: Column): Table["columns"][number] {
  if (!choices) return { title, width };
  const rule =
    "sheet" in choices
      ? ({ of: "sheet", sheet: choices.sheet } as const)
      : ({ of: "list", list: choices, open: true } as const);
  return { title, width, rule };
}

/** What the scheme may read, by the names its sheet uses; not read back. */
function columnsTable(programme: Programme): Table {
  return {
    ...{ name: "数据列", title: "数据列", freeze: 1 },
    lines: ["评分方案可用的数据，只供查阅；自设指标和建设内容改了以后重新导出才会变"],
    columns: [
      { title: "数据", width: 30 },
      { title: "标识", width: 24 },
    ],
    rows: scoreColumns(programme).map((id) => [columnName(id, programme), id]),
  };
}
