import type { Locale } from "../../src/domain/programme/people.ts";
import { counted } from "./counted.ts";

// Wording about items that came due and were not looked at. `cost`: what leaving them costs (pointsLost), or "".

const zh = {
  inArea: (items: string, cost: string) => `本季新到期：${items}${cost === "" ? "" : `，未填按0计，${cost}`}`,
  inAll: (n: number, cost: string) => `本季新到期 ${n} 项${cost === "" ? "" : `，未填按0计，合计${cost}`}`,
  andOthers: (items: string, n: number) => `${items}等${n}项`,
  ready: (n: number, cost: string) =>
    `可以提交审核；新到期的 ${n} 项还没有填，提交后按0计${cost === "" ? "" : `，${cost}`}。`,
  leaveTitle: "新到期的项还没有填",
  leaveText: (n: number, cost: string) =>
    `有 ${n} 项本季新到期，没有填写，提交后按0计${cost === "" ? "" : `，${cost}`}。仍要提交？`,
};

export type NewlyDueText = typeof zh;

const en: NewlyDueText = {
  inArea: (items, cost) =>
    `newly due this quarter: ${items}${cost === "" ? "" : `; left empty it counts 0, ${cost}`}`,
  inAll: (n, cost) =>
    `${counted(n, "item")} newly due this quarter${cost === "" ? "" : `; left empty ${n === 1 ? "it counts" : "they count"} 0, ${cost} together`}`,
  andOthers: (items, n) => `${items} and others, ${n} in all`,
  ready: (n, cost) =>
    `It can be submitted; newly due and still empty: ${n}, counting 0${cost === "" ? "" : `, ${cost}`}.`,
  leaveTitle: "Newly due items are empty",
  leaveText: (n, cost) =>
    `Newly due this quarter and empty: ${n}. Submitted like this, they count 0${cost === "" ? "" : `, ${cost}`}. Submit all the same?`,
};

export const NEWLY_DUE_TEXT: Record<Locale, NewlyDueText> = { "zh-CN": zh, en };
