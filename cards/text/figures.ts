import type { Locale } from "../../src/domain/programme/people.ts";
import type { Measure } from "../../src/domain/question/figures.ts";
import type { Light } from "../../src/domain/scoring/lights.ts";

// Wording of an answer that is a figure, of one town or of several.

const zh = {
  title: (figure: string, period: string) => `${figure} · ${period}`,
  measures: {
    invested: "累计完成投资",
    plan: "年度计划投资",
    share: "完成投资占年度计划",
    pace: "完成投资与序时进度相差",
    light: "投资亮灯",
    image: "形象进度",
    funds: "资金到位（各来源合计）",
    score: "综合得分",
    place: "名次",
    gain: "得分较上季度变化",
  } satisfies Record<Measure, string>,
  money: (amount: string) => `${amount}万元`,
  points: (points: string) => `${points}分`,
  place: (n: number) => `第${n}名`,
  one: (value: string, town: string, standing: string) => `**${value}**　${town}（${standing}）`,
  line: (n: number, town: string, value: string, standing: string) =>
    `${n}. ${town} **${value}**（${standing}）`,
  sum: (total: string, n: number) => `**${total}**，${n}个单位合计：`,
  mean: (mean: string, n: number) => `**${mean}**，${n}个单位平均：`,
  lights: { grey: "灰灯", red: "红灯", yellow: "黄灯", green: "绿灯" } satisfies Record<Light, string>,
  light: (light: string, term: string) => `${light}（${term}）`,
  apart: (points: string) => `${points}个百分点`,
  within: (n: number, is: "below" | "above" | "exactly", than: string, mean: boolean) =>
    `**${n}个**，${{ below: "低于", above: "高于", exactly: "" }[is]}${mean ? "平均" : ""}${than}：`,
  slower: (n: number) => `**${n}个**慢于序时进度：`,
  faster: (n: number) => `**${n}个**快于序时进度：`,
  nobody: "**没有**符合的单位。",
  none: (town: string, why: string, period: string) => `${town}${period}没有这个数：${why}`,
  notReported: "发布时未报",
  notPublished: "还没有发布",
  without: (towns: string[]) => towns.join("<br>"),
  understood: (parts: string[]) => `按：${parts.join(" · ")}`,
  all: "全部单位",
  and: "、",
  phase: (n: number) => `第${n}阶段`,
  status: "看整体情况",
  why: "为什么是这个名次",
  ranking: "看排名",
};

export type FigureText = typeof zh;

const en: FigureText = {
  title: (figure, period) => `${figure} · ${period}`,
  measures: {
    invested: "Invested this year so far",
    plan: "Investment planned this year",
    share: "Share of the year's plan invested",
    pace: "Investment against the schedule",
    light: "Light of investment",
    image: "Image progress",
    funds: "Funds in place, all sources",
    score: "Score",
    place: "Rank",
    gain: "Score against the quarter before",
  },
  money: (amount) => `${amount} wan yuan`,
  points: (points) => `${points} points`,
  place: (n) => `rank ${n}`,
  one: (value, town, standing) => `**${value}** ${town} (${standing})`,
  line: (n, town, value, standing) => `${n}. ${town} **${value}** (${standing})`,
  sum: (total, n) => `**${total}**, the sum of ${n}:`,
  mean: (mean, n) => `**${mean}**, the mean of ${n}:`,
  lights: { grey: "grey", red: "red", yellow: "yellow", green: "green" },
  light: (light, term) => `${light} (${term})`,
  apart: (points) => `${points} percentage points`,
  slower: (n) => `**${n}** behind schedule:`,
  faster: (n) => `**${n}** ahead of schedule:`,
  within: (n, is, than, mean) =>
    `**${n}** ${is === "exactly" ? "with" : is} ${mean ? "the mean of " : ""}${than}:`,
  nobody: "**None** of them.",
  none: (town, why, period) => `${town} has no such figure in ${period}: ${why}`,
  notReported: "not reported when it was published",
  notPublished: "not published yet",
  without: (towns) => towns.join("<br>"),
  understood: (parts) => `As: ${parts.join(" · ")}`,
  all: "all places",
  and: ", ",
  phase: (n) => `phase ${n}`,
  status: "How it is doing",
  why: "Why this rank",
  ranking: "Ranking",
};

export function figureText(locale: Locale): FigureText {
  return locale === "en" ? en : zh;
}
