import * as z from "zod";
import { type Settled, settledSchema } from "../year/settled.ts";
import { yearRanked } from "./assessment.ts";
import { procedure, step } from "./definition.ts";
import type { ProcedureRecord } from "./record.ts";

// 年度考核 of the whole programme (scoring.md 2): the office starts the counties' self-assessments, drafts the result
// from what is published and appraised, and freezes it after the objections; the counties' table goes into their target
// responsibility. Each town has a record of its own (assessment.ts). `ref` is the year.

/** Null while a quarter is not published or an appraisal is missing. */
const result = { kind: "given", schema: settledSchema.nullable() } as const;

/** Steps that take a result from the office. */
const OFFICE = ["office"] as const;

export const annual = procedure({
  id: "annual",
  key: ({ ref }) => ref,
  sees: ["office", "leader"],
  reasons: [
    "bad_year",
    "not_complete",
    "calendar_unknown",
    "self_missing",
    "too_soon",
    "objections_open",
    "unchanged",
  ],
  states: {
    self: { colour: "blue", owes: { post: "office", within: 15, from: yearRanked } },
    draft: { colour: "yellow", owes: { post: "office", within: 8 } },
    frozen: { colour: "green", ends: true, keepsKey: true, sees: "everyone" },
    correcting: { colour: "orange", owes: { post: "office", within: 2 }, sees: "everyone" },
  },
  steps: {
    start: step({
      from: "start",
      to: "self",
      who: OFFICE,
      /** Whether the year has a published quarter. */
      asks: { known: { kind: "given", schema: z.boolean() } },
      refuses: (_, { known }) => (known ? null : "bad_year"),
      tells: [],
    }),
    draft: step({
      from: ["self"],
      to: "draft",
      who: OFFICE,
      asks: {
        /** Why the result is drafted without a county's self-assessment. */
        without: { kind: "words", longest: 300, optional: true },
        result,
        /** Towns without one. */
        missing: { kind: "given", schema: z.array(z.string()) },
        /** When objections end, UTC ms; null where the year's holidays are not known. */
        closes: { kind: "given", schema: z.number().nullable() },
      },
      refuses(_, { without, missing, closes, result: drafted }) {
        if (drafted === null) return "not_complete";
        if (closes === null) return "calendar_unknown";
        return missing.length > 0 && without === "" ? { reason: "self_missing", field: "without" } : null;
      },
      tells: ["leader"],
    }),
    freeze: step({
      from: ["draft"],
      to: "frozen",
      who: OFFICE,
      not: "draft",
      asks: {
        decision: { kind: "words", longest: 500 },
        result,
        /** Objections without an answer. */
        unanswered: { kind: "given", schema: z.number() },
      },
      refuses(record, { unanswered, result: frozen }, { now }) {
        if (unanswered > 0) return "objections_open";
        if (now < Number(record?.data.closes)) return "too_soon";
        return frozen === null ? "not_complete" : null;
      },
      tells: [{ took: "draft" }, "leader"],
    }),
    propose_correction: step({
      from: ["frozen"],
      to: "correcting",
      who: OFFICE,
      asks: { why: { kind: "words", longest: 500 }, proposed: result },
      refuses(record, { proposed }) {
        if (proposed === null) return "not_complete";
        return proposed.hash === (record && settledOf(record))?.hash ? "unchanged" : null;
      },
      tells: OFFICE,
    }),
    correct: step({
      from: ["correcting"],
      to: "frozen",
      who: OFFICE,
      not: "propose_correction",
      asks: { decision: { kind: "words", longest: 500 }, result },
      refuses: (_, { result: corrected }) => (corrected === null ? "not_complete" : null),
      tells: [{ took: "propose_correction" }, "leader"],
    }),
    drop_correction: step({
      from: ["correcting"],
      to: "frozen",
      who: OFFICE,
      asks: { decision: { kind: "words", longest: 500 } },
      tells: [{ took: "propose_correction" }],
    }),
  },
});

/** The result as last drafted, frozen or corrected; null before there is one. */
export function settledOf({ data }: Pick<ProcedureRecord, "data">): Settled | null {
  return settledSchema.nullable().parse(data.result ?? null);
}

/** The results that were frozen, the newest last. */
export function frozenYears({ log }: Pick<ProcedureRecord, "log">): Settled[] {
  const frozen = log.filter(({ step }) => step === "freeze" || step === "correct");
  return frozen.map(({ values }) => settledSchema.parse(values.result));
}
