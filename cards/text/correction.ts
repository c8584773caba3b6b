import type { Locale } from "../../src/domain/programme/people.ts";

const zh = {
  title: (period: string) => `${period}排名更正`,
  what: (town: string, cell: string) => `**${town}**“${cell}”经市办核实后更正：`,
  old: "原为",
  new: "更正为",
  reason: "原因：",
  moves: "更正后位次有变化的单位：",
  noMoves: "更正后各单位位次不变。",
  town: "单位",
  from: "原位次",
  to: "现位次",
  stands: "原发布结果保留不动，本更正与之并列。",
  seeRanking: "查看更正后的排名",
};

export type CorrectionText = typeof zh;

const en: CorrectionText = {
  title: (period) => `Correction to the ranking of ${period}`,
  what: (town, cell) => `**${town}**, “${cell}”, was corrected after a check by the city office:`,
  old: "Was",
  new: "now",
  reason: "Reason: ",
  moves: "Places that change:",
  noMoves: "No place changes.",
  town: "Place",
  from: "Was",
  to: "Now",
  stands: "What was published stays as it was; this correction stands beside it.",
  seeRanking: "See the corrected ranking",
};

export function correctionText(locale: Locale): CorrectionText {
  return locale === "en" ? en : zh;
}
