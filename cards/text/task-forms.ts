import type { Locale } from "../../src/domain/people.ts";
import type { DraftField, DraftProblem } from "../../src/domain/task/draft.ts";

// The words of the forms around tasks, and what is wrong with what was filled in.

const fieldZh: Record<DraftField, string> = {
  to: "责任单位",
  area: "所属内容",
  item: "子项",
  title: "任务名称",
  owner: "责任岗位",
  weight: "权重",
  start: "开始日期",
  due: "截止日期",
  steps: "节点",
};
const problemZh: Record<DraftProblem["reason"], string> = {
  unknown: "不在本方案之内",
  empty: "没有填写",
  too_long: "过长",
  bad_date: "不是有效日期（例：2026-09-30）",
  before_start: "早于开始日期",
  not_positive: "应为大于0的数",
  step_twice: "重名",
  step_day: "日期不晚于前一个节点，顺序不对或互为前提",
  step_share: "累计比例没有比前一个节点高，或超过100%",
  step_outside: "不在开始日期与截止日期之间",
};

const zh = {
  field: fieldZh,
  problem: problemZh,
  draftProblem: (field: string, reason: string, step: string) =>
    step === "" ? `${field}${reason}` : `${field}“${step}”${reason}`,
  notYoursToPropose: "这类任务不由您提出。",
  agreedAlready: "该任务已经会签，如需变动请申请延期，或撤回后重新提出。",
  percent: "完成进度（%）",
  words: "进展说明",
  wordsClose: "完成情况",
  reason: "理由",
  newDue: "新的截止日期",
  department: "需哪个部门解决？",
  send: "提交",
  back: "返回任务",
  doubtful: (text: string) => `“${text}”没有读出确定的数，请填一个0到100的数再提交。`,
  slipTitle: "新建督办事项",
  slipIntro: "提交后发给责任单位签收；县级提出的，由市办会签后发出。",
  planTitle: "新增年度任务",
  planIntro: "提交后由县级会签；会签后开始办理。",
  toWhom: "责任单位",
  origin: "来源",
  title: "事项和要求",
  planName: "任务名称",
  owner: "责任岗位",
  ownerDefault: "主要负责人",
  planOwnerHint: "如：分管副镇长",
  weight: "权重",
  start: "开始日期",
  due: "截止日期",
  evidence: "销号须附的材料（可不填）",
  steps: "节点（可不填）",
  stepsHint: "名称:日期:累计%，用；分开，如 桩基:2026-05-30:30；主体:2026-09-30:70",
  badSteps: "节点写法有误，请按“名称:日期:累计%”填写，用；分开。",
  which: "所属内容",
  none: "不限",
  create: "提交",
  turnInto: (area: string) => `问题转督办：${area}`,
};

export type TaskFormText = typeof zh;

const en: TaskFormText = {
  field: {
    to: "Answered for by",
    area: "Area",
    item: "Item",
    title: "Title",
    owner: "Post",
    weight: "Weight",
    start: "Start",
    due: "Due",
    steps: "Milestones",
  },
  problem: {
    unknown: "is not in this programme",
    empty: "is missing",
    too_long: "is too long",
    bad_date: "is no date (such as 2026-09-30)",
    before_start: "is before the start",
    not_positive: "must be above 0",
    step_twice: "is named twice",
    step_day: "is not after the milestone before it: out of order, or each waiting for the other",
    step_share: "does not rise above the one before, or is more than 100%",
    step_outside: "is not between start and due",
  },
  draftProblem: (field, reason, step) =>
    step === "" ? `${field} ${reason}` : `${field} “${step}” ${reason}`,
  notYoursToPropose: "This kind of task is not yours to put forward.",
  agreedAlready: "This task is agreed already: ask for more time, or withdraw it and put it forward anew.",
  percent: "Done (%)",
  words: "In words",
  wordsClose: "What was done",
  reason: "Reason",
  newDue: "New due day",
  department: "Which department can clear the way?",
  send: "Send",
  back: "Back to the task",
  doubtful: (text) =>
    `No definite figure was read from “${text}”; please enter a number from 0 to 100 and send.`,
  slipTitle: "New supervised item",
  slipIntro:
    "Sent to whoever answers for it; one put forward by a county is countersigned by the office first.",
  planTitle: "New year task",
  planIntro: "The county countersigns; then the task begins.",
  toWhom: "Answered for by",
  origin: "From",
  title: "What is to be done",
  planName: "Title",
  owner: "Post",
  ownerDefault: "Head of the office",
  planOwnerHint: "such as: deputy mayor in charge",
  weight: "Weight",
  start: "Start",
  due: "Due",
  evidence: "Needed to close (optional)",
  steps: "Milestones (optional)",
  stepsHint: "name:date:total %, parted by ; such as Piles:2026-05-30:30; Frame:2026-09-30:70",
  badSteps: "Please write milestones as name:date:total %, parted by ;",
  which: "Area",
  none: "None",
  create: "Send",
  turnInto: (area) => `Supervise the problem: ${area}`,
};

export function taskFormText(locale: Locale): TaskFormText {
  return locale === "en" ? en : zh;
}
