import type { Locale } from "../../src/domain/programme/people.ts";
import type { PlanSection } from "../../src/domain/town-plan/versions.ts";
import { counted } from "./counted.ts";

// Wording of the contents of a town's 方案, and of what differs between two versions.

const zh = {
  sections: {
    site: "示范点",
    kind: "创建类型",
    demands: "建设要求",
    leadership: "领导机构",
    funds: "资金保障（万元）",
    years: "年度安排",
  } satisfies Record<PlanSection, string>,
  /** Without the unit, where no value follows. */
  names: {
    site: "示范点",
    kind: "创建类型",
    demands: "建设要求",
    leadership: "领导机构",
    funds: "资金保障",
    years: "年度安排",
  } satisfies Record<PlanSection, string>,
  section: (name: string, value: string) => `**${name}**：${value}`,
  empty: "<font color='grey'>未填写</font>",
  draft: "草稿，只有本镇和本县看得到。",
  draftAfter: (n: number) => `第${n}稿之后的修改稿，只有本镇和本县看得到。`,
  version: (n: number, day: string) => `第${n}稿，${day}提交`,
  meanwhile: (version: string, force: number) => `${version}；现行的是第${force}稿`,
  inForce: (n: number, day: string) => `现行方案：第${n}稿，${day}批准`,
  changing: (n: number) => `以下为现行的第${n}稿，变更正在编制。`,
  year: (year: string, investment: string, words: string) =>
    [`${year}年`, investment, words].filter((part) => part !== "").join("，"),
  investment: (amount: string) => `计划投资${amount}`,
  asPlanned: "计划投资按年度计划",
  /** What the year's plan has; null: nothing. */
  plannedIn: (year: string, amount: string | null) =>
    amount === null
      ? `${year}年年度计划还没有计划投资，须在这里填写。`
      : `${year}年年度计划已有计划投资${amount}。`,
  and: "；",
  task: (title: string, due: string) => `${title}（${due}前）`,
  tasks: (n: number, titles: readonly string[], more: boolean) =>
    `年度任务${n}项：${titles.join("、")}${more ? "等" : ""}`,
  allTasks: (n: number) => `年度任务（${n}项）`,
  moreTasks: (n: number) => `另有${n}项`,
  taskLine: (title: string, area: string, owner: string, days: string, weight: string) =>
    `**${title}**：${area}，${owner}，${days}，权重${weight}`,
  days: (start: string, due: string) => `${start}至${due}`,
  milestones: (steps: string) => `<font color='grey'>节点 ${steps}</font>`,
  comments: (words: string) => `**部门意见**<br>${words}`,
  answers: (words: string) => `**逐条回应**<br>${words}`,
  answered: (comment: string, answer: string) => `${comment}<br>回应：${answer}`,
  sentBack: (why: string) => `**退回的原因**：${why}`,
  differs: (n: number) => `与第${n}稿相比的改动`,
  differsFromForce: (n: number) => `与批准的第${n}稿相比的改动`,
  same: (n: number) => `与第${n}稿相同，没有改动。`,
  versions: (n: number) => `共${n}稿`,
  approved: (day: string, paper: string) => `${day}批准${paper === "" ? "" : `（${paper}）`}`,
  ofVersion: (submitted: string, approved: string, changed: string) =>
    [submitted, approved, changed === "" ? "" : `改动${changed}`].filter((part) => part !== "").join("，"),
  gone: (words: string) => `~~${words}~~`,
  come: (words: string) => `<font color='green'>${words}</font>`,
  becomes: (before: string, after: string) => `~~${before}~~ → <font color='green'>${after}</font>`,
  more: (n: number) => `另有${n}处`,
  touches: (sections: string) => `变更涉及：${sections}`,
  list: "、",
  none: "空",
  template: "获取模板",
  orByFile: "也可以按模板填好后，把 .docx 或 .xlsx 文件发给我。",
  templateComes: "正在发送模板，有 .docx 和 .xlsx 两种，任选一种填写。",
  noTemplate: "方案模板由镇和县在本单位的方案卡片上索取。",
  known: (lines: string) => `已有${lines}`,
  knownItems: "已有的到期事项",
  notTouched: (section: string) => `“${section}”有改动，但不在批准的变更范围内`,
};

