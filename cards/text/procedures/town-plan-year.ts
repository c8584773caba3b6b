import type { WHEN, YEAR_STEP_REASONS, yearSteps } from "../../../src/domain/town-plan/year-steps.ts";
import { milestonesEn, milestonesZh, taskRefusedEn, taskRefusedZh } from "./task.ts";
import type { ProcedureWords, StepWords } from "./words.ts";
import { yearTaskWords } from "./year-task.ts";

// Wording of the yearly arrangement of a town's 方案: its projects, the items due and its tasks.

type YearWords = {
  steps: Record<keyof typeof yearSteps, StepWords>;
  fields: ReturnType<typeof taskFields> & Record<string, string>;
  logged: Record<string, string>;
  when: Record<(typeof WHEN)[number], string>;
  refused: Record<(typeof YEAR_STEP_REASONS)[number], string>;
};

/** The fields of a task, as its own form calls them. */
function taskFields({ fields }: ProcedureWords) {
  const { area = "", title = "", owner = "", weight = "", start = "", due = "", steps = "" } = fields;
  return { area, title, owner, weight, start, due, steps, evidence_needed: fields.evidence_needed ?? "" };
}

export const yearWordsZh = {
  steps: {
    project: {
      button: "加项目",
      done: "已保存。",
      log: "填写年度项目",
      intro: "一次填一个项目；同名的按新填的改，其余不变。方案批准后列入年度计划。",
    },
    items_due: {
      button: "到期事项",
      submit: "保存",
      done: "已保存。",
      log: "填写到期事项",
      intro: "一次填同一时间到期的几项；没有填到的，仍按已有的安排。",
    },
    task: {
      button: "加任务",
      done: "已保存。",
      log: "填写年度任务",
      intro: "一次填一项任务；同名的任务按新填的改。方案批准后即为年度任务，不用再会签。",
    },
    take_out: { button: "去掉项目或任务", done: "已去掉。", log: "去掉项目或任务" },
  },
  fields: {
    project: "项目名称",
    total: "总投资",
    planned1: "一季度末计划形象进度",
    planned2: "二季度末计划形象进度",
    planned3: "三季度末计划形象进度",
    planned4: "四季度末计划形象进度",
    when: "什么时候到期",
    items: "哪些事项",
    why_not: "不适用的，写明原因",
    ...taskFields(yearTaskWords["zh-CN"]),
    out: "去掉哪些",
  },
  logged: { steps: "节点", when: "到期时间", items: "到期事项", why_not: "不适用的原因", out: "去掉的内容" },
  when: {
    q1: "一季度",
    q2: "二季度",
    q3: "三季度",
    q4: "四季度",
    later: "本年度不到期",
    not_applicable: "本镇不适用",
  },
  refused: {
    ...milestonesZh,
    not_positive: yearTaskWords["zh-CN"].refused.not_positive,
    before_start: taskRefusedZh.before_start,
    other_year_task: "截止日期不在方案的年度之内。",
    no_total: "总投资应为大于0的金额。",
    planned_falls: "各季度末的计划进度应在0%到100%之间，并且不低于前一季度末。",
    why_not: "不适用的，请写明原因。",
    nothing_in_it: "年度安排里还没有项目和任务。",
  },
} satisfies YearWords;

export const yearWordsEn: typeof yearWordsZh = {
  steps: {
    project: {
      button: "Add a project",
      done: "Saved.",
      log: "Wrote a project",
      intro:
        "One project at a time; one of the same name is changed, the others stay. Approval puts it in the year's plan.",
    },
    items_due: {
      button: "Items due",
      submit: "Save",
      done: "Saved.",
      log: "Wrote the items due",
      intro: "Those of one quarter at a time; the others stay as they are.",
    },
    task: {
      button: "Add a task",
      done: "Saved.",
      log: "Wrote a task",
      intro: "One task at a time; one of the same name is changed. Approval makes it a year task.",
    },
    take_out: { button: "Take out", done: "Taken out.", log: "Took projects or tasks out" },
  },
  fields: {
    project: "Project",
    total: "Total",
    planned1: "Planned progress, end of Q1",
    planned2: "Planned progress, end of Q2",
    planned3: "Planned progress, end of Q3",
    planned4: "Planned progress, end of Q4",
    when: "When they fall due",
    items: "Which items",
    why_not: "If not for this town, why",
    ...taskFields(yearTaskWords.en),
    out: "What to take out",
  },
  logged: {
    steps: "Milestones",
    when: "When they fall due",
    items: "Items",
    why_not: "Why not for this town",
    out: "Taken out",
  },
  when: {
    ...{ q1: "Q1", q2: "Q2", q3: "Q3", q4: "Q4" },
    ...{ later: "Not this year", not_applicable: "Not for this town" },
  },
  refused: {
    ...milestonesEn,
    not_positive: yearTaskWords.en.refused.not_positive,
    before_start: taskRefusedEn.before_start,
    other_year_task: "The due day is not in the year of the plan.",
    no_total: "The total is an amount above 0.",
    planned_falls: "Planned progress is from 0% to 100% and never below the quarter before.",
    why_not: "Please say why they are not for this town.",
    nothing_in_it: "The arrangement has no project or task yet.",
  },
};
