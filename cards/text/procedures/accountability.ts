import type { accountability } from "../../../src/domain/oversight/accountability.ts";
import { oversightText } from "../oversight.ts";
import type { WordsFor } from "./words.ts";

// Wording of reminders, talks and accountability: about units, never about persons.

const zh: WordsFor<typeof accountability> = {
  name: "约谈问责",
  said: { names: ["提醒约谈问责"], begins: ["约谈", "问责"] },
  title: ({ value }) => `${value("measure")}：${value("to")}`,
  states: {
    proposed: "待领导决定",
    decided: "待报告整改",
    answered: "待办结",
    closed: "已办结",
    dropped: "不予采用",
  },
  steps: {
    propose: {
      button: "提出",
      done: "已提出，等待领导决定。",
      log: "提出",
      intro: `${oversightText("zh-CN").unitsOnly}依次为提醒、约谈、问责，前一步办过才能提后一步。`,
    },
    decide: {
      button: "同意",
      done: "已决定，正在告知该单位。",
      log: "同意",
      intro: "请写明决定意见。同意后只告知该单位及其所在县。",
    },
    drop: { button: "不同意", done: "已退回市办。", log: "不同意" },
    withdraw: { button: "撤回", done: "已撤回。", log: "撤回" },
    answer: {
      button: "报告整改",
      done: "已报告市办。",
      log: "报告整改",
      intro: "请写明原因和整改措施；材料可以先回复本卡片发来。",
    },
    hold: { button: "记录谈话", done: "已记录。", log: "谈话" },
    again: { button: "退回补充", done: "已退回。", log: "退回补充" },
    close: { button: "办结", done: "已办结。", log: "办结" },
  },
  fields: {
    to: "对象（单位）",
    measure: "方式",
    matter: "事由",
    reason: "依据和理由",
    decision: "决定意见",
    answer: "原因和整改措施",
    on: "谈话日期",
    minutes: "谈话纪要",
    why: "退回原因",
    outcome: "办结意见",
  },
  choices: { measure: oversightText("zh-CN").measures },
  refused: {
    no_reminder: "该单位没有提醒记录，请先提醒，再约谈。",
    no_talk: "该单位没有约谈记录，请先约谈，再问责。",
    no_talk_held: "还没有谈话记录，请先记录谈话再办结。",
    nothing_to_hold: "提醒不需要谈话记录。",
    before_decision: "谈话日期不能早于作出决定的日期。",
    day_to_come: "谈话还没有到日期，请谈过再记录。",
    second_person: "由您提出的事项，须由另一位同志决定。",
    already: "对该单位已有一件同样的在办。",
    not_yours: "这一步不由您办理：由市办提出，由领导小组决定。",
  },
};

const en: WordsFor<typeof accountability> = {
  name: "Reminders and talks",
  said: { begins: ["admonition"] },
  title: ({ value }) => `${value("measure")}: ${value("to")}`,
  states: {
    proposed: "Waiting for a leader",
    decided: "To be answered",
    answered: "To be closed",
    closed: "Closed",
    dropped: "Not used",
  },
  steps: {
    propose: {
      button: "Put forward",
      done: "Put forward; a leader is asked to decide.",
      log: "Put forward",
      intro: `${oversightText("en").unitsOnly} A reminder comes first, then a talk, then accountability.`,
    },
    decide: {
      button: "Agree",
      done: "Decided; the unit is being told.",
      log: "Agreed",
      intro: "Please give the reason for the decision. Only the unit and its county are told.",
    },
    drop: { button: "Do not agree", done: "Sent back to the office.", log: "Not agreed" },
    withdraw: { button: "Withdraw", done: "Withdrawn.", log: "Withdrawn" },
    answer: {
      button: "Report what is done",
      done: "The office has it.",
      log: "Reported",
      intro: "Please write the causes and what is done about them; files come first, in reply to this card.",
    },
    hold: { button: "Record the talk", done: "Recorded.", log: "Talk" },
    again: { button: "Ask for more", done: "Sent back.", log: "Asked for more" },
    close: { button: "Close", done: "Closed.", log: "Closed" },
  },
  fields: {
    to: "Unit",
    measure: "Measure",
    matter: "Matter",
    reason: "Grounds",
    decision: "Decision",
    answer: "Causes, and what is done",
    on: "Day of the talk",
    minutes: "Minutes",
    why: "What is missing",
    outcome: "Outcome",
  },
  choices: { measure: oversightText("en").measures },
  refused: {
    no_reminder: "This unit has had no reminder; a talk comes after one.",
    no_talk: "This unit has had no talk; accountability comes after one.",
    no_talk_held: "No talk is recorded yet; please record it before closing.",
    nothing_to_hold: "A reminder needs no talk.",
    before_decision: "The talk cannot be before the decision.",
    day_to_come: "That day is still to come; please record the talk after it.",
    second_person: "You put this forward: somebody else decides on it.",
    already: "There is one of these under way for this unit.",
    not_yours: "This step is not yours: the office puts it forward, a leader decides.",
  },
};

export const accountabilityWords = { "zh-CN": zh, en };
