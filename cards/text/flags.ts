import type { Locale } from "../../src/domain/programme/people.ts";
import type { FlagKind } from "../../src/domain/report/soft-checks.ts";

// Wording of the soft checks: the finding, the question, and the label of the answer's input. Never an accusation,
// since most unusual figures have a good reason.

export type FlagText = Record<FlagKind, { topic: string; fact: string; ask: string }>;

const zh: FlagText = {
  jump: {
    topic: "本季度投资变化",
    fact: "本季度投资 {increment}，以往各季度一般在 {median} 上下",
    ask: "方便说明变化的原因吗？例如集中开工、集中结算。",
  },
  stagnation: {
    topic: "累计投资未变",
    fact: "累计投资 {cumulative}，与上季度相同",
    ask: "本季度是否没有新增投资？如有遗漏可以补填。",
  },
  copied_words: {
    topic: "工作进展",
    fact: "“{section}”的工作进展与上季度文字基本相同",
    ask: "本季度如有新情况，欢迎补充。",
  },
  cliff: {
    topic: "本季度投资占比",
    fact: "本季度投资 {increment}，占年计划的 {share}",
    ask: "是否为集中结算或补记以前季度？",
  },
  two_ledgers: {
    topic: "投资与形象进度",
    fact: "投资完成序时计划的 {money}，形象进度完成计划的 {site}，两者相差较多",
    ask: "方便说明吗？例如先施工后结算。",
  },
  backwards: {
    topic: "进度变化",
    fact: "“{name}”上季度 {before}，本季度 {now}",
    ask: "是否为更正以前的数？",
  },
  round_numbers: {
    topic: "整数较多",
    fact: "{n} 个数中有 {k} 个以 0 或 5 结尾",
    ask: "如为约数，可按账面填到小数；确是整数，说明一声即可。",
  },
  plan_changed: {
    topic: "年计划调整",
    fact: "年计划投资由 {before} 改为 {plan}",
    ask: "请说明调整依据，例如批复文件。",
  },
  estimate: {
    topic: "约数",
    fact: "“{name}”按约数填写",
    ask: "如已有准确数可以改填；暂时没有，请说明何时可定。",
  },
};

const en: FlagText = {
  jump: {
    topic: "Change in this quarter's investment",
    fact: "This quarter's investment is {increment}; earlier quarters were about {median}",
    ask: "Could you say what changed, such as works starting or bills settled together?",
  },
  stagnation: {
    topic: "Sum invested unchanged",
    fact: "The sum invested is {cumulative}, the same as last quarter",
    ask: "Was nothing invested this quarter? If something was left out, you can still add it.",
  },
  copied_words: {
    topic: "Progress",
    fact: "The progress of “{section}” reads much like last quarter's",
    ask: "If there is news this quarter, please add it.",
  },
  cliff: {
    topic: "Share of the year in one quarter",
    fact: "This quarter's investment is {increment}, {share} of the year plan",
    ask: "Were bills settled together, or earlier quarters caught up?",
  },
  two_ledgers: {
    topic: "Money and works",
    fact: "Investment stands at {money} of what is due, image progress at {site} of plan, which is far apart",
    ask: "Could you say why, such as works done before they are paid?",
  },
  backwards: {
    topic: "Change in progress",
    fact: "“{name}” was {before} last quarter and is {now} now",
    ask: "Is this a correction of an earlier figure?",
  },
  round_numbers: {
    topic: "Round figures",
    fact: "{k} of {n} figures end in 0 or 5",
    ask: "If they are estimates, the books' decimals are welcome; if they are exact, just say so.",
  },
  plan_changed: {
    topic: "Year plan changed",
    fact: "The year plan changed from {before} to {plan}",
    ask: "Please name the ground for it, such as an approval.",
  },
  estimate: {
    topic: "Estimate",
    fact: "“{name}” was given as an estimate",
    ask: "If the exact figure is known, please put it in; otherwise say when it will be.",
  },
};

export const FLAG_TEXT: Record<Locale, FlagText> = { "zh-CN": zh, en };
