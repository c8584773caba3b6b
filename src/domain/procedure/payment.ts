import * as z from "zod";
import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { type At, procedure, step } from "./definition.ts";
import { lastTaken, type ProcedureRecord } from "./record.ts";

// 奖补资金拨付: what a town's county gets of an award, from the order to pay until it arrived at the county.

const day = { kind: "day", edge: "none" } as const;

function future(field: string, value: string, { now }: At) {
  return value > shanghaiDay(now) ? { reason: "in_future", field } : null;
}

export const payment = procedure({
  id: "payment",
  /** `ref` is the award's record. */
  key: ({ town, ref }) => `${ref} ${town}`,
  outlasts: true,
  sees: ["office", "leader", "county", "county_principal", { named: "payer" }],
  reasons: ["in_future", "before_order", "before_paid"],
  states: {
    due: { colour: "orange", owes: { post: { named: "payer" }, within: 10 } },
    paid: { colour: "blue", owes: { post: "county", within: 5 } },
    arrived: { colour: "green", ends: true, keepsKey: true },
  },
  steps: {
    order: step({
      from: "start",
      to: "due",
      who: ["office", "leader"],
      along: true,
      asks: {
        /** 万元. */
        amount: { kind: "given", schema: z.number().positive() },
        payer: { kind: "given", schema: z.string() },
      },
      tells: [{ named: "payer" }],
    }),
    pay: step({
      from: ["due"],
      to: "paid",
      who: [{ named: "payer" }, "office"],
      asks: { paid_on: { ...day, keeps: true }, paper: { kind: "words", longest: 60, keeps: true } },
      refuses(record, { paid_on }, at) {
        const ordered = record && lastTaken(record, "order");
        if (ordered && paid_on < shanghaiDay(ordered.at)) return { reason: "before_order", field: "paid_on" };
        return future("paid_on", paid_on, at);
      },
      tells: ["county"],
    }),
    arrive: step({
      from: ["paid"],
      to: "arrived",
      who: ["county"],
      asks: { arrived_on: day },
      refuses: (record, { arrived_on }, at) => {
        const paidOn = String(record?.data.paid_on ?? "");
        if (arrived_on < paidOn) return { reason: "before_paid", field: "arrived_on" };
        return future("arrived_on", arrived_on, at);
      },
      // The payer's own card says so; only money that is missing is a message.
      tells: [],
    }),
    missing: step({
      from: ["paid"],
      to: "due",
      who: ["county"],
      asks: { why: { kind: "words", longest: 200 } },
      tells: [{ named: "payer" }],
    }),
  },
});

/** The amount of a payment, 万元. */
export function paymentAmount({ data }: Pick<ProcedureRecord, "data">): number {
  return z.number().parse(data.amount);
}
