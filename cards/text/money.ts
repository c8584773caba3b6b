import type { Locale } from "../../src/domain/programme/people.ts";
import { cny } from "./cny.ts";

// Wording of the table of funds, and of a payment's amount.

const zh = {
  columns: { planned: "计划", inPlace: "到位", spent: "支出" },
  total: "合计",
  none: "—",
  note: "单位万元。到位、支出与填报的完成投资分别统计，不相加；各渠道占比仅供了解。",
  /** A source, or all; `share`: of all that is in place. */
  line: (source: string, planned: string, inPlace: string, share: string | null, spent: string) =>
    `**${source}**：计划${planned}，到位${inPlace}${share === null ? "" : `（占${share}）`}，支出${spent}`,
  rate: (share: string) => `资金到位率 **${share}**`,
  amount: (sum: string) => `奖补资金 **${sum}**`,
  arrived: (sum: string) => `本年度奖补资金已确认到账${sum}，已带出，可以修改。`,
  title: "资金台账",
  /** What is summed: one source, or all (`null`), and which column. */
  what: (source: string | null, column: string) => `${source === null ? "各渠道" : source}资金${column}`,
  sum: (what: string, all: string, year: number, among: string) =>
    `${what} **${all}万元**（${year}年资金台账，${among}）`,
  places: (n: number) => `${n}个单位`,
  ofTown: (town: string, sum: string) => `${town}：${sum}万元`,
  ofSource: (source: string, sum: string, share: string) => `${source} ${sum}万元，占${share}`,
  shareOf: (column: string, share: string) => `占各渠道${column}合计的 **${share}**`,
  without: (towns: readonly string[]) => `还没有建立台账：${towns.join("、")}`,
  awards: (parts: readonly string[]) => `奖补资金拨付：${parts.join("；")}`,
  inState: (state: string, n: number, sum: string) => `${state}${n}笔 **${sum}万元**`,
  noLedger: (year: number) => `**没有您可以查看的${year}年资金台账。**`,
  besideReports: "按资金台账合计；各单位季度填报的资金来源另行统计，可以问“全市县级资金一共多少”。",
  ledgers: "看资金台账",
};

const en: typeof zh = {
  columns: { planned: "Planned", inPlace: "In place", spent: "Spent" },
  total: "Total",
  none: "–",
  note: "In units of CNY 10,000. Kept apart from the investment reported, and never added to it; shares are shown for information.",
  line: (source, planned, inPlace, share, spent) =>
    `**${source}**: planned ${planned}, in place ${inPlace}${share === null ? "" : ` (${share})`}, spent ${spent}`,
  rate: (share) => `In place **${share}** of the plan`,
  amount: (sum) => `Award **${sum}**`,
  arrived: (sum) => `Awards of ${sum} arrived this year; they are filled in and may be changed.`,
  title: "Ledger of funds",
  what: (source, column) => `${source === null ? "All sources" : source}, ${column.toLowerCase()}:`,
  sum: (what, all, year, among) => `${what} **${cny(all)}** (ledgers of ${year}, ${among})`,
  places: (n) => (n === 1 ? "1 town" : `${n} towns`),
  ofTown: (town, sum) => `${town}: ${cny(sum)}`,
  ofSource: (source, sum, share) => `${source}: ${cny(sum)}, ${share}`,
  shareOf: (column, share) => `**${share}** of what all sources have ${column.toLowerCase()}`,
  without: (towns) => `Without a ledger: ${towns.join(", ")}`,
  awards: (parts) => `Awards paid out: ${parts.join("; ")}`,
  inState: (state, n, sum) => `${state}: ${n}, **${cny(sum)}**`,
  noLedger: (year) => `**There is no ledger of ${year} you may see.**`,
  besideReports: "By the funds ledgers; the sources the towns report each quarter are counted apart.",
  ledgers: "Ledgers of funds",
};

export function moneyText(locale: Locale): typeof zh {
  return locale === "en" ? en : zh;
}
