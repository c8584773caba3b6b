import { boxOf } from "../procedure/field.ts";
import type { Programme } from "../programme/programme.ts";
import type { SheetNote } from "../sheet/gather-tables.ts";
import { columnNamed, foldHeader, unitIn } from "../sheet/header-words.ts";
import type { Sheet, SheetCell, SheetRow } from "../sheet/sheet.ts";

// The rows of a 方案's table as people fill in such tables: the name of a section on the left, with a number before it or
// beside it; the funds a source a row, under one merged name, or all in one cell; a column of remarks; a line of names.

/** The rows by their names; the template uses the first one. The funds have a row for each source. */
export const ROWS = {
  town: ["镇", "town", "乡镇", "镇名", "特色镇"],
  site: ["示范点", "site", "demonstration sites"],
  kind: ["创建类型", "kind", "kind of town"],
  demands: ["建设要求", "demands", "what is to be built"],
  leadership: ["领导机构", "leadership"],
  year: ["年度", "year"],
  investment: ["计划投资（万元）", "investment", "年度计划投资"],
  arrangement: ["年度安排", "arrangement", "yearly arrangement"],
} as const;
type RowName = keyof typeof ROWS;
const NAMES: readonly RowName[] = [
  "town",
  "site",
  "kind",
  "demands",
  "leadership",
  "year",
  "investment",
  "arrangement",
];
export const FUNDS = "资金保障";

/**
 * A row that says something. `named`: the section, or the source of funds (`funds.county`); null for what the template does
 * not have. `label`: its name as written, with its unit.
 */
export type PlanRow = { row: number; named: string | null; label: string; content: SheetCell | undefined };

const DIGITS = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
/** 一、 1. （一） before a name, or in a cell of its own. */
const NUMBER = new RegExp(`^(?:[（(]${DIGITS}[)）][、.．]?|${DIGITS}[、.．:：)）])\\s*`);
const NUMBER_ALONE = new RegExp(`^[（(]?${DIGITS}[)）]?[、.．]?$`);
const HEADS = ["序号", "栏目", "项目", "内容", "具体内容", "填报内容", "事项", "部分", "名称"];
const REMARKS = ["备注", "说明", "附注", "remarks"];
/** A line of names and days below the table. */
const SIGNED = /^(?:填[报表写]|制表|审[核签批]|负责|签[字章名]|盖章)/;

/** The rows of a sheet that say something, and what of them was not read. */
export function planRows(sheet: Sheet, programme: Programme): { rows: PlanRow[]; notes: SheetNote[] } {
  const rows: PlanRow[] = [];
  const left: string[] = [];
  let remarks = new Set<number>();
  let inFunds = false;
  for (const { row, cells } of sheet.rows) {
    const words = cells.map((cell) => foldHeader((cell?.text ?? "").replace(NUMBER, "")));
    if (isHead(words)) {
      remarks = new Set(words.flatMap((word, i) => (REMARKS.includes(word) ? [i] : [])));
      continue;
    }
    const [first = ""] = words;
    if (SIGNED.test(first)) {
      left.push(`${row} ${cells[0]?.text ?? ""}`);
      continue;
    }
    const read = cells.map((cell, i) => (remarks.has(i) ? undefined : cell));
    for (const i of remarks) if (cells[i]?.text) left.push(`${row} ${cells[i].text}`);
    inFunds = first === FUNDS || (inFunds && first === "");
    rows.push(...rowsIn({ row, cells: read }, inFunds, programme));
  }
  const notes: SheetNote[] = left.length > 0 ? [{ sheet: sheet.name, kind: "left_out", about: left }] : [];
  return { rows, notes };
}

function isHead(words: readonly string[]): boolean {
  const said = words.filter((word) => word !== "");
  return said.length > 1 && said.every((word) => HEADS.includes(word) || REMARKS.includes(word));
}

function rowsIn({ row, cells }: SheetRow, inFunds: boolean, programme: Programme): PlanRow[] {
  const at = labelAt(cells, inFunds);
  const label = (cells[at]?.text ?? "").replace(NUMBER, "");
  const [content, at2] = filledAfter(cells, at);
  // A title, or a remark across the table, has nothing beside it.
  if (!inFunds) {
    const named = rowNamed(label, programme);
    return named === null && !content ? [] : [{ row, named, label, content }];
  }
  const ofMerged = foldHeader(label) === FUNDS;
  const source = ofMerged ? (content?.text ?? "") : label;
  const named = sourceNamed(source.replace(NUMBER, ""), programme);
  if (named === null) return ofMerged && content ? inOneCell(row, content, programme) : [];
  const [sum] = ofMerged ? filledAfter(cells, at2) : [content];
  return [{ row, named, label: unitIn(source) ? source : label, content: sum }];
}

/** The column of the name: the first one, or the one beside a number or below a merged name. */
function labelAt(cells: SheetRow["cells"], inFunds: boolean): number {
  const first = cells[0]?.text ?? "";
  const beside = NUMBER_ALONE.test(first) || (first === "" && inFunds);
  return beside && cells[1]?.text ? 1 : 0;
}

function filledAfter(cells: SheetRow["cells"], at: number): [SheetCell | undefined, number] {
  const found = cells.findIndex((cell, i) => i > at && cell && (cell.text !== "" || cell.trouble));
  return found < 0 ? [undefined, cells.length] : [cells[found], found];
}

/** 县级：3000万元；乡镇：500万元 in one cell. */
function inOneCell(row: number, content: SheetCell, programme: Programme): PlanRow[] {
  const usual = content.text.normalize("NFKC");
  const parts = usual.split(/[;。、\n]|,(?!\d{3})/).map((part) => part.trim());
  return parts
    .filter((part) => part !== "")
    .map((part) => {
      const [, name = part, sum = ""] = /^(\D+?)[\s:为]*(\d.*)$/.exec(part) ?? [];
      const named = sourceNamed(name, programme);
      return { row, named, label: named ? name : `${FUNDS}：${part}`, content: { ...content, text: sum } };
    });
}

function rowNamed(label: string, programme: Programme): string | null {
  const known = columnNamed(ROWS, NAMES, label);
  if (known) return known;
  const folded = foldHeader(label);
  return sourceNamed(folded.startsWith(FUNDS) ? folded.slice(FUNDS.length) : folded, programme);
}

function sourceNamed(name: string, { fundSources }: Programme): string | null {
  const folded = foldHeader(name);
  const found = fundSources.find(
    ({ id, name: called, nameEn }) =>
      folded !== "" && [id, called, nameEn].some((one) => foldHeader(one) === folded),
  );
  return found ? boxOf("funds", found.id) : null;
}
