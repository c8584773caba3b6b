import type { visit } from "../../../src/domain/visit/visit.ts";
import { plainDay, type WordsFor } from "./words.ts";

// Wording of an inspection visit.

/** Towns a title has room for; of more it names the first and counts them. */
const NAMED = 3;

const zh: WordsFor<typeof visit> = {
  name: "督查",
  said: { begins: ["督查计划"] },
  title: ({ value }) => `督查：${plainDay(value("from"))}，${brief(value("towns").split("、"))}`,
  newTitle: () => "安排督查",
  states: { planned: "已安排", under_way: "督查中", reported: "已形成报告", cancelled: "已取消" },
  steps: {
    plan: {
      button: "提交",
      done: "已安排，督查组会收到。",
      log: "安排督查",
      intro:
        "提交后通知督查组和所到的县（市、区）；不打招呼的，只通知督查组。到现场后，在这张卡片上记录情况、发照片。",
    },
    change: { button: "调整安排", done: "已调整，督查组会收到。", log: "调整安排" },
    note: {
      button: "记录现场情况",
      done: "已记录。",
      log: "现场记录",
      intro: "先回复本卡片发照片，再在这里记录，照片就归到这一条；需要整改的，提交后交县（市、区）下达期限。",
    },
    finish: {
      button: "结束督查",
      done: "已结束，报告已送安排督查的同志和领导。",
      log: "督查报告",
      intro: "写明总体情况；有未到访的单位，请说明原因。",
    },
    cancel: { button: "取消督查", done: "已取消，督查组会收到。", log: "取消督查" },
  },
  fields: {
    towns: "到访单位",
    order: "先后次序（单位名称之间用顿号隔开）",
    from: "开始日期",
    to: "结束日期（一天以内不填）",
    day_off: "如定在节假日，请写明原因",
    team: "督查组成员",
    focus: "督查重点",
    notice: "是否事先通知县（市、区）",
    place: "单位",
    verdict: "结论",
    what: "具体情况",
    summary: "总体情况",
    left_out: "未到访的单位和原因",
    reason: "取消的原因",
  },
  logged: { order: "先后次序", to: "结束日期" },
  choices: {
    notice: { told: "事先通知", untold: "不打招呼" },
    verdict: { mend: "需要整改", praise: "值得肯定", nothing: "未发现问题" },
  },
  refused: {
    date_past: "这一天已经过去，请定在今天或以后。",
    before_start: "结束日期不能早于开始日期。",
    unknown_order: "没有读出所选单位的先后，请写它们的名称，用顿号隔开；也可以不填。",
    not_begun: "还没有到督查的日期。",
    noted: "这个单位的同一情况已经记录过。",
    unvisited: "尚未记录情况。未到访的，请在“未到访的单位和原因”里说明。",
  },
};

const en: WordsFor<typeof visit> = {
  name: "Inspection",
  said: { begins: ["visit"] },
  title: ({ value }) => `Inspection ${plainDay(value("from"))}: ${briefEn(value("towns").split(", "))}`,
  newTitle: () => "Plan an inspection",
  states: { planned: "Planned", under_way: "Under way", reported: "Reported", cancelled: "Cancelled" },
  steps: {
    plan: {
      button: "Submit",
      done: "Planned; the team is told.",
      log: "Planned",
      intro:
        "The team is told, and the counties unless it comes unannounced. On site, this card takes notes and photos.",
    },
    change: { button: "Change the plan", done: "Changed; the team is told.", log: "Plan changed" },
    note: {
      button: "Note what you see",
      done: "Noted.",
      log: "Noted on site",
      intro:
        "Send photos first, in reply to this card, and note what they show here: they belong to this note. What is to be mended goes to the county, which sets the day.",
    },
    finish: {
      button: "Finish",
      done: "Finished; the office and the leaders have the report.",
      log: "Report",
      intro: "Sum it up; if a town was not visited, please say why.",
    },
    cancel: { button: "Cancel it", done: "Cancelled; the team is told.", log: "Cancelled" },
  },
  fields: {
    towns: "Towns",
    order: "Their order (names with commas between)",
    from: "First day",
    to: "Last day (empty: the same day)",
    day_off: "If that is a day off: why",
    team: "Team",
    focus: "What to look at",
    notice: "Whether the counties are told beforehand",
    place: "Town",
    verdict: "Verdict",
    what: "What you see",
    summary: "In sum",
    left_out: "Towns not visited, and why",
    reason: "Why it is cancelled",
  },
  logged: { order: "Order", to: "Last day" },
  choices: {
    notice: { told: "Told beforehand", untold: "Unannounced" },
    verdict: { mend: "To be mended", praise: "Praised", nothing: "Nothing found" },
  },
  refused: {
    date_past: "That day is past; please take today or later.",
    before_start: "The last day cannot be before the first.",
    unknown_order: "The order of the chosen towns could not be read; write their names, or leave it empty.",
    not_begun: "The day of the inspection has not come.",
    noted: "The same has been noted about this town already.",
    unvisited: "nothing was noted. If it was not visited, please say why under “Towns not visited”.",
  },
};

function brief(towns: string[]): string {
  return towns.length > NAMED ? `${towns[0]}等${towns.length}个单位` : towns.join("、");
}

function briefEn(towns: string[]): string {
  return towns.length > NAMED ? `${towns[0]} and ${towns.length - 1} more` : towns.join(", ");
}

export const visitWords = { "zh-CN": zh, en };
