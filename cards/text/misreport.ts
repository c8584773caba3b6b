import type { MisreportRefusal } from "../../src/domain/checkup/verify-misreport.ts";
import type { Locale } from "../../src/domain/people.ts";

// The words around a figure found misreported: what was found and what follows, never a word about persons.

const refusedZh: Record<MisreportRefusal, string> = {
  not_yours: "这一步由市办办理。",
  no_report: "该单位本季度没有审核通过的报表，或这项没有数。",
  no_town: "请先选择单位。",
  not_an_indicator: "请先选择指标。",
  nothing_claimed: "该单位这项填报为 0，没有可核查的数。",
  not_a_number: "核实数没有读懂，请只填一个数，例如 8000。",
  no_gap: "核实数与填报数相同，不需要认定。",
  empty: "请写明依据。",
  too_long: "内容过长，请控制在500字以内。",
  already: "这项已经提出过认定。",
  second_person: "须由另一位同志确认，您可以撤回。",
  decided: "这项认定已经办结。",
};

const zh = {
  open: "核查数据",
  formTitle: (period: string) => `${period}：提出不实数据认定`,
  formIntro:
    "现场或账目核查与填报不符时使用。由一位同志提出、另一位同志确认后生效：该指标按 0 分计，并按差距扣分，排名中以红色标注。",
  whichTown: "单位",
  whichIndicator: "指标",
  found: "核实数（投资填万元，形象进度填百分比，其余填完成项数）",
  reason: "核查依据",
  propose: "提出，交另一位同志确认",
  back: "返回进度",
  title: (town: string, indicator: string) => `不实数据认定：${town} · ${indicator}`,
  figures: (claimed: string, found: string, gap: string) =>
    `填报 **${claimed}**，核实 **${found}**，相差 **${gap}**。`,
  effect: (points: string) =>
    points === "0" ? "确认后：该指标按 0 分计。" : `确认后：该指标按 0 分计，另扣 **${points}** 分。`,
  counted: (points: string) =>
    points === "0" ? "该指标按 0 分计。" : `该指标按 0 分计，另扣 **${points}** 分。`,
  by: (name: string, when: string) => `由${name}提出（${when}）。`,
  ground: "依据：",
  waiting: "已发给市办其他同志，须另一位同志确认后生效。",
  confirm: "确认认定",
  confirmTitle: "确认这项认定？",
  confirmText: "确认后计入排名，并告知该单位；已发布的排名将发出更正。",
  drop: "不认定",
  withdraw: "撤回",
  confirmed: (name: string, when: string) => `已由${name}确认（${when}）。`,
  dropped: (name: string, when: string) => `不予认定（${name}，${when}）。`,
  newsTitle: (period: string) => `${period}数据核查结果`,
  news: (town: string, indicator: string) => `**${town}**“${indicator}”经市办两位同志核查认定与实际不符：`,
  appeal: (office: string) => `如对结果有不同意见，请与${office}联系并提供依据。`,
  proposed: "已提出，等待另一位同志确认。",
  done: "已确认，正在告知。",
  dropDone: "已撤回，不计入排名。",
  fallback: "有一条数据核查的卡片没有发出来，请联系市办。",
  items: (n: string) => `${n}项`,
  seeRanking: "查看更正后的排名",
  refused: refusedZh,
};

export type MisreportText = typeof zh;

const en: MisreportText = {
  open: "Verify a figure",
  formTitle: (period) => `${period}: a figure found misreported`,
  formIntro:
    "For a figure that a check on site or in the books does not bear out. One colleague proposes, another confirms: the indicator then counts 0, points are deducted by the gap, and the ranking shows it in red.",
  whichTown: "Place",
  whichIndicator: "Indicator",
  found: "Figure found (investment in wan yuan, image progress in %, otherwise items done)",
  reason: "Evidence",
  propose: "Propose for a second colleague",
  back: "Back to progress",
  title: (town, indicator) => `A figure found misreported: ${town} · ${indicator}`,
  figures: (claimed, found, gap) => `Reported **${claimed}**, found **${found}**, **${gap}** apart.`,
  effect: (points) =>
    points === "0"
      ? "Once confirmed the indicator counts 0."
      : `Once confirmed the indicator counts 0 and **${points}** points are deducted.`,
  counted: (points) =>
    points === "0"
      ? "The indicator counts 0."
      : `The indicator counts 0 and **${points}** points are deducted.`,
  by: (name, when) => `Proposed by ${name} (${when}).`,
  ground: "Evidence: ",
  waiting: "Sent to the other colleagues of the office; a second person has to confirm.",
  confirm: "Confirm",
  confirmTitle: "Confirm this finding?",
  confirmText: "It will count in the ranking and the place will be told; a published ranking is corrected.",
  drop: "Do not confirm",
  withdraw: "Withdraw",
  confirmed: (name, when) => `Confirmed by ${name} (${when}).`,
  dropped: (name, when) => `Not upheld (${name}, ${when}).`,
  newsTitle: (period) => `A check of the figures of ${period}`,
  news: (town, indicator) =>
    `Two colleagues of the city office found “${indicator}” of **${town}** not borne out:`,
  appeal: (office) => `If you see it differently, please contact ${office} with your evidence.`,
  proposed: "Proposed; a second colleague has to confirm.",
  done: "Confirmed; those concerned are being told.",
  dropDone: "Dropped; it does not count.",
  fallback: "The card of a check of figures could not be sent; please contact the city office.",
  items: (n) => `${n} items`,
  seeRanking: "See the corrected ranking",
  refused: {
    not_yours: "This step is up to the city office.",
    no_report: "This place has no approved report this quarter, or no such figure in it.",
    no_town: "Please choose a place first.",
    not_an_indicator: "Please choose an indicator first.",
    nothing_claimed: "This place reported 0 here, so there is nothing to verify.",
    not_a_number: "The figure found could not be read; please give one number, such as 8000.",
    no_gap: "The figure found is the one reported; there is nothing to decide.",
    empty: "Please give the evidence.",
    too_long: "Please keep it to 500 characters.",
    already: "This has been proposed already.",
    second_person: "Another colleague has to confirm it; you may withdraw it.",
    decided: "This has been decided.",
  },
};

export function misreportText(locale: Locale): MisreportText {
  return locale === "en" ? en : zh;
}
