import type { Locale } from "../../src/domain/programme/people.ts";
import type { FigureStanding } from "../../src/domain/question/may-know.ts";

// Wording of answers to typed questions: which quarter, how far its figures have come, which end of a ranking.

const zh = {
  notPublished: (period: string) => `**${period}的排名还没有发布。**`,
  notCollected: (period: string) => `**没有${period}的数据**，当时还没有开始填报。`,
  publishedAre: (periods: string[]) => `已发布的有：${periods.join("、")}。`,
  rankingOf: (period: string) => `${period}排名`,
  standing: {
    published: "已发布",
    approved: "已审核，未发布",
    submitted: "审核中",
    draft: "本镇草稿，还没有提交",
  } satisfies Record<FigureStanding, string>,
  figuresAre: (standing: string) => `以下数据：**${standing}**。`,
  part: {
    top: (n: number) => `前${n}名`,
    bottom: (n: number) => `倒数${n}名`,
  },
  partTitle: (period: string, part: string) => `${period} · ${part}`,
  line: (rank: string, town: string, score: string) => `${rank} **${town}** ${score}分`,
  notReported: (towns: string[]) => `未报，没有名次：${towns.join("、")}。`,
  whole: "看全部排名",
};

export type AnswerText = typeof zh;

const en: AnswerText = {
  notPublished: (period) => `**The ranking of ${period} is not published yet.** `,
  notCollected: (period) => `**There are no figures of ${period}**: reports had not begun then.`,
  publishedAre: (periods) => `Published: ${periods.join(", ")}.`,
  rankingOf: (period) => `${period} ranking`,
  standing: {
    published: "published",
    approved: "approved, not published",
    submitted: "under review",
    draft: "the place's own draft, not submitted",
  },
  figuresAre: (standing) => `The figures below: **${standing}**.`,
  part: {
    top: (n) => `top ${n}`,
    bottom: (n) => `last ${n}`,
  },
  partTitle: (period, part) => `${period} · ${part}`,
  line: (rank, town, score) => `${rank} **${town}** ${score}`,
  notReported: (towns) => `Not reported, so without a rank: ${towns.join(", ")}.`,
  whole: "The whole ranking",
};

export function answerText(locale: Locale): AnswerText {
  return locale === "en" ? en : zh;
}
