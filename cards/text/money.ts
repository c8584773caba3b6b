import type { Locale } from "../../src/domain/programme/people.ts";

// Wording of the table of funds, and of a payment's amount.

const zh = {
  columns: { source: "渠道", planned: "计划", inPlace: "到位", spent: "支出", share: "占到位" },
  total: "合计",
  none: "—",
  note: "单位万元。到位、支出与填报的完成投资分别统计，不相加；各渠道占比仅供了解。",
  rate: (share: string) => `资金到位率 **${share}**`,
  amount: (sum: string) => `奖补资金 **${sum}**`,
};

const en: typeof zh = {
  columns: { source: "Source", planned: "Planned", inPlace: "In place", spent: "Spent", share: "Share" },
  total: "Total",
  none: "–",
  note: "In 10,000 yuan. Kept apart from the investment reported, and never added to it; shares are shown for information.",
  rate: (share) => `In place **${share}** of the plan`,
  amount: (sum) => `Award **${sum}**`,
};

export function moneyText(locale: Locale): typeof zh {
  return locale === "en" ? en : zh;
}
