import type { yearTask } from "../../../src/domain/task/year-task.ts";
import {
  milestonesEn,
  milestonesZh,
  taskFieldsEn,
  taskFieldsZh,
  taskLoggedEn,
  taskLoggedZh,
  taskRefusedEn,
  taskRefusedZh,
  taskStatesEn,
  taskStatesZh,
  taskStepsEn,
  taskStepsZh,
} from "./task.ts";
import type { WordsFor } from "./words.ts";

// The words of a town's year tasks.

const zh: WordsFor<typeof yearTask> = {
  name: "年度任务",
  said: { names: ["任务"] },
  title: ({ value }) => `年度任务：${value("title")}`,
  states: taskStatesZh,
  steps: {
    propose: {
      button: "提交",
      done: "已提出，等待县级会签。",
      log: "提出",
      intro: "提交后由县级会签；会签后开始办理。",
      several: (n) => `有${n}项年度任务待会签。有不妥的，先打开该项，写明理由退回；其余可一并会签`,
    },
    ...taskStepsZh,
    amend: { button: "修改后重新提出", done: "已重新提出，等待县级会签。", log: "重新提出" },
    arrange: { button: "列入", done: "已列入。", log: "随创建方案批准列入" },
    rearrange: { button: "调整", done: "已调整。", log: "随创建方案批准调整，截止日期以此为准" },
    restate: { button: "调整", done: "已调整。", log: "随创建方案批准调整，截止日期不变" },
    strike: { button: "取消", done: "已取消。", log: "创建方案变更后取消" },
  },
  fields: {
    ...taskFieldsZh,
    area: "所属内容",
    weight: "权重",
    start: "开始日期",
    steps: "节点（每行一个：名称、日期、累计进度，如 桩基 2026-05-30 30%）",
  },
  logged: { ...taskLoggedZh, steps: "节点" },
  refused: {
    ...taskRefusedZh,
    ...milestonesZh,
    not_positive: "权重应为大于0的数。",
    already: "本年已有一项同名任务，这是它的情况。",
  },
};

const en: WordsFor<typeof yearTask> = {
  name: "Year task",
  said: { names: ["task", "tasks"] },
  title: ({ value }) => `Year task: ${value("title")}`,
  states: taskStatesEn,
  steps: {
    propose: {
      button: "Send",
      done: "Put forward; the county is asked to countersign.",
      log: "Put it forward",
      intro: "The county countersigns; then the task begins.",
      several: (n) =>
        `${n} year tasks to countersign. Open one that is not right and send it back with a reason; the rest may be countersigned together`,
    },
    ...taskStepsEn,
    amend: {
      button: "Change and put forward",
      done: "Put forward anew; the county is asked to countersign.",
      log: "Put it forward anew",
    },
    arrange: { button: "Arrange", done: "Arranged.", log: "Arranged with the town's plan" },
    rearrange: {
      button: "Rearrange",
      done: "Rearranged.",
      log: "Changed with the town's plan, which sets the due day",
    },
    restate: { button: "Restate", done: "Restated.", log: "Changed with the town's plan; the due day stays" },
    strike: { button: "Strike", done: "Struck.", log: "Struck with a change of the town's plan" },
  },
  fields: {
    ...taskFieldsEn,
    area: "Area",
    weight: "Weight",
    start: "Start",
    steps: "Milestones (one a line: name, date, total progress, such as Piles 2026-05-30 30%)",
  },
  logged: { ...taskLoggedEn, steps: "Milestones" },
  refused: {
    ...taskRefusedEn,
    ...milestonesEn,
    not_positive: "The weight is a number above 0.",
    already: "This year has a task of that name; this is how it stands.",
  },
};

export const yearTaskWords = { "zh-CN": zh, en };
