import type { visitNotice } from "../../../src/domain/visit/visit-notice.ts";
import type { WordsFor } from "./words.ts";

// Wording of what counties and towns are told of an inspection: that it comes, and what it saw.

const zh: WordsFor<typeof visitNotice> = {
  name: "督查通知",
  said: { names: ["督查反馈"] },
  title: ({ town, value }) => `督查通知：${value("from")}，${town}`,
  states: { announced: "已通知", given: "已反馈", lapsed: "已取消" },
  steps: {
    announce: {
      button: "通知",
      done: "已通知。",
      log: "督查通知",
      several: (n) => `市里安排了督查，到${n}个单位`,
    },
    again: { button: "重新通知", done: "已通知。", log: "督查安排有变动" },
    give: { button: "反馈", done: "已反馈。", log: "督查反馈" },
    give_first: { button: "反馈", done: "已反馈。", log: "督查反馈" },
    lapse: { button: "取消", done: "已取消。", log: "本次到访取消" },
  },
  fields: { town: "单位", from: "开始日期", to: "结束日期", focus: "督查重点" },
  refused: {},
};

const en: WordsFor<typeof visitNotice> = {
  name: "Notice of an inspection",
  said: { names: ["inspection notice"] },
  title: ({ town, value }) => `Inspection ${value("from")}: ${town}`,
  states: { announced: "Coming", given: "Feedback", lapsed: "Cancelled" },
  steps: {
    announce: {
      button: "Announce",
      done: "Told.",
      log: "Announced",
      several: (n) => `An inspection comes to ${n} towns`,
    },
    again: { button: "Announce again", done: "Told.", log: "Changed" },
    give: { button: "Give back", done: "Told.", log: "Feedback" },
    give_first: { button: "Give back", done: "Told.", log: "Feedback" },
    lapse: { button: "Cancel", done: "Told.", log: "Inspection cancelled" },
  },
  fields: { town: "Town", from: "First day", to: "Last day", focus: "What to look at" },
  refused: {},
};

export const visitNoticeWords = { "zh-CN": zh, en };
