import type { Locale } from "../../src/domain/programme/people.ts";

// What a report's cards say of its town's promises.

const zh = {
  asked: (n: number) => `**到期的承诺（${n}条）**：请说明是否兑现，县（市、区）会看到。`,
  offered: "下面的话说明了打算完成的时间，可以列为承诺，到时填报会问到；不点就不是承诺。",
  willBe: "**承诺**（审核通过后列入，到期的那个季度填报时会问是否兑现）",
  offer: (words: string) => `列为承诺：${words}`,
  made: (words: string, quarter: string) => `“${words}”（${quarter}）`,
  line: (words: string, quarter: string, state: string) => `“${words}”（${quarter}）：**${state}**`,
  reason: (why: string) => `，${why}`,
  ofTown: "**承诺**",
  keep: "报告已兑现",
  otherwise: "说明未兑现或延后",
  more: (n: number) => `另有${n}条，见“我的任务”。`,
};

export type PromiseText = typeof zh;

const en: PromiseText = {
  asked: (n) =>
    `**Promises due (${n})**: please say whether ${n === 1 ? "it was" : "they were"} kept; the county will see it.`,
  offered:
    "These words say what is aimed at by when; they can be made promises that a later report asks about. Untapped they are none.",
  willBe:
    "**Promises** (once the report is approved; the report of their quarter asks whether they were kept)",
  offer: (words) => `Promise: ${words}`,
  made: (words, quarter) => `“${words}” (${quarter})`,
  line: (words, quarter, state) => `“${words}” (${quarter}): **${state}**`,
  reason: (why) => `, ${why}`,
  ofTown: "**Promises**",
  keep: "Report it kept",
  otherwise: "Say why not, or put off",
  more: (n) => `${n} more under “My tasks”.`,
};

export function promiseText(locale: Locale): PromiseText {
  return locale === "en" ? en : zh;
}
