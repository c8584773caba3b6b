import type { ObjectionRefusal } from "../../src/domain/objection.ts";
import type { Locale } from "../../src/domain/people.ts";

// The words around objections: a town asks, the office answers, everyone may read both.

const refusedZh: Record<ObjectionRefusal, string> = {
  not_yours: "这一步不由您办理。",
  not_provisional: "本季度还没有公布暂定得分。",
  window_closed: "提出异议的时间已过。如有数据错误，请联系市办更正。",
  empty: "请写明理由。",
  too_long: "内容过长，请控制在500字以内。",
  answered: "这条异议已经答复过。",
  already: "这项指标已经提过异议，请等待答复。",
};

const zh = {
  provisional: "暂定得分",
  untilWhen: (moment: string) =>
    `以下为**暂定**得分，尚未发布。如有异议，请在 **${moment}** 前提出，市办逐条答复，答复对各镇公开。`,
  object: "提出异议",
  formTitle: (town: string, period: string) => `${town} · ${period}：提出异议`,
  whichIndicator: "对哪一项有异议？",
  other: "其他",
  reason: "理由和依据",
  objectMore: "对其他项提出异议",
  send: "提交异议",
  raised: "已提交，市办将逐条答复。",
  answerTitle: "一条待答复的异议",
  openToAll: "答复将对各镇公开，请写明依据。采纳后如需改动数据，请退回相应格子，由镇上补正后再发布。",
  answer: "答复",
  accept: "采纳",
  reject: "不采纳",
  answered: "已答复，正在发给各镇。",
  reopen: "退回相应格子",
  back: "返回进度",
  waitingTitle: "异议已收到",
  waiting: "等待市办答复。",
  answeredTitle: "异议已答复",
  newsTitle: "异议及答复",
  asked: (town: string, about: string, when: string) => `**${town}**对“${about}”提出异议（${when}）：`,
  accepted: "采纳",
  rejected: "不采纳",
  fallback: "有一条异议的卡片没有发出来，请联系市办。",
  refused: refusedZh,
};

export type ObjectionText = typeof zh;

const en: ObjectionText = {
  provisional: "Provisional",
  untilWhen: (moment) =>
    `These points are **provisional** and not yet published. Objections are taken until **${moment}**; the office answers each one, and all towns see the answers.`,
  object: "Object",
  formTitle: (town, period) => `${town} · ${period}: an objection`,
  whichIndicator: "Which indicator is it about?",
  other: "Other",
  reason: "Reason and evidence",
  objectMore: "Object to something else",
  send: "Send the objection",
  raised: "Sent. The office answers each objection.",
  answerTitle: "An objection to answer",
  openToAll:
    "All towns will see the answer; please give the evidence. If a figure has to change, return its cell for the town to mend before publishing.",
  answer: "Answer",
  accept: "Accept",
  reject: "Do not accept",
  answered: "Answered; the towns are being told.",
  reopen: "Return the cells concerned",
  back: "Back to progress",
  waitingTitle: "Objection received",
  waiting: "Waiting for the city office.",
  answeredTitle: "Objection answered",
  newsTitle: "An objection and its answer",
  asked: (town, about, when) => `**${town}** objected to “${about}” (${when}):`,
  accepted: "Accepted",
  rejected: "Not accepted",
  fallback: "The card of an objection could not be sent; please contact the city office.",
  refused: {
    not_yours: "This step is not yours to take.",
    not_provisional: "No provisional scores have been announced this quarter.",
    window_closed:
      "The time for objections is over. If a figure is wrong, please ask the city office to correct it.",
    empty: "Please give a reason.",
    too_long: "Please keep it to 500 characters.",
    answered: "This objection has been answered.",
    already: "This indicator has been objected to already; please wait for the answer.",
  },
};

export function objectionText(locale: Locale): ObjectionText {
  return locale === "en" ? en : zh;
}
