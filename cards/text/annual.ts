import type { Locale } from "../../src/domain/programme/people.ts";
import type { AnnualTable } from "../../src/domain/year/annual.ts";
import type { AwardMethod, Excluded } from "../../src/domain/year/awards.ts";
import { cny } from "./cny.ts";

// Wording: annual scores of towns and counties, year-end appraisals, award splits.

export type AwardRefusal = "no_ranking" | "bad_pot" | "bad_number" | "base_too_large";

const awardZh: Record<AwardRefusal, string> = {
  no_ranking: "还没有发布过排名，暂时不能测算。",
  bad_pot: "奖补总额请填大于 0 的数，单位万元。",
  bad_number: "起分线和基数请填不小于 0 的数。",
  base_too_large: "固定基数合计超过了奖补总额，“基数加得分”这一种不能用。",
};
const stagesZh: Record<AnnualTable["stage"], string> = {
  so_far: "各季度没有全部发布，以下按已发布季度的权重折算，是**暂定**的。",
  process: "四个季度均已发布，以下为过程得分；年末考评没有录齐，年度得分是**暂定**的。",
  year: "四个季度均已发布，年末考评已录齐，以下为年度得分。",
};
const methodsZh: Record<AwardMethod, string> = {
  proportional: "按得分",
  tiers: "分档",
  hybrid: "基数加得分",
};
const excludedZh: Record<Excluded["reason"], string> = {
  not_scored: "没有得分",
  red: "投资进度滞后",
  misreported: "数据核查不实",
};

const zh = {
  title: (year: number) => `${year}年年度考核`,
  provisional: "暂定",
  stages: stagesZh,
  rule: (quarters: string[], process: string, appraisal: string) =>
    `过程得分 = 一至四季度各占 ${quarters.join("、")}；年度得分 = 过程得分 ${process} + 年末考评 ${appraisal}。有一个季度没有得分的，不推算。`,
  quartersLine: (town: string, scores: string[]) => `${town} ${scores.join("、")}`,
  howComputed: "这个得分怎么算",
  nothing: "这一年还没有发布过季度排名。",
  columns: { rank: "位次", town: "单位", score: "得分", appraisal: "考评" },
  quarter: (n: number) => `${"一二三四"[n - 1] ?? n}季度`,
  none: "—",
  counties: (n: number) => `县（市、区）得分（${n} 个）`,
  countyOne: "每个县（市、区）一个单位，县得分等于该单位得分，按年计划加权也相同。",
  countyMany: "县得分为所属各单位的平均；括号内按年计划投资加权。",
  countyLine: (rank: string, name: string, score: string, weighted: string) =>
    `${rank} ${name} ${score}${weighted === "" ? "" : `（${weighted}）`}`,
  toAwards: "奖补测算",
  toAppraisals: "录入年末考评",
  toAssessment: "年度考核结果",
  startAssessment: "启动年度考核",
  settled: "本年度的考核结果已核定，以“年度考核结果”为准；以下是按现有数据算出的得分。",
  back: "返回年度考核",
  restricted: (office: string) =>
    `年度考核和奖补测算由${office}和领导查看。各季度的名次和得分，随时可以发“排名”查看。`,
  notYet: (year: number) =>
    `${year}年的年度考核还没有结果：征求意见时分别发给有关县和单位，核定后都可以查看。各季度的名次和得分，随时可以发“排名”查看。`,
  inPrivate: "奖补测算请在与我的私聊里查看，发“奖补怎么分”即可。",
  fallback: "年度考核的卡片没有发出来，请稍后再发一次。",
  awardTitle: (period: string) => `以奖代补测算（${period}得分）`,
  awardIntro: "只供测算，不影响任何得分。投资进度滞后、没有得分或核查不实的单位不参加分配。",
  pot: "奖补总额（万元）",
  floor: "起分线（高出部分计奖）",
  base: "固定基数（万元，每个单位）",
  whenTied: "尾数怎么分",
  tied: { equal: "得分相同的同额，余数留存", by_id: "余数从零头最大的起分完" },
  calculate: "测算",
  awardColumns: { town: "单位", ...methodsZh },
  awardSum: (method: string) => `${method}（万元）`,
  seePayments: "看各单位拨付情况",
  methods: methodsZh,
  methodNotes:
    "按得分：总额按高出起分线的分数分配。分档：一等1名、二等2名、三等3名，按5∶3∶2的份额；并列跨档的合并平分。基数加得分：先给每个单位固定基数，其余按得分。均取到0.1万元，单位万元。",
  reserve: "留存",
  excluded: (lines: string[]) => `**不参加分配**：${lines.join("；")}`,
  excludedLine: (reason: string, names: string[]) => `${names.join("、")}（${reason}）`,
  excludedReasons: excludedZh,
  choose: "选用并记录",
  chooseMethod: "选用哪一种？",
  reason: "选用的理由（记录用）",
  chosen: (method: string, pot: string, by: string, when: string, reason: string) =>
    `**已选定**：${method}，总额 ${pot} 万元（${by}，${when}）。理由：${reason}`,
  chooseConfirm: "将记录选用的办法、各单位金额、选定人和理由。",
  awardRefused: awardZh,
};