const en: typeof zh = {
  sections: {
    site: "Demonstration sites",
    kind: "Kind of town",
    demands: "What is to be built",
    leadership: "Leadership",
    funds: "Funds (CNY 10k)",
    years: "Yearly arrangement",
  },
  names: {
    site: "Demonstration sites",
    kind: "Kind of town",
    demands: "What is to be built",
    leadership: "Leadership",
    funds: "Funds",
    years: "Yearly arrangement",
  },
  section: (name, value) => `**${name}**: ${value}`,
  empty: "<font color='grey'>not written</font>",
  draft: "A draft, seen by the town and its county alone.",
  draftAfter: (n) => `A draft after version ${n}, seen by the town and its county alone.`,
  version: (n, day) => `Version ${n}, submitted ${day}`,
  meanwhile: (version, force) => `${version}; version ${force} is in force meanwhile`,
  inForce: (n, day) => `In force: version ${n}, approved ${day}`,
  changing: (n) => `Version ${n} is in force as shown; a change is being written.`,
  year: (year, investment, words) => [year, investment, words].filter((part) => part !== "").join(", "),
  investment: (amount) => `investment ${amount}`,
  asPlanned: "investment as in the year's plan",
  plannedIn: (year, amount) =>
    amount === null
      ? `The plan of ${year} has no investment yet; give it here.`
      : `The plan of ${year} has an investment of ${amount}.`,
  and: "; ",
  task: (title, due) => `${title} (by ${due})`,
  tasks: (n, titles, more) =>
    `${n} ${n === 1 ? "task" : "tasks"}: ${titles.join(", ")}${more ? " and others" : ""}`,
  allTasks: (n) => `Tasks of the year (${n})`,
  moreTasks: (n) => `${n} more`,
  taskLine: (title, area, owner, days, weight) =>
    `**${title}**: ${area}, ${owner}, ${days}, weight ${weight}`,
  days: (start, due) => `${start} to ${due}`,
  milestones: (steps) => `<font color='grey'>Milestones ${steps}</font>`,
  comments: (words) => `**Comments**<br>${words}`,
  answers: (words) => `**Answers**<br>${words}`,
  answered: (comment, answer) => `${comment}<br>Answer: ${answer}`,
  sentBack: (why) => `**Why it came back**: ${why}`,
  differs: (n) => `What differs from version ${n}`,
  differsFromForce: (n) => `What differs from version ${n}, which was approved`,
  same: (n) => `The same as version ${n}.`,
  versions: (n) => counted(n, "version"),
  approved: (day, paper) => `approved ${day}${paper === "" ? "" : ` (${paper})`}`,
  ofVersion: (submitted, approved, changed) =>
    [submitted, approved, changed === "" ? "" : `changes: ${changed}`]
      .filter((part) => part !== "")
      .join(", "),
  gone: (words) => `~~${words}~~`,
  come: (words) => `<font color='green'>${words}</font>`,
  becomes: (before, after) => `~~${before}~~ → <font color='green'>${after}</font>`,
  more: (n) => `${n} more`,
  touches: (sections) => `The change touches: ${sections}`,
  list: ", ",
  none: "empty",
  template: "Get the template",
  orByFile: "Or fill in the template and send me the .docx or .xlsx file.",
  templateComes: "The template comes as .docx and .xlsx; fill in either.",
  noTemplate: "The template is for the town and its county, on the card of their plan.",
  known: (lines) => `There already: ${lines}`,
  knownItems: "Items due already",
  notTouched: (section) => `“${section}” differs, but the change was not granted for it`,
};

export function townPlanText(locale: Locale): typeof zh {
  return locale === "en" ? en : zh;
}
