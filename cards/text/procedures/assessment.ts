import type { assessment } from "../../../src/domain/procedure/assessment.ts";
import type { WordsFor } from "./words.ts";

// Wording of one place's annual assessment.

const zh: WordsFor<typeof assessment> = {
  name: "单位年度考核",
  said: { names: ["自评", "考核"], states: { submitted: ["已提交"] } },
  title: ({ town, ref }) => `${town}：${ref}年年度考核`,
  states: { open: "待县级自评", submitted: "已自评", draft: "征求意见", frozen: "已核定" },
  steps: {
    open: { button: "请县级自评", done: "已请县级自评。", log: "请县级自评" },
    assess: {
      button: "提交自评",
      done: "自评已提交。",
      log: "县级自评",
      intro: "只写一年来的主要做法、成效和不足；已有的数据不用再报。须有自评材料。",
    },
    reassess: { button: "修改自评", done: "自评已修改。", log: "修改自评" },
    return: { button: "退回补充", done: "已退回。", log: "退回补充" },
    draft: { button: "征求意见", done: "已发出。", log: "拟定结果，征求意见" },
    object: { button: "提出异议", done: "已提交，市办将答复。", log: "提出异议" },
    accept: {
      button: "采纳",
      done: "已答复。",
      log: "答复：采纳",
      intro: "采纳的，请同时改正年末考评或季度得分，核定时按改正后的计算。",
    },
    reject: { button: "不采纳", done: "已答复。", log: "答复：不采纳" },
    freeze: { button: "核定", done: "已核定。", log: "结果核定" },
    correct: { button: "更正", done: "已更正。", log: "结果更正" },
  },
  fields: {
    self: "自评分（0至100，供参考）",
    did: "主要做法和成效",
    lacks: "存在不足和下步打算",
    why: "原因",
    text: "异议和依据",
    answer: "答复",
  },
  logged: { self: "自评分（百分制）" },
  refused: {
    objections_over: "提出异议的期限已过。如有错误，请联系市办更正。",
    no_evidence: "还没有收到自评材料，请先回复本卡片发来。",
    not_given: "这一步在“年度考核”里统一办理。",
    pending: "前一项异议还在等待答复。",
    not_yours: "这一步不由您办理：自评由县级审核人提交。",
  },
};

const en: WordsFor<typeof assessment> = {
  name: "Place's annual assessment",
  said: { names: ["self-assessment", "assessment"] },
  title: ({ town, ref }) => `${town}: annual assessment ${ref}`,
  states: {
    open: "To be assessed by the county",
    submitted: "Assessed by the county",
    draft: "Open to objections",
    frozen: "Settled",
  },
  steps: {
    open: { button: "Ask the county", done: "The county is asked.", log: "County asked" },
    assess: {
      button: "Send the self-assessment",
      done: "Sent.",
      log: "Self-assessment",
      intro:
        "What was done this year, what came of it and what is lacking; known figures are not asked for. Its files are needed.",
    },
    reassess: { button: "Change it", done: "Changed.", log: "Self-assessment changed" },
    return: { button: "Ask for more", done: "Sent back.", log: "Asked for more" },
    draft: { button: "Draft", done: "Sent.", log: "Drafted" },
    object: { button: "Object", done: "Sent; the office answers.", log: "Objected" },
    accept: {
      button: "Accept",
      done: "Answered.",
      log: "Answered: accepted",
      intro: "Please also mend the appraisal or the quarter: the settled result is computed from them.",
    },
    reject: { button: "Do not accept", done: "Answered.", log: "Answered: not accepted" },
    freeze: { button: "Settle", done: "Settled.", log: "Settled" },
    correct: { button: "Correct", done: "Corrected.", log: "Corrected" },
  },
  fields: {
    self: "Own score (0 to 100, for information)",
    did: "What was done and came of it",
    lacks: "What is lacking, and what comes next",
    why: "Why",
    text: "Objection and evidence",
    answer: "Answer",
  },
  logged: { self: "Own score (of 100)" },
  refused: {
    objections_over: "The time for objections is over. If something is wrong, please ask the city office.",
    no_evidence: "No file has arrived yet; please reply to this card with it first.",
    not_given: "This step is taken for all at once, with the year's assessment.",
    pending: "An objection still waits for its answer.",
    not_yours: "This step is not yours: the county reviewer assesses.",
  },
};

export const assessmentWords = { "zh-CN": zh, en };
