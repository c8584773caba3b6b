import type { wording } from "../../../src/domain/question/wording.ts";
import { usedWords } from "./proposal-words.ts";
import type { WordsFor } from "./words.ts";

// Wording of words that are to be read as other words.

const { "zh-CN": zhUsed, en: enUsed } = usedWords;

const zh: WordsFor<typeof wording> = {
  name: "提法",
  said: { names: ["问法", "说法"] },
  title: ({ value }) => `“${value("said")}”按“${value("means")}”理解`,
  newTitle: () => "这句话按什么理解",
  states: zhUsed.states,
  steps: {
    ...zhUsed.steps,
    propose: {
      button: "提交",
      done: "已提交，请另一位同志确认后启用。",
      log: "提出",
      intro: "写出原话里没听懂的几个字，和它们的意思。只有原来听不懂的话才会这样理解。",
    },
    retire: { button: "停用", done: "已停用。", log: "停用" },
  },
  fields: { said: "原话里的字，如“花销”", means: "按这个意思理解，如“投资”" },
  logged: { said: "原话里的字", means: "按这个意思理解" },
  refused: {
    ...zhUsed.refused,
    short: "原话至少写两个字，一个字容易认错。",
    meaningless: "“按这个意思理解”里的话我也听不懂，请换一种说法，例如“投资”“谁还没报”。",
    understood: "这几个字我已经听得懂，不用另外登记。",
    already: "这句话已经有人提出，等待确认。",
  },
};

const en: WordsFor<typeof wording> = {
  name: "Wording",
  said: { begins: ["wording"] },
  title: ({ value }) => `“${value("said")}” read as “${value("means")}”`,
  newTitle: () => "What these words mean",
  states: enUsed.states,
  steps: {
    ...enUsed.steps,
    propose: {
      button: "Submit",
      done: "Submitted; it is used once a colleague confirms it.",
      log: "Proposed",
      intro:
        "Write the words that were not understood, and what they mean. Only a text that is not understood otherwise is read so.",
    },
    retire: { button: "Stop using it", done: "No longer used.", log: "Stopped" },
  },
  fields: { said: "The words, such as “spending”", means: "What they mean, such as “investment”" },
  logged: { said: "The words", means: "What they mean" },
  refused: {
    ...enUsed.refused,
    short: "Please give at least two characters; one is easily mistaken.",
    meaningless: "I do not understand the meaning either; please put it differently, such as “investment”.",
    understood: "I understand these words already.",
    already: "A proposal for these words is waiting to be confirmed.",
  },
};

export const wordingWords = { "zh-CN": zh, en };
