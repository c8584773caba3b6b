import type { misreport } from "../../../src/domain/procedure/misreport.ts";
import type { WordsFor } from "./words.ts";

// Wording of the procedure for a misreported figure: finding and consequences, nothing about persons.

const zh: WordsFor<typeof misreport> = {
  name: "核查数据",
  said: { names: ["虚报", "误报", "核查", "查实"], states: { confirmed: ["已查实"] } },
  title: ({ town, value }) => `不实数据认定：${town} · ${value("indicator")}`,
  states: { proposed: "待另一位同志确认", confirmed: "数据核查结果：已确认", dropped: "不予认定" },
  steps: {
    propose: {
      button: "提出，交另一位同志确认",
      done: "已提出，等待另一位同志确认。",
      log: "提出认定",
      intro:
        "现场或账目核查与填报不符时使用。由一位同志提出、另一位同志确认后生效：该指标按 0 分计，并按差距扣分，排名中以红色标注。",
    },
    confirm: {
      button: "确认认定",
      done: "已确认，正在告知。",
      log: "确认认定",
      confirm: {
        title: "确认这项认定？",
        text: "确认后计入排名，并告知该单位；已发布的排名将发出更正。",
      },
    },
    drop: { button: "不认定", done: "已办结，不计入排名。", log: "不予认定" },
    withdraw: { button: "撤回", done: "已撤回，不计入排名。", log: "撤回" },
  },
  fields: {
    town: "单位",
    indicator: "指标",
    found: "核实数（投资填万元，形象进度填百分比，其余填完成项数）",
    reason: "核查依据",
  },
  logged: { found: "核实数" },
  refused: {
    no_report: "该单位本季度没有审核通过的报表，或这项没有数。",
    supplement: "该单位本季度报送的是补报，不参加排名，不作不实数据认定；数有出入，请退回由镇上补正。",
    nothing_claimed: "该单位这项填报为 0，没有可核查的数。",
    no_gap: "核实数与填报数相同，不需要认定。",
    not_a_number: "核实数没有读懂，请只填一个数，例如 8000。",
    empty: "请写明依据。",
    already: "这项已经提出过认定。",
    second_person: "须由另一位同志确认，您可以撤回。",
    wrong_state: "这项认定已经办结。",
    not_yours: "这一步由市办办理。",
  },
};

const en: WordsFor<typeof misreport> = {
  name: "Check of figures",
  title: ({ town, value }) => `A figure found misreported: ${town} · ${value("indicator")}`,
  states: {
    proposed: "Waiting for a second colleague",
    confirmed: "A check of the figures: confirmed",
    dropped: "Not upheld",
  },
  steps: {
    propose: {
      button: "Propose for a second colleague",
      done: "Proposed; a second colleague has to confirm.",
      log: "Proposed",
      intro:
        "For a figure that a check on site or in the books does not bear out. One colleague proposes, another confirms: the indicator then counts 0, points are deducted by the gap, and the ranking shows it in red.",
    },
    confirm: {
      button: "Confirm",
      done: "Confirmed; those concerned are being told.",
      log: "Confirmed",
      confirm: {
        title: "Confirm this finding?",
        text: "It will count in the ranking and the place will be told; a published ranking is corrected.",
      },
    },
    drop: { button: "Do not confirm", done: "Settled; it does not count.", log: "Not upheld" },
    withdraw: { button: "Withdraw", done: "Withdrawn; it does not count.", log: "Withdrawn" },
  },
  fields: {
    town: "Place",
    indicator: "Indicator",
    found: "Figure found (investment in CNY 10k, image progress in %, otherwise items done)",
    reason: "Evidence",
  },
  logged: { found: "Figure found" },
  refused: {
    no_report: "This place has no approved report this quarter, or no such figure in it.",
    supplement:
      "What this place sent is a supplement, which is not ranked, so no figure of it is found misreported. If one is wrong, return it for the place to mend.",
    nothing_claimed: "This place reported 0 here, so there is nothing to verify.",
    no_gap: "The figure found is the one reported; there is nothing to decide.",
    not_a_number: "The figure found could not be read; please give one number, such as 8000.",
    empty: "Please give the evidence.",
    already: "This has been proposed already.",
    second_person: "Another colleague has to confirm it; you may withdraw it.",
    wrong_state: "This has been decided.",
    not_yours: "This step is up to the city office.",
  },
};

export const misreportWords = { "zh-CN": zh, en };
