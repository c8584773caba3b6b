import * as z from "zod";
import { procedure, step } from "../procedure/definition.ts";
import { type Asks, offeredSchema } from "../procedure/field.ts";
import { DECISION, declined, proposal, withdraw } from "../procedure/proposal.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import type { Settled } from "../year/settled.ts";

// 年度表彰: the advanced counties (先进县) of a year. The published rule puts forward those that were graded 优秀 in the frozen
// assessment; the office proposes the list, a leader decides. No money follows from it by itself.

const countySchema = z.object({ county: z.string(), score: z.number(), rank: z.number() });
export type Advanced = z.infer<typeof countySchema>;

const byRule = {
  /** The counties the rule puts forward, and the hash of the frozen result; null while the year is not frozen. */
  list: { kind: "given", schema: z.object({ counties: z.array(countySchema), hash: z.string() }).nullable() },
  choices: { kind: "given", schema: offeredSchema },
} as const satisfies Asks;

export const commendation = procedure({
  id: "commendation",
  /** `ref` is the year: one list for it. */
  key: ({ ref }) => ref,
  sees: ["office", "leader"],
  confidential: true,
  reasons: ["not_frozen", "nobody", "moved"],
  states: {
    ...proposal("leader", 5),
    adopted: { colour: "green", ends: true, keepsKey: true, sees: "everyone" },
  },
  steps: {
    propose: step({
      from: "start",
      to: "proposed",
      who: ["office"],
      asks: {
        counties: { kind: "choice", of: "choices", many: true },
        reason: { kind: "words", longest: 500 },
        ...byRule,
      },
      refuses: (_, { list }) => {
        if (list === null) return "not_frozen";
        return list.counties.length === 0 ? "nobody" : null;
      },
      tells: ["leader"],
    }),
    adopt: step({
      from: ["proposed"],
      to: "adopted",
      who: ["leader"],
      not: "propose",
      asks: { decision: DECISION, list: byRule.list },
      refuses: (record, { list }) => (list?.hash === listIn(record)?.hash ? null : "moved"),
      sets: (record) => ({ told: commended(record).map(({ county }) => `county.${county}`) }),
      tells: ["office", { each: "told" }],
    }),
    drop: declined,
    withdraw,
  },
});

/** The list of a record as the rule gave it; null where there is none. */
export function listIn(record: Pick<ProcedureRecord, "data"> | null) {
  return byRule.list.schema.parse(record?.data.list ?? null);
}

/** The counties of a record's list that were chosen, in rank order. */
export function commended(record: Pick<ProcedureRecord, "data"> | null): Advanced[] {
  const chosen = z.array(z.string()).parse(record?.data.counties ?? []);
  return (listIn(record)?.counties ?? []).filter(({ county }) => chosen.includes(county));
}

/** The counties a year's result puts forward: graded 优秀, in rank order. */
export function advancedCounties({ counties }: Settled): Advanced[] {
  return counties.flatMap(({ county, score, rank, grade }) =>
    grade === "excellent" && score !== null && rank !== null ? [{ county, score, rank }] : [],
  );
}
