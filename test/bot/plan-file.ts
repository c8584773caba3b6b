import excel from "exceljs";
import type { Outgoing } from "../../src/sandbox/protocol.ts";
import { ITEM_HEADER, PLAN_HEADER, PROJECT_HEADER } from "../domain/plan/sheets.ts";

type Row = Array<string | number>;
/** Rows of the three sheets of a plan's workbook. */
export type PlanRows = { plan?: Row[]; projects?: Row[]; items?: Row[] };

/** A plan's workbook as an office would send it. */
export async function planBytes(
  year: number,
  { plan = [], projects = [], items = [] }: PlanRows,
): Promise<Uint8Array> {
  const book = new excel.Workbook();
  const sheets = [
    ["年度计划", PLAN_HEADER, plan],
    ["项目", PROJECT_HEADER, projects],
    ["到期任务", ITEM_HEADER, items],
  ] as const;
  for (const [name, header, rows] of sheets)
    book.addWorksheet(name).addRows([[`${year}年${name}`], header, ...rows]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The same as a file message for a chat. */
export async function planFile(
  year: number,
  rows: PlanRows,
  name = `${year}年度计划.xlsx`,
): Promise<Outgoing> {
  const bytes = await planBytes(year, rows);
  return { kind: "file", name, base64: Buffer.from(bytes).toString("base64") };
}
