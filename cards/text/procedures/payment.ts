import type { payment } from "../../../src/domain/procedure/payment.ts";
import type { WordsFor } from "./words.ts";

// Wording of the payment of an award.

const zh: WordsFor<typeof payment> = {
  name: "奖补资金拨付",
  said: {
    names: ["奖补", "奖补资金", "奖金", "以奖代补"],
    steps: { pay: ["付", "打款"] },
    states: {
      paid: ["已拨", "已拨款", "已发", "已打款"],
      arrived: ["已到", "已收到", "已拿到", "已到手", "已下来"],
    },
  },
  title: ({ town, period }) => `${town}：${period}奖补资金拨付`,
  states: { due: "待拨付", paid: "已拨付，待确认到账", arrived: "已到账" },
  steps: {
    order: {
      button: "拨付",
      done: "已通知拨付。",
      log: "确定拨付",
      several: (n) => `有${n}笔奖补资金待拨付`,
    },
    pay: { button: "登记拨付", done: "已登记，请县级确认到账。", log: "拨付" },
    arrive: { button: "确认到账", done: "已确认到账。", log: "确认到账" },
    missing: { button: "反映没有到账", done: "已转告拨付单位核查。", log: "反映没有到账" },
  },
  fields: { paid_on: "拨付日期", paper: "拨款文号", arrived_on: "到账日期", why: "情况" },
  refused: {
    in_future: "日期不能晚于今天。",
    before_order: "拨付日期不能早于确定拨付的日期。",
    before_paid: "到账日期不能早于拨付日期。",
  },
};

const en: WordsFor<typeof payment> = {
  name: "Payment of an award",
  said: {
    names: ["award", "awards", "grant", "payment", "payments"],
    states: { arrived: ["received", "paid"] },
  },
  title: ({ town, period }) => `${town}: payment of the award of ${period}`,
  states: { due: "To be paid", paid: "Paid, to be confirmed", arrived: "Arrived" },
  steps: {
    order: {
      button: "Pay",
      done: "Those who pay are told.",
      log: "Ordered",
      several: (n) => `${n} awards are to be paid`,
    },
    pay: { button: "Enter the payment", done: "Entered; the county confirms its arrival.", log: "Paid" },
    arrive: { button: "Confirm its arrival", done: "Confirmed.", log: "Confirmed its arrival" },
    missing: {
      button: "Say it did not arrive",
      done: "Those who pay are told.",
      log: "Said it did not arrive",
    },
  },
  fields: { paid_on: "Paid on", paper: "Payment number", arrived_on: "Arrived on", why: "What happened" },
  refused: {
    in_future: "The day cannot be later than today.",
    before_order: "It cannot be paid before it was decided to pay.",
    before_paid: "It cannot arrive before it was paid.",
  },
};

export const paymentWords = { "zh-CN": zh, en };
