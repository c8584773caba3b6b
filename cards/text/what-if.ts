import type { Locale } from "../../src/domain/programme/people.ts";
import { cny } from "./cny.ts";

// Wording of 还差多少. Estimates are always called estimates.

const zh = {
  title: {
    place: (town: string, n: number) => `${town}怎样到第${n}名`,
    town: (town: string, other: string) => `${town}怎样追平${other}`,
    added: (town: string, amount: string) => `${town}再完成投资${amount}万元`,
  },
  added: (rank: string, score: string) => `约可到**${rank}**，得分约 **${score}**。`,
  capped: (counted: string) => `其中只有${counted}万元还能加分，超出部分已到该项上限。`,
  estimateTag: "估算",
  byPublished: (period: string) => `按**${period}已发布**的数据**估算**，其他单位原地不动。`,
  standing: (score: string, rank: string) => `目前 **${score}** 分，${rank}`,
  gapTo: (target: string, gap: string) => `，离${target}还差 **${gap}** 分。`,
  target: (rank: string, name: string) => `${rank}${name}`,
  only: (part: string) => `**只靠${part}**：`,
  moreMoney: (more: string, from: string, to: string, share: string) =>
    `再完成约 **${more}** 万元（累计由${from}万元到${to}万元，为应完成数的${share}）。`,
  moreProgress: (more: string, from: string, to: string) =>
    `再提高约 **${more}** 个百分点（由${from}到${to}）。`,
  due: { investment: "应完成数", image: "计划进度" },
  overCap: (due: string, share: string, cap: string) =>
    `要达到${due}的${share}，计分最多计到${cap}，只靠这一项追不上。`,
  over100: "要超过100%，只靠这一项追不上。",
  together: (items: string[]) => `两项一起提高可以追平：${items.join("，")}。`,
  room: (part: string, points: string) => `${part}最多还能得${points}分`,
  notEnough: (short: string, figures: number) =>
    `${figures > 1 ? "这两项都" : "这一项"}做到计分上限，也还差约${short}分，要靠其他指标。`,
  zeroed: (parts: string[]) => `${parts.join("、")}经核实为不实数据，本季度按0分计，不列入估算。`,
  notCounted: "这几项目前不计入得分，无法按投资和形象进度估算。",
  already: {
    place: (now: string, n: number) => `${now}，已经在前${n}名之内。`,
    town: (now: string, name: string) => `${now}，得分已经不低于${name}。`,
  },
  nextPlace: (target: string, ways: string[]) =>
    `**最近的一步**（估算，其他单位原地不动）：${ways.join("，或")}，即可追平${target}。`,
  nextTogether: (target: string) =>
    `**最近的一步**（估算，其他单位原地不动）：投资和形象进度一起提高，可以追平${target}。`,
  nextOther: (target: string) =>
    `**最近的一步**（估算，其他单位原地不动）：只靠投资和形象进度还追不上${target}，要从失分较多的其他指标补上。`,
  shortMoney: (part: string, more: string) => `${part}再多约${more}万元`,
  shortProgress: (part: string, more: string) => `${part}再高约${more}个百分点`,
  caveat: "估算只变动所说的一项，其他指标、报送时间和审核结果都按现在的算；得分相同即名次并列。",
  refused: {
    unknown_town: (town: string) => `这一季度的排名里没有${town}。`,
    same_town: (town: string) => `问的是${town}自己，换一个单位再问一次即可。`,
    not_scored: (town: string) => `${town}这一季度没有得分，无法估算。`,
    target_not_scored: (_: string) => "对方这一季度没有得分，无法估算。",
    no_such_place: (_: string) => "参加排名的单位没有这么多，换一个名次再问一次即可。",
  },
};

export type WhatIfText = typeof zh;

const en: WhatIfText = {
  title: {
    place: (town, n) => `What would bring ${town} to rank ${n}`,
    town: (town, other) => `What would bring ${town} level with ${other}`,
    added: (town, amount) => `${town} with ${cny(amount)} more invested`,
  },
  added: (rank, score) => `About rank **${rank}**, with a score of about **${score}**.`,
  capped: (counted) => `Only ${cny(counted)} of it would still bring points: the cap is reached.`,
  estimateTag: "Estimate",
  byPublished: (period) =>
    `An **estimate** from the **published figures of ${period}**, the others standing still.`,
  standing: (score, rank) => `Now at **${score}**, rank ${rank}`,
  gapTo: (target, gap) => `, **${gap}** points from ${target}.`,
  target: (rank, name) => (name === "" ? `rank ${rank}` : `${name} at rank ${rank}`),
  only: (part) => `**${part} alone**: `,
  moreMoney: (more, from, to, share) =>
    `about **${cny(more)}** more (from ${cny(from)} to ${cny(to)}, ${share} of what is due).`,
  moreProgress: (more, from, to) => `about **${more}** percentage points more (from ${from} to ${to}).`,
  due: { investment: "what is due", image: "what is planned" },
  overCap: (due, share, cap) =>
    `${share} of ${due} would be needed and at most ${cap} counts, so it is not enough.`,
  over100: "more than 100% would be needed, so it is not enough.",
  together: (items) => `Both together can do it: ${items.join(", ")}.`,
  room: (part, points) => `${part} can still bring ${points}`,
  notEnough: (short, figures) =>
    `With ${figures > 1 ? "both at their caps" : "this one at its cap"} about ${short} points are still missing: other indicators have to help.`,
  zeroed: (parts) =>
    `${parts.join(" and ")}: found misreported and counted as 0 this quarter, so not part of the estimate.`,
  notCounted:
    "Investment and image progress do not count for this place now, so there is no estimate by them.",
  already: {
    place: (now, n) => `${now}: within the first ${n} already.`,
    town: (now, name) => `${now}: not below ${name} already.`,
  },
  nextPlace: (target, ways) =>
    `**The nearest step** (an estimate, the others standing still): ${ways.join(", or ")} would draw level with ${target}.`,
  nextTogether: (target) =>
    `**The nearest step** (an estimate, the others standing still): investment and progress together could draw level with ${target}.`,
  nextOther: (target) =>
    `**The nearest step** (an estimate, the others standing still): investment and progress alone do not reach ${target}; the other indicators that lost points have to.`,
  shortMoney: (part, more) => `about ${cny(more)} more on ${part}`,
  shortProgress: (part, more) => `about ${more} percentage points more on ${part}`,
  caveat:
    "The estimate moves only the figure named; other indicators, timeliness and reviews stay as they are. The same score shares the rank.",
  refused: {
    unknown_town: (town) => `${town} is not in that quarter's ranking.`,
    same_town: (town) => `That is ${town} itself; please name another place.`,
    not_scored: (town) => `${town} has no score that quarter, so there is no estimate.`,
    target_not_scored: () => "The other place has no score that quarter, so there is no estimate.",
    no_such_place: () => "There are not as many ranked places; please ask for another rank.",
  },
};

export function whatIfText(locale: Locale): WhatIfText {
  return locale === "en" ? en : zh;
}
