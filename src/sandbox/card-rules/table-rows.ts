import { tagColours } from "./colours.ts";
import { checkMarkdown } from "./markdown.ts";
import { isObject, type JsonObject, refuse, refuseEmulated, type Where } from "./where.ts";

type Column = { name: string; type: string };

/** Checks a table's rows: keys are column names, cells match the column's type. Indexes start at 0. */
export function checkTableRows(table: JsonObject, at: Where): void {
  const columns = columnsOf(table, at);
  if (table.rows !== undefined && !Array.isArray(table.rows))
    refuse(at, "table-rows", "rows is not an array");
  const rows: unknown[] = Array.isArray(table.rows) ? table.rows : [];
  for (const [index, row] of rows.entries()) {
    if (isObject(row)) checkRow(row, index, columns, at);
    else refuse(at, "table-rows", `row ${index} is not an object`);
  }
}

function columnsOf(table: JsonObject, at: Where): Column[] {
  const columns: Column[] = [];
  for (const column of Array.isArray(table.columns) ? table.columns : []) {
    if (!isObject(column) || typeof column.name !== "string") continue;
    if (columns.some(({ name }) => name === column.name)) {
      refuseEmulated(at, "value", `column name must be unique, but: ${column.name}`);
    }
    columns.push({
      name: column.name,
      type: typeof column.data_type === "string" ? column.data_type : "text",
    });
  }
  return columns;
}

function checkRow(row: JsonObject, index: number, columns: readonly Column[], at: Where): void {
  for (const [key, cell] of Object.entries(row)) {
    const position = columns.findIndex(({ name }) => name === key);
    const column = columns[position];
    if (!column) refuse(at, "table-row-name", key);
    else if (!fits(cell, column.type)) {
      refuse(at, "table-rows", `row ${index} column ${position} is not ${column.type}`);
    } else if (typeof cell === "string" && (column.type === "lark_md" || column.type === "markdown")) {
      checkMarkdown(cell, at);
    }
  }
}

const isText = (value: unknown) => typeof value === "string";

/** Whether a cell matches its column's type; text columns accept any value and convert it. */
function fits(cell: unknown, type: string): boolean {
  switch (type) {
    case "number":
    case "date":
      return typeof cell === "number";
    case "persons":
      return isText(cell) || (Array.isArray(cell) && cell.every(isText));
    case "options":
      return isText(cell) || (Array.isArray(cell) && cell.every(isOption));
    default:
      return true;
  }
}

function isOption(value: unknown): boolean {
  if (!isObject(value) || !isText(value.text)) return false;
  const known = Object.keys(value).every((key) => key === "text" || key === "color");
  return known && (value.color === undefined || tagColours.some((colour) => colour === value.color));
}
