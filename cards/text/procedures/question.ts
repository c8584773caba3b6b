import type { question } from "../../../src/domain/procedure/question.ts";
import { brief } from "../brief.ts";
import type { WordsFor } from "./words.ts";

// Wording of a question to a town about a digest row.

const zh: WordsFor<typeof question> = {
  name: "询问",
  said: { names: ["领导问", "问的问题"], begins: ["问"], states: { answered: ["已反馈", "已回复", "已回"] } },
  title: ({ town, value }) => `询问${town}：${withoutGreeting(value("question"))}`,
  newTitle: ({ town }) => `询问${town}`,
  back: "看周报",
  states: { asked: "待答复", answered: "已答复" },
  steps: {
    ask: {
      button: "发送询问",
      done: "已提交，镇上答复后会告诉您。",
      log: "询问",
      intro: "将私下发给镇上的填报人，答复私下告诉您；未答复前不会重复询问。",
    },
    answer: {
      button: "提交答复",
      done: "已答复，谢谢。",
      log: "答复",
      intro: "一两句话即可，也可以直接回复这条消息作答。",
    },
  },
  fields: { question: "问题（可以修改）", answer: "答复" },
  logged: { question: "问题" },
  refused: {
    nobody: "这个单位在人员名单里还没有填报人，问题没有人能收到，请市办先补充名单。",
    empty: "请写明内容。",
    too_long: "内容过长，请写得简短一些。",
    already: "这件事已经问过，还没有答复。",
    wrong_state: "这条询问已经答复过。",
  },
};

const en: WordsFor<typeof question> = {
  name: "Question",
  said: { begins: ["ask"] },
  title: ({ town, value }) => `A question to ${town}: ${withoutGreeting(value("question"))}`,
  newTitle: ({ town }) => `Ask ${town}`,
  back: "See the digest",
  states: { asked: "To be answered", answered: "Answered" },
  steps: {
    ask: {
      button: "Send the question",
      done: "Sent; you are told when the town answers.",
      log: "Asked",
      intro:
        "It goes to the town’s officials in private, and the answer to you in private. It is not asked again while unanswered.",
    },
    answer: {
      button: "Send the answer",
      done: "Answered, thank you.",
      log: "Answered",
      intro: "A sentence or two will do; you may also answer by replying to this message.",
    },
  },
  fields: { question: "Question (you may change it)", answer: "Answer" },
  logged: { question: "Question" },
  refused: {
    nobody:
      "No official of this place is on the roster, so nobody would receive it; please ask the city office.",
    empty: "Please write something.",
    too_long: "Please make it shorter.",
    already: "This has been asked and not been answered yet.",
    wrong_state: "This question has been answered.",
  },
};

/** The beginning of a question without its salutation. */
function withoutGreeting(words: string): string {
  return brief(words.replace(/^(您好，(请问)?|Hello, )/, ""));
}

export const questionWords = { "zh-CN": zh, en };
