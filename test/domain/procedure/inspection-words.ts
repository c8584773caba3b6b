import type { WordsFor } from "../../../cards/text/procedures/words.ts";
import type { inspection } from "./inspection.ts";

const words: WordsFor<typeof inspection> = {
  name: "督查整改",
  title: ({ town, value }) => `${town}整改：${value("finding")}`,
  states: { found: "待下达整改", rectifying: "整改中", reported: "待回头看", closed: "已销号" },
  steps: {
    find: { button: "提交问题", done: "已记录。", log: "发现问题" },
    order: { button: "下达整改", done: "已下达。", log: "下达整改" },
    report: { button: "报告整改", done: "已报告。", log: "报告整改" },
    reject: { button: "退回", done: "已退回。", log: "退回" },
    close: { button: "销号", done: "已销号。", log: "销号" },
  },
  fields: { finding: "问题", until: "整改期限", done: "整改情况", area: "面积", why: "原因" },
  refused: { nothing_done: "面积为 0，没有整改。" },
};

export const inspectionWords = { "zh-CN": words, en: words };
