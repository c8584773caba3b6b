import type { Locale } from "../../src/domain/programme/people.ts";

// Wording of trying other weights in private and of their adoption by two persons.

export type WeighRefusal = "bad_weight" | "no_weight" | "no_data";

const refusedZh: Record<WeighRefusal, string> = {
  bad_weight: "权重请填不小于 0 的数，例如 30。",
  no_weight: "权重不能全部为 0。",
  no_data: "还没有审核通过的数据，暂时不能试算。",
};

const zh = {
  open: "试算权重",
  title: (period: string) => `试算权重（${period}数据）`,
  intro: (scheme: string) =>
    `只有您看得到，试算不影响任何得分。空着的按现行办法（${scheme}）。权重只看相互比例，不必凑成 100。`,
  weight: (name: string, now: string) => `${name}（现行 ${now}）`,
  weigh: "试算",
  back: "返回进度",
  columns: { town: "单位", rank: "位次", score: "得分变化" },
  none: "—",
  /** `of`: the places with an approved report, which are the ones tried. */
  moved: (n: number, of: number) => `试算结果：参加试算的${of}个单位中，**${n}** 个位次变化。`,
  noneMoved: (of: number) => `试算结果：参加试算的${of}个单位位次不变。`,
  changes: (lines: string[]) => `**权重改动**：${lines.join("，")}`,
  change: (name: string, from: string, to: string) => `${name} ${from} → ${to}`,
  effect:
    "采用后从下一个公布得分的季度起使用，与之前季度的得分不再直接相减；已公布（含暂定）的季度保持原办法。",
  refused: refusedZh,
};

export type WeighingText = typeof zh;

const en: WeighingText = {
  open: "Try other weights",
  title: (period) => `Other weights, tried with ${period}`,
  intro: (scheme) =>
    `Only you see this, and no score changes. What is left empty stays as in force (${scheme}). Only proportions count; the sum need not be 100.`,
  weight: (name, now) => `${name} (now ${now})`,
  weigh: "Try",
  back: "Back to progress",
  columns: { town: "Place", rank: "Rank", score: "Now → trial" },
  none: "–",
  moved: (n, of) => `With these weights **${n}** of the ${of} towns tried would change places.`,
  noneMoved: (of) => `With these weights none of the ${of} towns tried would change places.`,
  changes: (lines) => `**Weights changed**: ${lines.join(", ")}`,
  change: (name, from, to) => `${name} ${from} → ${to}`,
  effect:
    "Once adopted they hold from the next quarter whose scores are shown; scores are then not subtracted from earlier ones. Quarters already shown, provisionally too, keep theirs.",
  refused: {
    bad_weight: "A weight is a number of 0 or more, such as 30.",
    no_weight: "Not all weights can be 0.",
    no_data: "There are no approved figures to try them with yet.",
  },
};

export function weighingText(locale: Locale): WeighingText {
  return locale === "en" ? en : zh;
}
