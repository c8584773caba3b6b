import { readable } from "../reading/readable.ts";
import type { SheetRow } from "./sheet.ts";

// Rows below a header that are no entries: totals, notes, the header printed again, headings of blocks.

export type LeftOut = { row: number; text: string; why: "total" | "note" | "header" | "heading" };

const TOTAL =
  /^(?:合计|总计|小计|共计|总和|累计|全市|全县|全部|total|subtotal|grand total|sum)[:：]?$|^.{1,10}(?:合计|小计|总计)[:：]?$/i;
const NOTE =
  /^(?:注|备注|说明|附注|填表说明|填报说明|填表须知|填写说明|note|notes|remarks?)\s*\d*\s*[:：.、]|^(?:填表|填报|制表|审核|负责|联系|经办|审批|分管|单位|主管|签)\S{0,8}[:：]|^(?:以上|备注$|此表|本表)/i;
const NUMBERED = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}[部章类])/;

/** Why a row below the header is no entry; null for an entry. `isHeading`: whether a lone text names a block. */
export function leftOut({ row, cells }: SheetRow, isHeading: (text: string) => boolean): LeftOut | null {
  const filled = cells.flatMap((cell) => (cell && cell.text !== "" ? [cell] : []));
  const [first, second] = filled;
  if (!first) return null;
  const [text, next] = [first, second].map((cell) => readable(cell?.text ?? "").replace(/\s/g, ""));
  const as = (why: LeftOut["why"]) => ({ row, text: first.text, why });
  if (TOTAL.test(text ?? "")) return as("total");
  // 序号 before it.
  if (/^\d*$/.test(text ?? "") && TOTAL.test(next ?? ""))
    return { row, text: second?.text ?? "", why: "total" };
  if (NOTE.test(text ?? "")) return as("note");
  const alone = filled.every((cell) => cell.text === first.text);
  const heads = (first.across ?? 1) > 1 || NUMBERED.test(text ?? "") || isHeading(first.text);
  return alone && heads ? as("heading") : null;
}

/** A row that numbers the columns below the header: 甲 乙 1 2 3. */
export function numbersColumns({ row, cells }: SheetRow): LeftOut | null {
  const texts = cells.flatMap((cell) => (cell && cell.text !== "" ? [cell.text] : []));
  const numbers = texts
    .filter((text) => /^[（(]?\d{1,2}[)）]?$/.test(text))
    .map((text) => text.replace(/\D/g, ""));
  const named = texts.every((text) => /^[（(]?\d{1,2}[)）]?$|^[甲乙丙丁戊]$|^栏次$/.test(text));
  const inOrder = numbers.every((n, i) => i === 0 || Number(n) === Number(numbers[i - 1]) + 1);
  if (texts.length < 3 || !named || !inOrder || numbers.length < 2) return null;
  return { row, text: texts.join(" "), why: "header" };
}
