import * as z from "zod";
import { AWARD_METHODS, type AwardMethod } from "../year/awards.ts";
import { procedure, step } from "./definition.ts";
import { beginning, lastTaken, type ProcedureRecord } from "./record.ts";

// 以奖代补 (scoring.md 6): the split the office chose for a quarter's result, and why. The splits are calculated
// in domain/year/awards.ts; a new choice is added to the earlier ones.

const LONGEST_REASON = 500;

const splitSchema = z.object({
  /** Amounts by town in rank order, and the remainder, 万元. */
  awards: z.array(z.object({ id: z.string(), amount: z.number() })),
  reserve: z.number(),
  /** The hash of the published result it is based on. */
  hash: z.string(),
});

const choosing = {
  to: "chosen",
  who: ["office"],
  asks: {
    pot: { kind: "amount", keeps: true },
    floor: { kind: "number", optional: true, keeps: true },
    base: { kind: "number", optional: true, keeps: true },
    tied: { kind: "choice", of: () => [{ id: "equal" }, { id: "by_id" }], keeps: true },
    method: { kind: "choice", of: () => AWARD_METHODS.map((id) => ({ id })) },
    reason: { kind: "words", longest: LONGEST_REASON },
    /** The resulting amounts; null if the split is impossible or no result is published. */
    split: { kind: "given", schema: splitSchema.nullable() },
  },
  refuses: (_: ProcedureRecord | null, { pot, split }: { pot: number; split: Split | null }) => {
    if (!(pot > 0)) return "bad_pot";
    return split === null ? "no_method" : null;
  },
  tells: [],
} as const;

export const award = procedure({
  id: "award",
  key: ({ period }) => period,
  sees: ["office", "leader"],
  reasons: ["bad_pot", "no_method"],
  states: {
    chosen: { colour: "green", ends: true, keepsKey: true },
    /** Every town's part is being paid, each as a record of its own. */
    paying: { colour: "turquoise", ends: true, keepsKey: true },
  },
  steps: {
    choose: step({ ...choosing, from: "start" }),
    change: step({ ...choosing, from: ["chosen"] }),
    start_payment: step({
      from: ["chosen"],
      to: "paying",
      who: ["office", "leader"],
      not: ["choose", "change"],
      asks: {},
      bars: ({ data }) => (data.split ? null : "no_method"),
      tells: [],
    }),
  },
});

type Split = z.infer<typeof splitSchema>;

const choiceSchema = z.object({
  method: z.enum(AWARD_METHODS),
  pot: z.number(),
  reason: z.string(),
  split: splitSchema.nullable().default(null),
});

/** The last choice: which split, of what pot (万元), why, by whom and when (UTC ms). */
export type AwardChoice = {
  method: AwardMethod;
  pot: number;
  reason: string;
  split: Split | null;
  by: string;
  at: number;
};

/** The last choice in a record. */
export function awardChoice(record: ProcedureRecord): AwardChoice {
  const { name, at } = lastTaken(record, ["choose", "change"]) ?? beginning(record);
  return { ...choiceSchema.parse(record.data), by: name, at };
}
