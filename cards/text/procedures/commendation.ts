import type { commendation } from "../../../src/domain/oversight/commendation.ts";
import { listWords } from "./proposal-words.ts";
import type { WordsFor } from "./words.ts";

// Wording of a year's list of advanced counties.

const { "zh-CN": zhList, en: enList } = listWords;

const zh: WordsFor<typeof commendation> = {
  name: "先进县名单",
  said: { names: ["先进县", "表彰"], states: { adopted: ["已定", "已评"] } },
  title: ({ ref }) => `${ref}年度创建先进县`,
  newTitle: ({ ref }) => `提出${ref}年度先进县名单`,
  states: zhList.states,
  steps: {
    ...zhList.steps,
    propose: {
      ...zhList.propose,
      intro: "按办法，年度考核定为优秀的县（市、区）可列入；由领导决定，奖补另行办理。",
    },
    adopt: { button: "同意名单", done: "已决定，正在告知有关县。", log: "同意名单" },
  },
  fields: { counties: "列入的县（市、区）", reason: "提出的理由", decision: "决定意见" },
  refused: {
    not_frozen: "这一年度的考核结果还没有审定。",
    nobody: "按办法，这一年度没有应列入的县（市、区）。",
    moved: "这一年度的考核结果已有更正，请由市办按新的结果重新提出。",
    already: "这一年度的名单已经提出过。",
  },
};

const en: WordsFor<typeof commendation> = {
  name: "Advanced counties",
  said: { names: ["advanced counties"] },
  title: ({ ref }) => `Advanced counties of ${ref}`,
  newTitle: ({ ref }) => `Put the advanced counties of ${ref} forward`,
  states: enList.states,
  steps: {
    ...enList.steps,
    propose: {
      ...enList.propose,
      intro:
        "By the rule, counties graded excellent may be listed; a leader decides, and no award follows by itself.",
    },
    adopt: { button: "Agree to the list", done: "Decided; the counties are being told.", log: "Agreed" },
  },
  fields: { counties: "Counties to be listed", reason: "Why it is put forward", decision: "Decision" },
  refused: {
    not_frozen: "The assessment of this year is not frozen yet.",
    nobody: "By the rule no county is listed this year.",
    moved: "The assessment was corrected; the office puts the list forward anew.",
    already: "The list of this year was put forward already.",
  },
};

export const commendationWords = { "zh-CN": zh, en };
