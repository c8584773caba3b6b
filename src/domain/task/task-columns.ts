import { columnNamed, type HeaderWords } from "../sheet/header-words.ts";

// The columns of a table of year tasks, one a row: in a file of tasks, and in a town's 方案.

export const TASK_COLUMNS = [
  "town",
  "area",
  "item",
  "title",
  "owner",
  "weight",
  "start",
  "due",
  "steps",
  "evidence",
] as const;
export type TaskColumn = (typeof TASK_COLUMNS)[number];
/** Accepted column headers; the first is the name used in problems and templates. */
export const TASK_HEADERS: Record<TaskColumn, [string, ...string[]]> = {
  town: ["镇", "town", "乡镇", "镇名", "责任镇", "特色镇"],
  area: ["所属内容", "area", "内容", "类别", "建设内容", "所属类别"],
  item: ["子项", "item", "事项", "具体事项"],
  title: ["任务名称", "title", "task", "任务", "工作任务", "任务内容", "重点任务", "年度任务"],
  owner: ["责任岗位", "owner", "owner_post", "责任人", "责任领导", "分管领导"],
  weight: ["权重", "weight", "分值", "权重分值"],
  start: ["开始日期", "start", "开始", "开始时间", "启动时间", "起始日期", "起始时间"],
  due: ["截止日期", "due", "截止", "完成时限", "完成时间", "截止时间", "办结时限", "时限"],
  steps: ["节点", "steps", "milestones", "进度节点", "时间节点"],
  evidence: ["佐证材料", "evidence", "佐证", "销号材料"],
};
/** Headers that name a column only where no other one does. */
const OTHERWISE: HeaderWords<TaskColumn> = {
  town: ["单位", "建设单位"],
  owner: ["责任单位", "牵头单位", "主责单位", "配合单位"],
  title: ["工作内容", "内容", "项目名称"],
};
/** Columns a table may lack. */
export const OPTIONAL_TASK_COLUMNS: readonly TaskColumn[] = ["item", "steps", "evidence"];
/** The column a value of the form comes from, where their names differ. */
const FIELDS: Partial<Record<string, TaskColumn>> = { to: "town", evidence_needed: "evidence" };

/** The column a header names; null for any other. */
export function taskColumnOf(text: string): TaskColumn | null {
  return columnNamed(TASK_HEADERS, TASK_COLUMNS, text);
}

/** The column a header names for want of a better one; null for any other. */
export function taskColumnOtherwise(text: string): TaskColumn | null {
  return columnNamed(OTHERWISE, TASK_COLUMNS, text);
}

/** The column a field of the form is filled from; undefined where it has none. */
export function columnOfTaskField(field: string): TaskColumn | undefined {
  return FIELDS[field] ?? TASK_COLUMNS.find((one) => one === field);
}
