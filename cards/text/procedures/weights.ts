import type { weights } from "../../../src/domain/procedure/weights.ts";
import type { WordsFor } from "./words.ts";

// Wording of a proposal for other weights, made by one person of the office and adopted by another.

const zh: WordsFor<typeof weights> = {
  name: "权重提议",
  said: { names: ["权重"] },
  title: ({ value }) => `评分权重 ${value("version")}`,
  states: { proposed: "待另一位同志采用", adopted: "已采用", dropped: "未采用" },
  steps: {
    propose: {
      button: "提议采用",
      done: "已提议，等待另一位同志采用。",
      log: "提议",
      confirm: {
        title: "提议采用这组权重？",
        text: "将发给市办其他同志，须另一位同志采用后生效；已公布（含暂定）的季度不受影响，提议和采用都留有记录。",
      },
    },
    adopt: {
      button: "采用",
      done: "已采用，从下一个公布得分的季度起使用。",
      log: "采用",
      confirm: {
        title: "采用这组权重？",
        text: "采用后从下一个公布得分的季度起使用，与之前季度的得分不再直接相减；已公布（含暂定）的季度保持原办法。",
      },
    },
    drop: { button: "不采用", done: "已办结，仍用现行办法。", log: "不采用" },
    withdraw: { button: "撤回", done: "已撤回，仍用现行办法。", log: "撤回" },
  },
  fields: {},
  refused: {
    unchanged: "权重与现行办法相同，没有改动。",
    already: "已有一份提议等待另一位同志决定，请先办结。",
    second_person: "须由另一位同志采用，您可以撤回。",
    wrong_state: "这份提议已经办结。",
    not_yours: "这一步由市办办理。",
  },
};

const en: WordsFor<typeof weights> = {
  name: "Weights proposed",
  title: ({ value }) => `Weights ${value("version")}`,
  states: { proposed: "Waiting for a second colleague", adopted: "Adopted", dropped: "Not adopted" },
  steps: {
    propose: {
      button: "Propose these weights",
      done: "Proposed; a second colleague has to adopt them.",
      log: "Proposed",
      confirm: {
        title: "Propose these weights?",
        text: "The other colleagues of the office are asked; a second one has to adopt them. Quarters already shown, provisionally too, keep theirs. Both steps are recorded.",
      },
    },
    adopt: {
      button: "Adopt",
      done: "Adopted from the next quarter whose scores are shown.",
      log: "Adopted",
      confirm: {
        title: "Adopt these weights?",
        text: "Once adopted they hold from the next quarter whose scores are shown; scores are then not subtracted from earlier ones. Quarters already shown, provisionally too, keep theirs.",
      },
    },
    drop: { button: "Do not adopt", done: "Settled; the present weights stay.", log: "Not adopted" },
    withdraw: { button: "Withdraw", done: "Withdrawn; the present weights stay.", log: "Withdrawn" },
  },
  fields: {},
  refused: {
    unchanged: "These are the weights in force.",
    already: "Another proposal is waiting for a second colleague; please settle that one first.",
    second_person: "Another colleague has to adopt them; you may withdraw them.",
    wrong_state: "This proposal has been settled.",
    not_yours: "This step is up to the city office.",
  },
};

export const weightsWords = { "zh-CN": zh, en };
