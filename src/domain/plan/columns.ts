import { columnNamed, foldHeader } from "../sheet/header-words.ts";

// The sheets of a plan's workbook and their columns: written by the template and recognised by the reader. The first
// word of each is the one the template uses.

export const PLAN_SHEETS = {
  plan: ["年度计划", "plan", "计划"],
  projects: ["项目", "projects", "项目清单"],
  items: ["到期任务", "items", "到期事项"],
} as const;
export type PlanSheet = keyof typeof PLAN_SHEETS;

const TOWN = ["镇", "town", "乡镇", "镇名", "特色镇", "乡镇名称"] as const;

const percentColumns = (what: string, en: string) =>
  ["一", "二", "三", "四"].map((quarter, i) => [`${quarter}季度${what}（%）`, `q${i + 1} ${en}`] as const);
const [share1 = [], share2 = [], share3 = [], share4 = []] = percentColumns("完成占比", "share");
const [planned1 = [], planned2 = [], planned3 = [], planned4 = []] = percentColumns(
  "末计划形象进度",
  "planned",
);

/** A column's header, and others that are understood. */
export const PLAN_COLUMNS = {
  plan: {
    town: TOWN,
    investment: ["年度计划投资（万元）", "investment", "年度计划投资"],
    share1,
    share2,
    share3,
    share4,
  },
  projects: {
    town: TOWN,
    project: ["项目", "project", "项目名称"],
    total: ["总投资（万元）", "total", "总投资", "计划总投资"],
    planned1,
    planned2,
    planned3,
    planned4,
  },
  items: {
    town: TOWN,
    area: ["内容", "area", "所属内容"],
    item: ["事项", "item", "子项"],
    due: ["到期季度", "due", "到期"],
    reason: ["不适用的原因", "reason", "原因"],
  },
} as const satisfies Record<PlanSheet, Record<string, readonly string[]>>;

/** Columns a sheet may lack. */
export const OPTIONAL_COLUMNS: Record<PlanSheet, readonly string[]> = {
  plan: ["share1", "share2", "share3", "share4"],
  projects: [],
  items: ["area", "reason"],
};

/** Values of the column 到期季度, in order of the quarters; the last one means not applicable. */
export const DUE_WORDS = ["一季度", "二季度", "三季度", "四季度", "不适用"] as const;

/** A sheet by its name; null for any other. */
export function planSheetOf(name: string): PlanSheet | null {
  return columnNamed(PLAN_SHEETS, ["plan", "projects", "items"], name);
}

/** A column by its header; null for any other. */
export function planColumnOf(sheet: PlanSheet, header: string): string | null {
  const wanted = foldHeader(header);
  const known = Object.entries(PLAN_COLUMNS[sheet]).find(([, names]) =>
    names.some((one: string) => foldHeader(one) === wanted),
  );
  return wanted === "" ? null : (known?.[0] ?? null);
}
