import { columnLetters, type Sheet } from "../../../src/domain/sheet/sheet.ts";

/** A sheet made of rows of texts, starting with row 1; `=…` is a formula. */
export function sheetOf(name: string, ...rows: string[][]): Sheet {
  return {
    name,
    rows: rows.map((cells, i) => ({
      row: i + 1,
      cells: cells.map((text, n) => ({
        address: `${columnLetters(n + 1)}${i + 1}`,
        ...(text.startsWith("=") ? { text: "", trouble: "formula" as const } : { text }),
      })),
    })),
  };
}

export const PLAN_HEADER = [
  "镇",
  "年度计划投资（万元）",
  "一季度完成占比（%）",
  "二季度完成占比（%）",
  "三季度完成占比（%）",
  "四季度完成占比（%）",
];
export const PROJECT_HEADER = [
  "镇",
  "项目",
  "总投资（万元）",
  "一季度末计划形象进度（%）",
  "二季度末计划形象进度（%）",
  "三季度末计划形象进度（%）",
  "四季度末计划形象进度（%）",
];
export const ITEM_HEADER = ["镇", "内容", "事项", "到期季度", "不适用的原因"];

export const planSheet = (...rows: string[][]) =>
  sheetOf("年度计划", ["2026年年度计划"], PLAN_HEADER, ...rows);
export const projectSheet = (...rows: string[][]) => sheetOf("项目", ["2026年项目"], PROJECT_HEADER, ...rows);
export const itemSheet = (...rows: string[][]) =>
  sheetOf("到期任务", ["2026年到期任务"], ITEM_HEADER, ...rows);
