import type { Locale } from "../../src/domain/programme/people.ts";
import type { Grade } from "../../src/domain/year/grades.ts";
import { cny } from "./cny.ts";

// Wording: the annual assessment of towns and counties.

const gradesZh: Record<Grade, string> = { excellent: "优秀", good: "良好", passed: "合格", failed: "不合格" };

const zh = {
  grades: gradesZh,
  noGrade: "没有得分，不定等次",
  columns: { county: "县（市、区）", score: "得分", rank: "位次", grade: "等次" },
  none: "—",
  rule: (lines: readonly number[]) =>
    `年度得分 = 四个季度的过程得分和年末考评按办法合计；县得分为所属单位的平均。${lines[0]}分以上为优秀，${lines[1]}分以上为良好，${lines[2]}分以上为合格。`,
  start: "已请各县（市、区）自评。四个季度都已发布、年末考评录齐之后，可以拟定结果。",
  draft: "**以下为征求意见的结果**，各单位和各县只看到自己的部分。异议答复完、期限过后，由另一位同志核定。",
  frozen: "以下结果已核定，列入县（市、区）目标责任考核。",
  asFile: "要表格，发“导出年度考核表”。",
  correcting: "有一项更正待另一位同志确认，确认前以下结果不变。",
  towns: (n: number) => `各单位得分（${n} 个）`,
  town: (rank: string, name: string, score: string, grade: string) => `${rank} ${name} ${score} ${grade}`,
  advanced: (rank: string, name: string, score: string, grade: string) =>
    `${name}：第${rank}名，${score}分，${grade}`,
  corrected: (n: number) => `**已更正 ${n} 次**，历次结果都留在办理过程里。`,
  change: (name: string, before: string, after: string) => `${name}：${before} → ${after}`,
  seeSelf: "各县自评和异议",
  seeAll: "各县考核结果",
  seeYear: "年度得分明细",
  commend: "提出先进县名单",
  known: (day: string) => `**截至${day}已有的情况**（不用再填）`,
  quarters: (scores: string[]) => `四个季度得分：${scores.join("、")}`,
  money: (invested: string, plan: string) => `完成投资 ${invested} 万元，年度计划 ${plan} 万元`,
  tasks: (closed: number, all: number) => `年度任务 ${all} 项，已销号 ${closed} 项`,
  own: (score: string, rank: string, grade: string) => `**年度得分 ${score}，第${rank}名，${grade}**`,
  process: (terms: string[], sum: string) => `过程得分 = ${terms.join(" + ")} = ${sum}`,
  year: (process: string, appraisal: string, sum: string) =>
    `年度得分 = 过程得分 ${process} + 年末考评 ${appraisal} = ${sum}`,
  unrounded: "（按取整前的数合计）",
  unscored: (quarters: string[]) => `${quarters.join("、")}没有得分，不推算，所以没有年度得分。`,
  county: (name: string, score: string, rank: string, grade: string) =>
    `${name}：${score}，第${rank}名，${grade}`,
  self: (score: string) => `自评 ${score} 分（供参考，不计入得分）`,
  provisional: "这是征求意见的结果，还没有核定。",
  until: (moment: string) => `对结果有异议的，请在 ${moment} 前提出。`,
  before: (score: string, rank: string, grade: string) => `更正前：${score}，第${rank}名，${grade}`,
};

export type AssessmentText = typeof zh;

const en: AssessmentText = {
  grades: { excellent: "excellent", good: "good", passed: "passed", failed: "failed" },
  noGrade: "no score, no grade",
  columns: { county: "County", score: "Score", rank: "Rank", grade: "Grade" },
  none: "–",
  rule: (lines) =>
    `Annual score = the four quarters and the year-end appraisal by their shares; a county's is the mean of its places. From ${lines[0]} excellent, from ${lines[1]} good, from ${lines[2]} passed.`,
  start:
    "The counties are asked to assess themselves. The result is drafted once all four quarters are published and appraised.",
  draft:
    "**A draft, open to objections.** Each place and county sees its own part. Once they are answered and the time is over, a colleague settles it.",
  frozen: "The result is settled and goes into the counties' target responsibility.",
  asFile: "For a workbook, send “export the annual table”.",
  correcting: "A correction waits for a second person; until then the result stands as it is.",
  towns: (n) => `Places (${n})`,
  town: (rank, name, score, grade) => `${rank} ${name} ${score} ${grade}`,
  advanced: (rank, name, score, grade) => `${name}: rank ${rank}, ${score} points, ${grade}`,
  corrected: (n) => `**Corrected ${n === 1 ? "once" : `${n} times`}**; every result stays in the history.`,
  change: (name, before, after) => `${name}: ${before} → ${after}`,
  seeSelf: "Self-assessments and objections",
  seeAll: "All counties",
  seeYear: "The year's scores in detail",
  commend: "Advanced counties",
  known: (day) => `**Known on ${day}** (not to be typed again)`,
  quarters: (scores) => `Quarters: ${scores.join(", ")}`,
  money: (invested, plan) => `Invested ${cny(invested)}, planned ${cny(plan)}`,
  tasks: (closed, all) => `${all} year tasks, ${closed} closed`,
  own: (score, rank, grade) => `**Annual score ${score}, rank ${rank}, ${grade}**`,
  process: (terms, sum) => `Process = ${terms.join(" + ")} = ${sum}`,
  year: (process, appraisal, sum) => `Annual score = process ${process} + appraisal ${appraisal} = ${sum}`,
  unrounded: " (summed before rounding)",
  unscored: (quarters) =>
    `${quarters.join(", ")} without a score: nothing is estimated, so there is no annual score.`,
  county: (name, score, rank, grade) => `${name}: ${score}, rank ${rank}, ${grade}`,
  self: (score) => `Self-assessment ${score} (for information, it does not count)`,
  provisional: "This is a draft; it is not settled.",
  until: (moment) => `Objections are taken until ${moment}.`,
  before: (score, rank, grade) => `Before the correction: ${score}, rank ${rank}, ${grade}`,
};

export function assessmentText(locale: Locale): AssessmentText {
  return locale === "en" ? en : zh;
}
