import type { Locale } from "../../../src/domain/programme/people.ts";
import type { supervision } from "../../../src/domain/task/supervision.ts";
import { itemNumberText } from "../item-number.ts";
import {
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

// The words of 督办 items.

/** Null for an item from before they had numbers. */
function numbered(number: string, locale: Locale): string | null {
  return number === "" ? null : itemNumberText(number, locale);
}

const zh: WordsFor<typeof supervision> = {
  name: "督办事项",
  said: { names: ["督办", "任务"] },
  title: ({ value }) => `${numbered(value("number"), "zh-CN") ?? "督办事项"}：${value("title")}`,
  states: taskStatesZh,
  steps: {
    issue: { button: "提交", done: "已发给责任单位。", log: "提出", intro: "提交后发给责任单位签收。" },
    propose: {
      button: "提交",
      done: "已提出，等待市办会签。",
      log: "提出",
      intro: "提交后由市办会签，会签后发给责任单位。",
    },
    ...taskStepsZh,
  },
  fields: { ...taskFieldsZh, title: "事项和要求", origin: "来源" },
  choices: {
    origin: { problem: "填报反映的问题", inspection: "督查检查", question: "领导交办", meeting: "现场会" },
  },
  logged: taskLoggedZh,
  refused: taskRefusedZh,
};

const en: WordsFor<typeof supervision> = {
  name: "Supervised item",
  said: { names: ["supervised item", "supervised items", "task", "tasks"] },
  title: ({ value }) => `${numbered(value("number"), "en") ?? "Supervised item"}: ${value("title")}`,
  states: taskStatesEn,
  steps: {
    issue: {
      button: "Send",
      done: "Sent to whoever answers for it.",
      log: "Put it forward",
      intro: "It goes to whoever answers for it.",
    },
    propose: {
      button: "Send",
      done: "Put forward; the office is asked to countersign.",
      log: "Put it forward",
      intro: "The office countersigns; then it goes to whoever answers for it.",
    },
    ...taskStepsEn,
  },
  fields: { ...taskFieldsEn, title: "What is to be done", origin: "From" },
  choices: {
    origin: {
      problem: "A problem reported",
      inspection: "An inspection",
      question: "A leader's question",
      meeting: "An on-site meeting",
    },
  },
  logged: taskLoggedEn,
  refused: taskRefusedEn,
};

export const supervisionWords = { "zh-CN": zh, en };
