import * as z from "zod";
import { type OwnResult, ownResultSchema } from "../year/settled.ts";
import { type At, type Post, procedure, step } from "./definition.ts";
import type { Asks } from "./field.ts";
import { lastTaken, type ProcedureRecord } from "./record.ts";

// 年度考核 of one town: the county's self-assessment, the town's part of the draft result, objections to it, the frozen
// result and its corrections. Opened and led on with the whole year's (annual.ts); `ref` is the year.

const LONGEST = 1000;

/** What other records hold of the year, so that nobody types it again. Amounts in 万元; null: not known. */
const knownSchema = z.object({
  quarters: z.array(z.number().nullable()),
  plan: z.number().nullable(),
  invested: z.number().nullable(),
  /** The year's tasks of the town, and those closed. */
  tasks: z.number(),
  closed: z.number(),
});
export type KnownYear = z.infer<typeof knownSchema>;

const known = { kind: "given", schema: knownSchema } as const;
const result = { kind: "given", schema: ownResultSchema } as const;
export const TOWN_AND_COUNTY = ["town", "county"] as const satisfies readonly Post[];

const selfAssessment = {
  /** The county's own score for the year, 0 to 100. It does not count; it is shown beside the result. */
  self: { kind: "number", keeps: true },
  did: { kind: "words", longest: LONGEST, keeps: true },
  lacks: { kind: "words", longest: 500, optional: true, keeps: true },
  material: { kind: "evidence", least: 1 },
  known,
} as const satisfies Asks;

const assessing = {
  to: "submitted",
  who: ["county"],
  asks: selfAssessment,
  refuses: (_: ProcedureRecord | null, { self }: { self: number }) =>
    self > 100 ? { reason: "out_of_range", field: "self" } : null,
  tells: [],
} as const;

/** When the year's last quarter is reported and ranked: however early the counties are asked, their time begins then. */
export const yearRanked = ({ ref }: Pick<ProcedureRecord, "ref">): string => `${Number(ref) + 1}-01-31`;

export const assessment = procedure({
  id: "assessment",
  key: ({ ref, town }) => `${ref}/${town}`,
  outlasts: true,
  sees: ["county", "county_principal", "office", "leader"],
  reasons: ["objections_over"],
  states: {
    open: { colour: "blue", owes: { post: "county", within: 10, from: yearRanked } },
    submitted: { colour: "turquoise" },
    draft: { colour: "yellow", sees: ["town", "principal"], concerns: TOWN_AND_COUNTY },
    frozen: { colour: "green", ends: true, keepsKey: true, sees: ["town", "principal"] },
  },
  asides: {
    objection: { opens: "object", ends: ["accept", "reject"], owes: { post: "office", within: 2 } },
  },
  steps: {
    open: step({
      from: "start",
      to: "open",
      who: ["office"],
      along: true,
      asks: { known },
      tells: ["county"],
    }),
    assess: step({ ...assessing, from: ["open"] }),
    reassess: step({ ...assessing, from: ["submitted"] }),
    return: step({
      from: ["submitted"],
      to: "open",
      who: ["office"],
      asks: { why: { kind: "words", longest: 500 } },
      tells: ["county"],
    }),
    draft: step({
      from: ["open", "submitted"],
      to: "draft",
      who: ["office"],
      along: true,
      /** `closes`: when objections end, UTC ms. */
      asks: { result, closes: { kind: "given", schema: z.number() } },
      tells: TOWN_AND_COUNTY,
    }),
    object: step({
      from: ["draft"],
      to: "same",
      who: TOWN_AND_COUNTY,
      unless: ["objection"],
      bars: ({ data }, { now }: At) => (now >= Number(data.closes) ? "objections_over" : null),
      asks: { text: { kind: "words", longest: 500 } },
      tells: ["office"],
    }),
    accept: answers(),
    reject: answers(),
    freeze: step({
      from: ["draft"],
      to: "frozen",
      who: ["office"],
      unless: ["objection"],
      along: true,
      asks: { result },
      // Whoever has the draft and whose result is that of the draft is not told again: the card says that it is settled.
      tells: [],
    }),
    /** The corrected result stands beside the one before, which stays in the history. */
    correct: step({
      from: ["frozen"],
      to: "same",
      who: ["office"],
      along: true,
      asks: { result, why: { kind: "words", longest: 500 } },
      tells: TOWN_AND_COUNTY,
    }),
  },
});

function answers() {
  return step({
    from: ["draft"],
    to: "same",
    who: ["office"],
    during: ["objection"],
    asks: { answer: { kind: "words", longest: 500 } },
    tells: TOWN_AND_COUNTY,
  });
}

/** What was known of the year at the last step that looked. */
export function knownOf({ data }: Pick<ProcedureRecord, "data">): KnownYear {
  return knownSchema.parse(data.known);
}

/** The town's result as last drafted, frozen or corrected; null before there is one. */
export function ownResult({ data }: Pick<ProcedureRecord, "data">): OwnResult | null {
  return ownResultSchema.nullable().parse(data.result ?? null);
}

/** The results that were frozen, the newest last: more than one where it was corrected. */
export function frozenResults({ log }: Pick<ProcedureRecord, "log">): OwnResult[] {
  const frozen = log.filter(({ step }) => step === "freeze" || step === "correct");
  return frozen.map(({ values }) => ownResultSchema.parse(values.result));
}

/** Whether the county has sent its self-assessment. */
export function isAssessed(record: Pick<ProcedureRecord, "state" | "log">): boolean {
  return record.state !== "open" && lastTaken(record, ["assess", "reassess"]) !== undefined;
}
