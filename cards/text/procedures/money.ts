import type { money } from "../../../src/domain/procedure/money.ts";
import { moneyText } from "../money.ts";
import type { WordsFor } from "./words.ts";

// Wording of a town's ledger of funds.

const zhText = moneyText("zh-CN").columns;
const zh: WordsFor<typeof money> = {
  name: "资金台账",
  said: { names: ["资金台账"], steps: { begin: ["建"] } },
  title: ({ town, ref, value }) => `${town}：${ref || value("year")}年资金台账`,
  newTitle: ({ town }) => (town === "" ? "建立资金台账" : `${town}：建立资金台账`),
  back: "各镇台账",
  without: (towns) => `本年度还没有建立台账：${towns}`,
  states: { kept: "在册" },
  steps: {
    begin: {
      button: "建立",
      done: "已建立。",
      log: "建立台账",
      intro: "填各渠道本年度计划筹集的资金，单位万元；没有的留空。方案里已有的已经带出。",
    },
    receive: {
      button: "登记到位",
      done: "已登记。",
      log: "登记到位",
      intro: "填本年度累计到位数，单位万元；没有变化的留空。须有到账凭证。",
    },
    spend: {
      button: "登记支出",
      done: "已登记。",
      log: "登记支出",
      intro: "填本年度累计支出数，单位万元；没有变化的留空。须有支付凭证。",
    },
    replan: { button: "调整计划", done: "已调整。", log: "调整计划" },
  },
  fields: {
    town: "哪个镇",
    year: "年度，如 2026",
    planned: zhText.planned,
    in_place: zhText.inPlace,
    spent: zhText.spent,
    why: "调整的原因",
  },
  logged: { town: "单位", year: "年度" },
  refused: {
    bad_year: "年度请填四位数，例如 2026。",
    no_sums: "请至少填写一个渠道的计划资金。",
    spent_more: "支出不能大于到位的资金，请核对。",
    already: "这个镇这一年的台账已经建立，请在记录上办理。",
  },
};

const enText = moneyText("en").columns;
const en: WordsFor<typeof money> = {
  name: "Ledger of funds",
  said: { names: ["ledger of funds", "funds ledger"] },
  title: ({ town, ref, value }) => `${town}: funds of ${ref || value("year")}`,
  newTitle: ({ town }) => (town === "" ? "Begin a ledger of funds" : `${town}: begin its ledger of funds`),
  back: "Ledgers of the towns",
  without: (towns) => `Without a ledger of this year: ${towns}`,
  states: { kept: "Kept" },
  steps: {
    begin: {
      button: "Begin",
      done: "Begun.",
      log: "Began it",
      intro:
        "What each source is to bring this year, in units of CNY 10,000; what the town's plan says is filled in.",
    },
    receive: {
      button: "Enter what is in place",
      done: "Entered.",
      log: "Entered what is in place",
      intro: "Sums of the year so far, in units of CNY 10,000; empty stays as it was. The papers are needed.",
    },
    spend: {
      button: "Enter what is spent",
      done: "Entered.",
      log: "Entered what is spent",
      intro: "Sums of the year so far, in units of CNY 10,000; empty stays as it was. The papers are needed.",
    },
    replan: { button: "Change the plan", done: "Changed.", log: "Changed the plan" },
  },
  fields: {
    town: "Which town",
    year: "Year, such as 2026",
    planned: enText.planned,
    in_place: enText.inPlace,
    spent: enText.spent,
    why: "Why it is changed",
  },
  logged: { town: "Town", year: "Year" },
  refused: {
    bad_year: "A year has four figures, such as 2026.",
    no_sums: "Please give the plan of one source at least.",
    spent_more: "More is spent than is in place; please check.",
    already: "This town has a ledger of that year; please go on there.",
  },
};

export const moneyWords = { "zh-CN": zh, en };
