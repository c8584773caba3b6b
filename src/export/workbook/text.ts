import type { Locale } from "../../domain/programme/people.ts";
import type { FigureKind } from "../../domain/report/fields.ts";
import type { LeafValue } from "../../domain/scoring/scheme.ts";
import type { Format } from "../book/book.ts";
import type { Parameter } from "./parameters.ts";

// Wording of the workbook with live formulas.

export type WorkbookText = {
  sheets: Record<"overview" | "notes" | "inputs" | "weights" | "scores" | "points", string>;
  title: (programme: string, period: string) => string;
  town: string;
  state: string;
  reported: string;
  notReported: string;
  columns: Record<string, { title: string; unit: string; format: Format }>;
  area: (name: string, part: "done" | "due") => string;
  unit: string;
  units: Record<FigureKind, string>;
  weights: Record<"name" | "parent" | "weight" | "share" | "kind", string>;
  inputsNote: string;
  weightsNote: string;
  scoresNote: string;
  pointsNote: string;
  fullMarks: string;
  /** The scheme as a whole. */
  whole: string;
  decimals: string;
  bonusMax: string;
  kinds: Record<LeafValue["kind"] | "arithmetic" | "geometric" | "harmonic", string>;
  parameters: Record<Parameter, string>;
  weight: string;
  present: string;
  presentOf: (group: string) => string;
  end: Record<"root" | "bonus" | "deduct" | "total" | "score" | "rank" | "was" | "wasRank" | "check", string>;
  same: string;
  different: string;
  sum: string;
  notes: (facts: { office: string; decimals: number; scheme: string }) => string[];
};

const zh: WorkbookText = {
  sheets: {
    ...{ overview: "总览", scores: "得分", points: "贡献分", inputs: "输入", weights: "权重", notes: "说明" },
  },
  title: (programme, period) => `${programme} · ${period}综合排名计算表`,
  town: "单位",
  state: "状态",
  reported: "已报",
  notReported: "未报",
  columns: {
    invested: { title: "累计完成投资", unit: "万元", format: "amount" },
    invested_due: { title: "应完成投资", unit: "万元", format: "amount" },
    image_actual: { title: "实际形象进度", unit: "%", format: 1 },
    image_planned: { title: "计划形象进度", unit: "%", format: 1 },
    days_late: { title: "迟报", unit: "工作日", format: "count" },
    penalty: { title: "报送质量扣分", unit: "分", format: 1 },
    bonus: { title: "加分", unit: "分", format: 2 },
    deduct: { title: "扣分", unit: "分", format: 2 },
  },
  area: (name, part) => `${name}${part === "done" ? "已完成" : "应完成"}`,
  unit: "计量单位",
  units: { amount: "万元", percent: "%", count: "个" },
  weights: { name: "指标", parent: "上级", weight: "权重", share: "同级占比", kind: "算法" },
  inputsNote: "各单位审核通过的数据，空格表示不适用。",
  weightsNote: "改动权重或参数，得分和位次随之重算。",
  scoresNote: "逐项得分由“输入”和“权重”算出，最后与公布的得分、位次核对。",
  pointsNote: "每项指标在得分中占多少分，相加等于未取整的合计。",
  fullMarks: "满分",
  whole: "全部指标",
  decimals: "得分保留小数位",
  bonusMax: "加分上限",
  kinds: {
    ratio: "完成比例",
    goalposts: "目标区间",
    minmax: "最大最小值",
    efficacy: "功效系数",
    late: "迟报扣分",
    penalty: "扣分制",
    raw: "原值",
    arithmetic: "加权平均",
    geometric: "几何平均",
    harmonic: "调和平均",
  },
  parameters: {
    cap: "比例上限",
    out: "满分",
    low: "下限",
    high: "上限",
    from: "下限得分",
    to: "上限得分",
    satisfactory: "满意值",
    unacceptable: "不允许值",
    perDay: "每日扣分",
    zeroAfter: "超过几日不得分",
    minShare: "最低适用权重",
  },
  weight: "权重",
  present: "适用权重合计",
  presentOf: (group) => `${group}适用权重`,
  end: {
    root: "加权平均",
    bonus: "加分",
    deduct: "扣分",
    total: "合计（未取整）",
    score: "得分",
    rank: "位次",
    was: "公布得分",
    wasRank: "公布位次",
    check: "核对",
  },
  same: "一致",
  different: "不一致",
  sum: "合计",
  notes: ({ office, decimals, scheme }) => [
    `本表由${office}随公布的排名一并提供，评分办法为“${scheme}”，数据与公布时一致。`,
    "改动“输入”或“权重”中的数，得分和位次会随之重算，可用来核对，也可用来试算。公布结果以原公布为准。",
    "一、“输入”是各单位审核通过的数据。空格表示不适用，不是零。",
    "二、“权重”是各项指标的权重和算法参数。",
    "三、“得分”逐项计算：完成比例 = 已完成 ÷ 应完成，最高计到比例上限，再乘以满分；应完成为零的，该项不适用。",
    "四、不适用的指标不计分，其权重由同级其余指标按比例分担；适用权重低于最低比例的，不参评。",
    "五、加权平均 = 各项得分乘以权重之和 ÷ 适用权重合计，再加加分（不超过上限）、减扣分。",
    `六、得分四舍五入保留${decimals}位小数，按得分从高到低排位次；得分相同的并列，下一位次顺延（如1、2、3、3、5）。`,
    "七、“贡献分”是每项指标在得分中占多少分，相加等于未取整的合计。",
    "八、未报的单位列在最后，不计分、不排位次。",
  ],
};

