import type { Locale } from "../../domain/programme/people.ts";

// Wording of the sheet a leader reads first.

export type OverviewText = {
  columns: Record<
    "rank" | "town" | "county" | "score" | "delta" | "move" | "light" | "invested" | "image",
    string
  >;
  title: (programme: string, period: string) => string;
  state: (all: number, reported: number, lights: string) => string;
  light: (name: string, n: number) => string;
  moved: (way: "up" | "down", town: string, from: number, to: number) => string;
  none: string;
  stands: (at: string) => string;
  live: string;
  chart: (shown: number, all: number) => string;
  made: (office: string, title: string, day: string) => string;
  comma: string;
  end: string;
};

const zh: OverviewText = {
  columns: {
    ...{
      rank: "位次",
      town: "单位",
      county: "县（市、区）",
      score: "得分",
      delta: "得分较上季",
      move: "位次升降",
    },
    ...{ light: "亮灯", invested: "投资完成率", image: "形象进度完成率" },
  },
  title: (programme, period) => `${programme} · ${period}综合排名`,
  state: (all, reported, lights) => `应报${all}个，已报${reported}个；${lights}。`,
  light: (name, n) => `${name}${n}个`,
  moved: (way, town, from, to) =>
    `${way === "up" ? "进位最多" : "退位最多"}：${town}（第${from}名→第${to}名）`,
  none: "与上季度相比位次没有变化。",
  stands: (at) => `公布日期：${at}。`,
  live: "得分和位次随“输入”“权重”重算，公布结果以原公布为准。",
  chart: (shown, all) => (shown < all ? `得分（前${shown}名）` : "得分"),
  made: (office, title, day) => `${office}　${title}　${day}`,
  comma: "、",
  end: "。",
};

const en: OverviewText = {
  columns: {
    ...{
      rank: "Rank",
      town: "Place",
      county: "County",
      score: "Score",
      delta: "Score, change",
      move: "Places",
    },
    ...{ light: "Light", invested: "Investment done", image: "Image progress done" },
  },
  title: (programme, period) => `${programme} · ranking of ${period}`,
  state: (all, reported, lights) => `${reported} of ${all} places reported; ${lights}.`,
  light: (name, n) => `${n} ${name}`,
  moved: (way, town, from, to) => `${way === "up" ? "Up most" : "Down most"}: ${town} (${from} to ${to})`,
  none: "No place changed its rank since last quarter.",
  stands: (at) => `Published on ${at}.`,
  live: "Scores and ranks follow Inputs and Weights; what was published stands.",
  chart: (shown, all) => (shown < all ? `Score (first ${shown})` : "Score"),
  made: (office, title, day) => `${office}, ${title}, ${day}`,
  comma: ", ",
  end: ".",
};

export const OVERVIEW_TEXT: Record<Locale, OverviewText> = { "zh-CN": zh, en };
