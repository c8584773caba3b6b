import type { Locale } from "../../src/domain/programme/people.ts";
import type { TaskLight } from "../../src/domain/task/lights.ts";

// What a task's card and lists say beside what every record's do.

const lightZh: Record<TaskLight, string> = {
  red: "红灯·已逾期",
  yellow: "黄灯·滞后",
  blue: "蓝灯·临近到期",
  green: "绿灯·正常",
  grey: "不亮灯",
};

const zh = {
  light: lightZh,
  fact: (name: string, value: string) => `${name}：${value}`,
  time: "起止",
  days: (start: string, due: string) => `${start}至${due}`,
  unconfirmed: (year: string) => `（${year}年节假日安排未公布，日期待确认）`,
  schedule: (scheduled: string, actual: string) => `序时进度${scheduled}，实际${actual}`,
  overdue: (n: number) => `已逾期${n}个工作日`,
  overdueUncounted: "已过截止日；该年度节假日安排未公布，不计逾期天数",
  and: "，",
  steps: "节点",
  step: (name: string, due: string, share: string) => `${name}：${due}前累计${share}`,
  evidence: (n: number) => `已附照片、文件共${n}份`,
  extension: (to: string, reason: string) => `**申请延期至${to}**：${reason}`,
  blocked: (department: string, reason: string) => `**受阻，需${department}解决**：${reason}`,
  accepted: (department: string, day: string) =>
    `${department}已于${day}受理。受阻期间不亮灯、不计入得分，解除后恢复。`,
  notAccepted: (department: string) => `等待${department}受理；受理前照常计算。`,
  counts: "受理前照常计算。",
  reopened: (n: number) => `重新办理${n}次`,
  replyHint: "也可直接回复本卡片，如“已完成80%”，并附照片。",
  brief: (who: string, due: string, progress: string) => `${who}，${due}到期，${progress}`,
  proposed: (who: string, due: string, weight: string, owner: string) =>
    [`${who}，${due}到期`, weight === "" ? "" : `权重${weight}`, owner].filter(Boolean).join("，"),
  excused: (town: string, items: string[], n: number) =>
    `${town}的“${items.join("”“")}”${n > items.length ? `等${n}项` : ""}受阻，责任单位已受理，本次不计分。`,
  excusedMore: (n: number) => `另有${n}个单位有受阻不计分的子项。`,
  ownerDefault: "主要负责人",
  turnIntoOne: (n: number) => `问题转督办（${n}条）`,
  turnInto: (area: string) => `问题转督办：${area}`,
  ofTown: (town: string, words: string) => `${town}：${words}`,
};

export type TaskText = typeof zh;

const en: TaskText = {
  light: {
    red: "Red: overdue",
    yellow: "Yellow: behind",
    blue: "Blue: due soon",
    green: "Green: on course",
    grey: "No light",
  },
  fact: (name, value) => `${name}: ${value}`,
  time: "Time",
  days: (start, due) => `${start} to ${due}`,
  unconfirmed: (year) => ` (the holidays of ${year} are not announced; the date is unconfirmed)`,
  schedule: (scheduled, actual) => `Scheduled ${scheduled}, done ${actual}`,
  overdue: (n) => `${n} working day${n === 1 ? "" : "s"} overdue`,
  overdueUncounted: "Past its due day; that year's holidays are not announced, so no days are counted",
  and: "; ",
  steps: "Milestones",
  step: (name, due, share) => `${name}: ${share} in all by ${due}`,
  evidence: (n) => `Photos and files attached: ${n}`,
  extension: (to, reason) => `**More time asked for, until ${to}**: ${reason}`,
  blocked: (department, reason) => `**Blocked, to be cleared by ${department}**: ${reason}`,
  accepted: (department, day) =>
    `${department} took it on (${day}). While blocked the task has no light and is not scored.`,
  notAccepted: (department) => `Waiting for ${department} to take it on; until then it counts as usual.`,
  counts: "Until it is taken on it counts as usual.",
  reopened: (n) => `Reopened ${n} time${n === 1 ? "" : "s"}`,
  replyHint: "You can also reply to this card, e.g. “80% done”, with photos.",
  brief: (who, due, progress) => `${who}, due ${due}. ${progress}`,
  proposed: (who, due, weight, owner) =>
    [`${who}, due ${due}`, weight === "" ? "" : `weight ${weight}`, owner].filter(Boolean).join(", "),
  excused: (town, items, n) =>
    `${town}: “${items.join("”, “")}”${n > items.length ? ` and ${n - items.length} more` : ""} blocked, a department has taken it on; not counted this time.`,
  excusedMore: (n) => `${n} more have items that are blocked and not counted.`,
  ownerDefault: "Head of the office",
  turnIntoOne: (n) => `Supervise a problem (${n})`,
  turnInto: (area) => `Supervise the problem: ${area}`,
  ofTown: (town, words) => `${town}: ${words}`,
};

export function taskText(locale: Locale): TaskText {
  return locale === "en" ? en : zh;
}