const en: WorkbookText = {
  sheets: {
    ...{ overview: "Overview", scores: "Scores", points: "Points", inputs: "Inputs", weights: "Weights" },
    notes: "Notes",
  },
  title: (programme, period) => `${programme} · how the ranking for ${period} is computed`,
  town: "Place",
  state: "State",
  reported: "reported",
  notReported: "not reported",
  columns: {
    invested: { title: "Invested so far", unit: "CNY 10k", format: "amount" },
    invested_due: { title: "Investment due", unit: "CNY 10k", format: "amount" },
    image_actual: { title: "Image progress, actual", unit: "%", format: 1 },
    image_planned: { title: "Image progress, planned", unit: "%", format: 1 },
    days_late: { title: "Late", unit: "working days", format: "count" },
    penalty: { title: "Points off for reporting", unit: "points", format: 1 },
    bonus: { title: "Bonus", unit: "points", format: 2 },
    deduct: { title: "Deductions", unit: "points", format: 2 },
  },
  area: (name, part) => `${name}: ${part === "done" ? "done" : "due"}`,
  unit: "Unit",
  units: { amount: "CNY 10k", percent: "%", count: "number" },
  weights: {
    ...{ name: "Indicator", parent: "Under", weight: "Weight" },
    ...{ share: "Share among siblings", kind: "Computed as" },
  },
  inputsNote: "Every place's approved figures; an empty cell does not apply.",
  weightsNote: "Change a weight or parameter and scores and ranks follow.",
  scoresNote: "Scores by indicator, from Inputs and Weights, checked against what was published.",
  pointsNote: "What each indicator brings to the score; they sum to the total before rounding.",
  fullMarks: "Full marks",
  whole: "All indicators",
  decimals: "Decimals of a score",
  bonusMax: "Most bonus points",
  kinds: {
    ratio: "share done",
    goalposts: "between goalposts",
    minmax: "minimum to maximum",
    efficacy: "efficacy coefficient",
    late: "points off per day late",
    penalty: "100 less points off",
    raw: "as it is",
    arithmetic: "weighted mean",
    geometric: "geometric mean",
    harmonic: "harmonic mean",
  },
  parameters: {
    cap: "Cap of the share",
    out: "Full marks",
    low: "Low",
    high: "High",
    from: "Score at low",
    to: "Score at high",
    satisfactory: "Satisfactory",
    unacceptable: "Unacceptable",
    perDay: "Points off a day",
    zeroAfter: "Nothing after days",
    minShare: "Least weight that must apply",
  },
  weight: "Weight",
  present: "Weight that applies",
  presentOf: (group) => `${group}: weight that applies`,
  end: {
    root: "Weighted mean",
    bonus: "Bonus",
    deduct: "Deductions",
    total: "Total, not rounded",
    score: "Score",
    rank: "Rank",
    was: "Published score",
    wasRank: "Published rank",
    check: "Check",
  },
  same: "same",
  different: "different",
  sum: "Sum",
  notes: ({ office, decimals, scheme }) => [
    `Given out by ${office} with the published ranking; scheme “${scheme}”, figures as they were published.`,
    "Change a figure on Inputs or Weights and scores and ranks follow, to check or to try. What was published stands.",
    "1. Inputs holds every place's approved figures. An empty cell means it does not apply; it is not zero.",
    "2. Weights holds the weight and parameters of every indicator.",
    "3. Scores computes one by one: share done = done ÷ due, up to its cap, times full marks; nothing due, not applicable.",
    "4. An indicator that does not apply is left out and its weight shared among its siblings; with too little weight left a place is not ranked.",
    "5. Weighted mean = sum of score times weight ÷ weight that applies; then bonus (up to its most) is added and deductions taken.",
    `6. Scores are rounded half up to ${decimals} decimals and ranked from the highest; equal scores share a rank and the next is skipped (1, 2, 3, 3, 5).`,
    "7. Points shows what each indicator brings to the score; they sum to the total before rounding.",
    "8. Places that did not report come last, without score or rank.",
  ],
};

export const WORKBOOK_TEXT: Record<Locale, WorkbookText> = { "zh-CN": zh, en };
