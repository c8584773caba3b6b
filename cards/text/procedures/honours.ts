import type { honours } from "../../../src/domain/oversight/honours.ts";
import { oversightText } from "../oversight.ts";
import { listWords } from "./proposal-words.ts";
import type { WordsFor } from "./words.ts";

// Wording of a quarter's red and black list.

const { "zh-CN": zhList, en: enList } = listWords;

const zh: WordsFor<typeof honours> = {
  name: "红黑榜",
  said: { begins: ["红榜", "黑榜"], states: { adopted: ["已定"] } },
  title: ({ value }) => `${value("quarter")}红黑榜`,
  states: zhList.states,
  steps: {
    ...zhList.steps,
    propose: {
      ...zhList.propose,
      intro: oversightText("zh-CN").rule,
    },
    adopt: {
      button: "同意名单",
      done: "已决定，正在分别告知有关单位。",
      log: "同意名单",
      intro: "同意后分别告知上榜的单位及所在县，只告知本单位的情况。请写明意见。",
    },
  },
  fields: {
    quarter: "季度",
    exempt: "因不可抗力免列的单位（选填）",
    cause: "不可抗力的原因",
    reason: "提出的理由",
    decision: "决定意见",
  },
  logged: { exempt: "免列单位" },
  refused: {
    no_ranking: "这个季度还没有发布排名。",
    nobody: "按办法，这个季度没有应列入的单位。",
    no_cause: "免列的单位，请写明不可抗力的原因。",
    no_exempt: "写了不可抗力的原因，请选择免列的单位。",
    moved: "这个季度的排名已有更正，请由市办按新的结果重新提出。",
    second_person: "由您提出的名单，须由另一位同志决定。",
    already: "这个季度的名单已经提出过。",
    not_yours: "名单由市办提出，由领导小组决定。",
  },
};

const en: WordsFor<typeof honours> = {
  name: "Red and black list",
  said: { begins: ["red and black lists"] },
  title: ({ value }) => `Red and black list of ${value("quarter")}`,
  states: enList.states,
  steps: {
    ...enList.steps,
    propose: {
      ...enList.propose,
      intro: oversightText("en").rule,
    },
    adopt: {
      button: "Agree to the list",
      done: "Decided; each place concerned is being told.",
      log: "Agreed",
      intro:
        "Each listed place and its county is then told, of that place alone. Please give the reason for the decision.",
    },
  },
  fields: {
    quarter: "Quarter",
    exempt: "Exempt for force majeure (optional)",
    cause: "What the force majeure was",
    reason: "Why it is put forward",
    decision: "Decision",
  },
  logged: { exempt: "Exempt" },
  refused: {
    no_ranking: "No ranking of this quarter is published yet.",
    nobody: "By the rule nobody is listed this quarter.",
    no_cause: "Please write what the force majeure was.",
    no_exempt: "A force majeure is given: please choose who is exempt.",
    moved: "The ranking of this quarter was corrected; the office puts the list forward anew.",
    second_person: "You put this list forward: somebody else decides on it.",
    already: "The list of this quarter was put forward already.",
    not_yours: "The office puts the list forward, a leader decides.",
  },
};

export const honoursWords = { "zh-CN": zh, en };
