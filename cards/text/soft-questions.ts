import type { Locale } from "../../src/domain/programme/people.ts";

// Wording around the soft questions about saved figures, asked once.

const zh = {
  intro: "数已保存。以下几处可能需要解释，写一句即可，也可以不写；说明会附在数后供审核人参考。",
  send: "提交说明",
  introBeforeSubmit:
    "数已保存，还没有提交审核。以下几处可能需要解释，写一句即可，也可以不写；说明会附在数后供审核人参考。",
  submit: "提交审核",
  submitLater: "先不提交，返回总览",
  later: "稍后再说",
  laterNext: (next: string) => `稍后再说，填下一项：${next}`,
  answerTo: (n: number, topic: string) => `${n}. 说明：${topic}（可不填）`,
};

const en: typeof zh = {
  intro:
    "Your figures are saved. A word on the following may help, one sentence is enough, none is fine too; it stands beside the figure for the reviewer.",
  send: "Send",
  introBeforeSubmit:
    "Your figures are saved, but not yet submitted. A word on the following may help, one sentence is enough, none is fine too; it stands beside the figure for the reviewer.",
  submit: "Submit for review",
  submitLater: "Not yet, back to the overview",
  later: "Later",
  laterNext: (next) => `Later, on to ${next}`,
  answerTo: (n, topic) => `${n}. ${topic} (optional)`,
};

export const SOFT_QUESTIONS_TEXT: Record<Locale, typeof zh> = { "zh-CN": zh, en };
