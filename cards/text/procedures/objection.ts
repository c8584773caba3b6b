import type { objection } from "../../../src/domain/procedure/objection.ts";
import type { WordsFor } from "./words.ts";

// Wording of objections: a town objects, the office answers, all towns may read both.

const zh: WordsFor<typeof objection> = {
  name: "异议",
  said: { states: { accepted: ["已反馈", "已回复"], rejected: ["已反馈", "已回复"] } },
  title: ({ town, value }) => `${town}：对“${value("indicator")}”的异议`,
  states: { waiting: "待答复", accepted: "已答复：采纳", rejected: "已答复：不采纳" },
  steps: {
    raise: {
      button: "提交异议",
      done: "已提交，市办将逐条答复。",
      log: "提出异议",
      intro: "每项指标可以提出一次。市办逐条答复，答复对各镇公开。",
    },
    accept: {
      button: "采纳",
      done: "已答复，正在发给各镇。",
      log: "答复：采纳",
      intro: "答复将对各镇公开，请写明依据。采纳后如需改动数据，请退回相应内容，由镇上补正后再发布。",
    },
    reject: { button: "不采纳", done: "已答复，正在发给各镇。", log: "答复：不采纳" },
  },
  fields: { indicator: "对哪一项有异议？", text: "理由和依据", answer: "答复" },
  logged: { indicator: "指标" },
  choices: { indicator: { other: "其他" } },
  refused: {
    not_provisional: "本季度还没有公布暂定得分。",
    objections_over: "提出异议的时间已过。如有数据错误，请联系市办更正。",
    empty: "请写明理由和依据。",
    already: "这项指标已经提过异议，请等待答复。",
    wrong_state: "这条异议已经答复过。",
  },
};

const en: WordsFor<typeof objection> = {
  name: "Objection",
  title: ({ town, value }) => `${town}: objection to “${value("indicator")}”`,
  states: { waiting: "Waiting for an answer", accepted: "Accepted", rejected: "Not accepted" },
  steps: {
    raise: {
      button: "Send the objection",
      done: "Sent. The office answers each objection.",
      log: "Objected",
      intro: "Once for each indicator. The office answers every objection, and all towns see the answers.",
    },
    accept: {
      button: "Accept",
      done: "Answered; the towns are being told.",
      log: "Answered: accepted",
      intro:
        "All towns will see the answer; please give the evidence. If a figure has to change, return the entry for the town to mend before publishing.",
    },
    reject: {
      button: "Do not accept",
      done: "Answered; the towns are being told.",
      log: "Answered: not accepted",
    },
  },
  fields: { indicator: "Which indicator is it about?", text: "Reason and evidence", answer: "Answer" },
  logged: { indicator: "Indicator" },
  choices: { indicator: { other: "Something else" } },
  refused: {
    not_provisional: "No provisional scores have been announced this quarter.",
    objections_over:
      "The time for objections is over. If a figure is wrong, please ask the city office to correct it.",
    empty: "Please write the reason and evidence.",
    already: "This indicator has been objected to already; please wait for the answer.",
    wrong_state: "This objection has been answered.",
  },
};

export const objectionWords = { "zh-CN": zh, en };
