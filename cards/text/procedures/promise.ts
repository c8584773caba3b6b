import type { promise } from "../../../src/domain/procedure/promise.ts";
import { brief } from "../brief.ts";
import type { WordsFor } from "./words.ts";

// Wording of promises: a sentence of a report that its town stands by, and what became of it.

const zh: WordsFor<typeof promise> = {
  name: "承诺",
  said: { names: ["承诺", "答应"] },
  title: ({ town, value }) => `${town}承诺：${brief(value("text"))}`,
  states: { open: "待兑现", kept: "已兑现", missed: "未兑现", withdrawn: "已撤回" },
  steps: {
    make: { button: "列为承诺", done: "已列为承诺，到期的那个季度填报时会问到。", log: "列为承诺" },
    said: { button: "列为承诺", done: "已列为承诺。", log: "随填报通过审核列为承诺" },
    unsaid: { button: "不再列为承诺", done: "已不再列为承诺。", log: "填报已不再这样写，随审核撤回" },
    keep: { button: "报告已兑现", done: "已记为兑现。", log: "已兑现" },
    miss: {
      button: "说明未兑现",
      done: "已记为未兑现，原因县里可以看到。",
      log: "未兑现",
      intro: "请写明没有兑现的原因，县（市、区）会看到。",
    },
    put_off: {
      button: "延后兑现",
      done: "已延后，到那个季度填报时再问。",
      log: "延后",
      intro: "请写明延后到哪个季度、为什么，县（市、区）会看到。",
    },
    withdraw: {
      button: "撤回承诺",
      done: "已撤回。",
      log: "撤回承诺",
      intro: "列错了可以撤回，请写明原因，县（市、区）会看到。",
    },
  },
  fields: { reason: "原因", until: "延后到哪个季度？" },
  logged: { until: "延后到" },
  refused: {
    not_said: "填报里的这句话已经改过，请看最新的填报卡。",
    already: "这句话已经列为承诺。",
    wrong_state: "这条承诺已经有了结果。",
  },
};

const en: WordsFor<typeof promise> = {
  name: "Promise",
  said: { names: ["promise", "promises"] },
  title: ({ town, value }) => `${town} promised: ${brief(value("text"))}`,
  states: { open: "To be kept", kept: "Kept", missed: "Not kept", withdrawn: "Taken back" },
  steps: {
    make: {
      button: "Make it a promise",
      done: "Noted; the report of that quarter asks about it.",
      log: "Promised",
    },
    said: {
      button: "Make it a promise",
      done: "Noted as a promise.",
      log: "Promised, with the report's approval",
    },
    unsaid: {
      button: "No promise any more",
      done: "No promise any more.",
      log: "Its report says it no more",
    },
    keep: { button: "Report it kept", done: "Noted as kept.", log: "Kept" },
    miss: {
      button: "Say why it was not",
      done: "Noted as not kept; the county can read why.",
      log: "Not kept",
      intro: "Please say why it was not kept; the county will read it.",
    },
    put_off: {
      button: "Put off",
      done: "Put off; it is asked again in that quarter.",
      log: "Put off",
      intro: "Please say to which quarter it is put off, and why; the county will read it.",
    },
    withdraw: {
      button: "Take it back",
      done: "Taken back.",
      log: "Taken back",
      intro: "If it was noted by mistake, take it back with the reason; the county will read it.",
    },
  },
  fields: { reason: "Reason", until: "To which quarter?" },
  logged: { until: "Put off to" },
  refused: {
    not_said: "The report no longer says this; please look at its newest card.",
    already: "This is a promise already.",
    wrong_state: "This promise has been answered.",
  },
};

export const promiseWords = { "zh-CN": zh, en };
