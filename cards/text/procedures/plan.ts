import type { plan } from "../../../src/domain/procedure/plan.ts";
import type { WordsFor } from "./words.ts";

// Wording of the procedure for a year's plan.

const zh: WordsFor<typeof plan> = {
  name: "年度计划",
  said: { names: ["改计划", "计划改", "计划调整", "调整计划", "计划变更", "变更计划"] },
  title: ({ town, ref }) => (town === "" ? `${ref}年年度计划` : `${town}：${ref}年年度计划调整`),
  newTitle: ({ town }) => `${town}：年度计划调整`,
  states: { proposed: "待确认", adopted: "已启用", dropped: "未采用" },
  steps: {
    propose: { button: "提交", done: "已提交，请另一位同志核对后确认。", log: "报送年度计划表" },
    change: {
      button: "提交",
      done: "已提交，请另一位同志核对后确认。",
      log: "提出调整",
      intro: "一次调整一项。金额填万元；进度填百分比；到期事项填“二季度”这样的季度，或填“不适用”。",
    },
    adopt: {
      button: "核对无误，启用",
      done: "已启用，填报和计分按此计算。",
      log: "核对并启用",
      confirm: {
        title: "启用这份计划？",
        text: "启用后，正在填报的表随之更新，已填的内容保留；已提交、已通过的填报和已公布的结果不改。",
      },
    },
    drop: { button: "不采用", done: "已退回，没有启用。", log: "不采用" },
    withdraw: { button: "撤回", done: "已撤回。", log: "撤回" },
  },
  fields: { figure: "调整哪一项", value: "改为", reason: "原因", why: "不采用的原因" },
  logged: { figure: "调整的项目" },
  refused: {
    second_person: "由您提交的计划，请另一位同志（或领导小组成员）核对后启用。",
    already: "这一年已有一份计划或调整在等待确认，请先处理。",
    moved: "提交之后，其中有的计划已经变动。请退回这一份，按现行计划重新提交。",
    unchanged: "与现行计划相同，没有需要改的。",
    not_amount: "金额没有读懂，请填数字，单位为万元，例如12000。",
    not_percent: "进度没有读懂，请填百分比，例如45%。",
    negative: "不能是负数。",
    too_large: "金额过大，请核对单位是否为万元。",
    over_100: "进度不能超过100%。",
    planned_falls: "后一季度的计划进度不能低于前一季度。",
    unknown_due: "到期季度没有读懂，请填一季度、二季度、三季度、四季度或不适用。",
    other_year: "这一年度的计划现在不能调整。",
  },
};

const en: WordsFor<typeof plan> = {
  name: "Year plan",
  title: ({ town, ref }) => (town === "" ? `Plan of ${ref}` : `${town}: a change of the plan of ${ref}`),
  newTitle: ({ town }) => `${town}: change the year plan`,
  states: { proposed: "To be confirmed", adopted: "In force", dropped: "Not used" },
  steps: {
    propose: {
      button: "Submit",
      done: "Submitted. A second person is asked to check and confirm it.",
      log: "Sent the plan's workbook",
    },
    change: {
      button: "Submit",
      done: "Submitted. A second person is asked to check and confirm it.",
      log: "Asked for a change",
      intro:
        "One figure at a time. Money in units of CNY 10,000, progress in %, an item's quarter as Q2, or N/A where it does not apply.",
    },
    adopt: {
      button: "Checked, put in force",
      done: "In force: forms and scores follow it.",
      log: "Checked and put in force",
      confirm: {
        title: "Put this plan in force?",
        text: "Reports that are being filled in follow it and keep what was entered. Submitted and approved reports and published results stay.",
      },
    },
    drop: { button: "Do not use it", done: "Sent back; nothing was put in force.", log: "Not used" },
    withdraw: { button: "Withdraw", done: "Withdrawn.", log: "Withdrew it" },
  },
  fields: { figure: "What is changed", value: "New value", reason: "Reason", why: "Why it is not used" },
  refused: {
    second_person: "You submitted this: a colleague or a member of the leading group confirms it.",
    already: "A plan or a change of this year is waiting to be confirmed. Please settle it first.",
    moved: "One of these plans has changed since. Please send this back and submit it anew.",
    unchanged: "The plan says so already.",
    not_amount: "This amount could not be read: please enter a number in units of CNY 10,000, such as 12000.",
    not_percent: "This progress could not be read: please enter a percentage, such as 45%.",
    negative: "It cannot be negative.",
    too_large: "The amount is too large: is it in units of CNY 10,000?",
    over_100: "Progress cannot exceed 100%.",
    planned_falls: "The planned progress of a quarter cannot be below the quarter before.",
    unknown_due: "Please enter Q1, Q2, Q3, Q4 or N/A.",
    other_year: "The plan of this year cannot be changed now.",
  },
};

export const planWords = { "zh-CN": zh, en };
