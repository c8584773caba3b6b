import type { Locale } from "../../src/domain/programme/people.ts";
import type { SheetNote } from "../../src/domain/sheet/gather-tables.ts";

// What was not read of a file, in words.

/** Rows, columns or cells named in one note. */
const NAMED = 8;
const LONGEST = 16;

const zh = {
  sheet: (name: string) => (name === "" ? "" : `“${name}”`),
  row: (row: string, text: string) => `第${row}行“${text}”`,
  more: (n: number) => `等${n}处`,
  comma: "、",
  hidden_sheet: () => "是隐藏的工作表，没有读取",
  hidden_rows: (rows: string) => `隐藏的第${rows}行没有读取`,
  hidden_columns: (columns: string) => `隐藏的${columns}列没有读取`,
  no_table: () => "没有找到表头，没有读取",
  left_out: (rows: string) => `${rows}不是数据，没有读取`,
  computed: (cells: string) => `${cells}是公式，按表里存的结果读取`,
};

const en: typeof zh = {
  sheet: (name) => (name === "" ? "" : `${name}: `),
  row: (row, text) => `row ${row} “${text}”`,
  more: (n) => ` and others, ${n} in all`,
  comma: ", ",
  hidden_sheet: () => "the sheet is hidden and was not read",
  hidden_rows: (rows) => `hidden rows ${rows} were not read`,
  hidden_columns: (columns) => `hidden columns ${columns} were not read`,
  no_table: () => "no header was found; the sheet was not read",
  left_out: (rows) => `${rows} is no entry and was not read`,
  computed: (cells) => `${cells}: a formula, read by its stored result`,
};

/** One note as a sentence: `“临县”第12行“合计”不是数据，没有读取`. */
export function sheetNoteText({ sheet, kind, about }: SheetNote, locale: Locale): string {
  const text = locale === "en" ? en : zh;
  const named = about.slice(0, NAMED).map((one) => (kind === "left_out" ? rowNamed(one, text) : one));
  const list = named.join(text.comma) + (about.length > NAMED ? text.more(about.length) : "");
  return `${text.sheet(sheet)}${text[kind](list)}`;
}

function rowNamed(said: string, text: typeof zh): string {
  const at = said.indexOf(" ");
  const words = [...said.slice(at + 1)];
  const short = words.length > LONGEST ? `${words.slice(0, LONGEST).join("")}…` : words.join("");
  return text.row(said.slice(0, at), short);
}
