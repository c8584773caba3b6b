import type { Locale } from "../../src/domain/programme/people.ts";

// Wording of the consequences of a misreport.

const zh = {
  open: "核查数据",
  figures: (claimed: string, found: string, gap: string) =>
    `填报 **${claimed}**，核实 **${found}**，相差 **${gap}**。`,
  effect: (points: string) =>
    points === "0" ? "确认后：该指标按 0 分计。" : `确认后：该指标按 0 分计，另扣 **${points}** 分。`,
  counted: (points: string) =>
    points === "0" ? "该指标按 0 分计。" : `该指标按 0 分计，另扣 **${points}** 分。`,
  news: "经市办两位同志核查认定与实际不符。",
  appeal: (office: string) => `如对结果有不同意见，请与${office}联系并提供依据。`,
  items: (n: string) => `${n}项`,
  seeRanking: "查看更正后的排名",
};

export type MisreportText = typeof zh;

const en: MisreportText = {
  open: "Verify a figure",
  figures: (claimed, found, gap) => `Reported **${claimed}**, found **${found}**, **${gap}** apart.`,
  effect: (points) =>
    points === "0"
      ? "Once confirmed the indicator counts 0."
      : `Once confirmed the indicator counts 0 and ${deducted(points)}.`,
  counted: (points) =>
    points === "0" ? "The indicator counts 0." : `The indicator counts 0 and ${deducted(points)}.`,
  news: "Two colleagues of the city office found this not borne out.",
  appeal: (office) => `If you see it differently, please contact ${office} with your evidence.`,
  items: (n) => (n === "1" ? "1 item" : `${n} items`),
  seeRanking: "See the corrected ranking",
};

function deducted(points: string): string {
  return points === "1" ? "**1** point is deducted" : `**${points}** points are deducted`;
}

export function misreportText(locale: Locale): MisreportText {
  return locale === "en" ? en : zh;
}
