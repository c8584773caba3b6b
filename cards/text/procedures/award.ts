import type { award } from "../../../src/domain/procedure/award.ts";
import { annualText } from "../annual.ts";
import type { WordsFor } from "./words.ts";

// Which way to split an award was chosen, and why.

const zhText = annualText("zh-CN");
const zh: WordsFor<typeof award> = {
  name: "奖补办法选定",
  said: { names: ["奖补办法", "奖补方案"] },
  title: ({ period }) => `以奖代补：${period}选定的办法`,
  back: zhText.back,
  states: { chosen: "已选定", paying: "拨付中" },
  steps: {
    choose: {
      button: zhText.choose,
      done: "已记录。",
      log: "选定",
      confirm: { title: zhText.choose, text: zhText.chooseConfirm },
    },
    change: {
      button: "改选",
      done: "已记录。",
      log: "改选",
      confirm: {
        title: "改选并记录",
        text: "将记录改选的办法、各单位金额、选定人和理由；原来的选定仍留在记录里。",
      },
    },
    start_payment: { button: "启动拨付", done: "已通知拨付单位。", log: "启动拨付" },
  },
  fields: {
    pot: "奖补总额",
    floor: "起分线（高出部分计奖）",
    base: "固定基数（万元，每个单位）",
    tied: zhText.whenTied,
    method: zhText.chooseMethod,
    reason: zhText.reason,
  },
  logged: {
    floor: "起分线（分）",
    base: "每个单位固定基数（万元）",
    tied: "尾数处理",
    method: "办法",
    reason: "理由",
  },
  choices: { method: zhText.methods, tied: zhText.tied },
  refused: {
    bad_pot: "奖补总额请填大于 0 的数，单位万元。",
    no_method: "这一种办法用不上：固定基数合计超过了奖补总额，或这个季度还没有发布排名。",
    already: "这个季度已经选定过，请在记录上改选。",
    not_yours: "分配办法由市办选定。",
    second_person: "办法由您选定，请另一位同志（或领导小组成员）启动拨付。",
  },
};

const enText = annualText("en");
const en: WordsFor<typeof award> = {
  name: "Way to split the award",
  title: ({ period }) => `Award: the way chosen for ${period}`,
  back: enText.back,
  states: { chosen: "Chosen", paying: "Being paid" },
  steps: {
    choose: {
      button: enText.choose,
      done: "Recorded.",
      log: "Chosen",
      confirm: { title: enText.choose, text: enText.chooseConfirm },
    },
    change: {
      button: "Choose anew",
      done: "Recorded.",
      log: "Chosen anew",
      confirm: {
        title: "Choose anew and record",
        text: "The way, every sum, who chose and why are recorded; the choice before stays in the record.",
      },
    },
    start_payment: {
      button: "Start the payment",
      done: "Those who pay are told.",
      log: "Started the payment",
    },
  },
  fields: {
    pot: "The pot",
    floor: "Floor (points above it earn money)",
    base: "Fixed base for each place (CNY 10k)",
    tied: enText.whenTied,
    method: enText.chooseMethod,
    reason: enText.reason,
  },
  logged: { method: "Way", reason: "Why" },
  choices: { method: enText.methods, tied: enText.tied },
  refused: {
    bad_pot: "The pot is a number above 0, in units of CNY 10,000.",
    no_method:
      "This way cannot be used: the bases alone exceed the pot, or this quarter's ranking is not published.",
    already: "One has been chosen for this quarter; choose anew on its record.",
    not_yours: "The way is chosen by the city office.",
    second_person: "You chose it: a colleague or a member of the leading group starts the payment.",
  },
};

export const awardWords = { "zh-CN": zh, en };