export type AnnualText = typeof zh;

const en: AnnualText = {
  title: (year) => `The year ${year}`,
  provisional: "provisional",
  stages: {
    so_far: "Not all quarters are published; the scores below weigh those that are, and are **provisional**.",
    process:
      "All four quarters are published, the scores below are their weighted sum; appraisals are missing, so the year is **provisional**.",
    year: "All four quarters are published and appraised: these are the year's scores.",
  },
  rule: (quarters, process, appraisal) =>
    `Process = the four quarters by ${quarters.join(", ")}; year = process ${process} + year-end appraisal ${appraisal}. A quarter without a score is not guessed.`,
  quartersLine: (town, scores) => `${town} ${scores.join(", ")}`,
  howComputed: "How the score is computed",
  nothing: "No quarter of this year is published yet.",
  columns: { rank: "#", town: "Place", score: "Score", appraisal: "Appraisal" },
  quarter: (n) => `Q${n}`,
  none: "–",
  counties: (n) => `Counties (${n})`,
  countyOne: "Each county has one place, so its score is that place's, weighted by plan or not.",
  countyMany:
    "A county's score is the mean of its places; in brackets, weighted by the year's planned investment.",
  countyLine: (rank, name, score, weighted) =>
    `${rank} ${name} ${score}${weighted === "" ? "" : ` (${weighted})`}`,
  toAwards: "Split the award",
  toAppraisals: "Appraisals",
  toAssessment: "Annual assessment",
  startAssessment: "Start assessment",
  settled:
    "The year's assessment is settled and its result stands; below are the scores as the records give them now.",
  back: "Back to the year",
  restricted: (office) =>
    `The year's scores and the award are for ${office} and the leaders. Send “ranking” at any time for the quarters.`,
  notYet: (year) =>
    `There is no result of ${year} yet: counties and places get their part of the draft, and once it is settled everybody may see it. Ranks and scores of the quarters come with “ranking”.`,
  inPrivate: "Please ask about the award in our private chat: send “award” there.",
  fallback: "The card of the year could not be sent; please try again later.",
  awardTitle: (period) => `Ways to split the award (scores of ${period})`,
  awardIntro:
    "A calculation only; no score changes. Places well behind on investment, without a score or with a figure found misreported take no part.",
  pot: "The pot (CNY 10k)",
  floor: "Floor (points above it earn money)",
  base: "Fixed base for each place (CNY 10k)",
  whenTied: "What to do with the remainder",
  tied: {
    equal: "Equal scores get the same, the rest stays in reserve",
    by_id: "The rest goes to the largest fractions until all is given",
  },
  calculate: "Calculate",
  awardColumns: { town: "Place", proportional: "By pts", tiers: "Tiers", hybrid: "Base +" },
  awardSum: (method) => `${method} (CNY 10k)`,
  seePayments: "See the payments",
  methods: { proportional: "By pts", tiers: "By tiers", hybrid: "Base and score" },
  methodNotes:
    "By score: in proportion to the points above the floor. By tiers: one first, two second and three third places at 5, 3 and 2 shares; ties across tiers pool and split evenly. Base and score: a fixed base each, the rest by score. To 0.1, in units of CNY 10,000.",
  reserve: "Reserve",
  excluded: (lines) => `**Taking no part**: ${lines.join("; ")}`,
  excludedLine: (reason, names) => `${names.join(", ")} (${reason})`,
  excludedReasons: { not_scored: "no score", red: "well behind", misreported: "figure misreported" },
  choose: "Choose and record",
  chooseMethod: "Which way?",
  reason: "Why (for the record)",
  chosen: (method, pot, by, when, reason) =>
    `**Chosen**: ${method}, a pot of ${cny(pot)} (${by}, ${when}). Why: ${reason}`,
  chooseConfirm: "The way chosen, every sum, who chose and why are recorded.",
  awardRefused: {
    no_ranking: "No ranking is published yet, so there is nothing to calculate from.",
    bad_pot: "The pot is a number above 0, in units of CNY 10,000.",
    bad_number: "Floor and base are numbers of 0 or more.",
    base_too_large: "The bases alone exceed the pot, so “base and score” cannot be used.",
  },
};

export function annualText(locale: Locale): AnnualText {
  return locale === "en" ? en : zh;
}
