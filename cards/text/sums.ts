import type { Locale } from "../../src/domain/programme/people.ts";

// Wording about sums given in several ways: derivations, and the question when two disagree.

const zh = {
  /** What a derived sum comes from, shown beside it. */
  derived: {
    cumulative: "按累计推算",
    quarter: "按本季度推算",
    sources: "按资金来源合计",
    ledger: "按建设内容台账",
  },
  derivedSum: (note: string, amount: string) => `${note} ${amount}`,
  noted: (value: string, note: string) => `${value}（${note}）`,
  way: {
    cumulative: "累计投资",
    quarter: "按本季度推算的累计",
    sources: "资金来源合计",
  },
  apart: (one: string, a: string, other: string, b: string, gap: string) =>
    `${one} ${a}，${other} ${b}，相差 ${gap}`,
  toast: (apart: string) => `已留作草稿：${apart}。请核对哪个对。`,
  question: (apart: string) => `**${apart}。哪个对？** 请按一个，或者直接改下面的一栏再保存。`,
  lastQuarters: "资金来源还是上季度的数。",
  right: (way: string, amount: string) => `${way} ${amount} 对`,
  noSources: (sum: string) => `**资金来源还没有填。** 请填上各项来源，合计应为 ${sum}。`,
  mendSources: (way: string, sum: string, total: string, gap: string) =>
    `**以${way} ${sum} 为准。** 资金来源合计 ${total}，相差 ${gap}，请改下面的资金来源，改好再保存。`,
  mendNotice: (way: string, sum: string, total: string, gap: string) =>
    `以${way} ${sum} 为准；资金来源合计 ${total}，相差 ${gap}，请改资金来源。`,
  missing: {
    sourcesLess: (gap: string) => `资金来源合计比累计投资少 ${gap}`,
    sourcesMore: (gap: string) => `资金来源合计比累计投资多 ${gap}`,
    quarter: (gap: string) => `累计投资与按本季度推算的相差 ${gap}`,
  },
  /** On the button to a section whose sums disagree. */
  check: "核对合计",
  backTo: (section: string, why: string) => `保存，回到${section}：${why}`,
  follows: "写入后随之变动：",
  willAsk: (apart: string) => `写入后还要请您核对：${apart}。`,
};

const en: typeof zh = {
  derived: {
    cumulative: "by the sum invested",
    quarter: "by this quarter's figure",
    sources: "total of the sources",
    ledger: "by the works ledger",
  },
  derivedSum: (note, amount) => `${note} ${amount}`,
  noted: (value, note) => `${value} (${note})`,
  way: {
    cumulative: "the sum invested",
    quarter: "the sum by this quarter's figure",
    sources: "the sources' total",
  },
  apart: (one, a, other, b, gap) => `${one} is ${a}, ${other} is ${b}: ${gap} apart`,
  toast: (apart) => `Kept as a draft: ${apart}. Please check which is right.`,
  question: (apart) => `**${apart}. Which is right?** Press one, or change a box below and save.`,
  lastQuarters: "The sources are still last quarter's.",
  right: (way, amount) => `Right: ${way}, ${amount}`,
  noSources: (sum) =>
    `**The sources have not been given yet.** Please fill them in; they should add up to ${sum}.`,
  mendSources: (way, sum, total, gap) =>
    `**Taken as right: ${way}, ${sum}.** The sources add up to ${total}, ${gap} apart; please change the sources below and save.`,
  mendNotice: (way, sum, total, gap) =>
    `Taken as right: ${way}, ${sum}. The sources add up to ${total}, ${gap} apart; please change the sources.`,
  missing: {
    sourcesLess: (gap) => `the sources are ${gap} short of the sum invested`,
    sourcesMore: (gap) => `the sources are ${gap} above the sum invested`,
    quarter: (gap) => `the sum invested and this quarter's figure are ${gap} apart`,
  },
  check: "Check the sums",
  backTo: (section, why) => `Save, back to ${section}: ${why}`,
  follows: "This follows when it is saved:",
  willAsk: (apart) => `Once saved you will be asked to check: ${apart}.`,
};

export const SUMS_TEXT: Record<Locale, typeof zh> = { "zh-CN": zh, en };
