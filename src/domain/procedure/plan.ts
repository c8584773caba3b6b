import * as z from "zod";
import { planChangeSchema } from "../plan/plan-change.ts";
import { REPORT_STATUSES } from "../report/report.ts";
import { procedure, step } from "./definition.ts";
import { offeredSchema } from "./field.ts";
import { proposal, withdraw as withdrawn } from "./proposal.ts";
import type { ProcedureRecord } from "./record.ts";

// 年度计划: one member of the office submits the year's plan as a workbook, or a change of one figure; a second
// person (a leader if the office has one member) confirms it. From then on forms and scores use it.

/** Refusal reasons for a change of one figure, besides the common ones. */
export const FIGURE_REASONS = [
  "not_amount",
  "not_percent",
  "negative",
  "too_large",
  "over_100",
  "planned_falls",
  "unknown_due",
  "other_year",
] as const;

/**
 * A report of an unpublished quarter that the change affects; it follows the change only while its town is
 * filling it in.
 */
const concernedSchema = z.object({
  period: z.string(),
  town: z.string(),
  state: z.enum(["not_started", ...REPORT_STATUSES]),
});
export type Concerned = z.infer<typeof concernedSchema>;

const PROPOSER = [{ took: "propose" }, { took: "change" }] as const;

const proposed = {
  /** The plans before and after the change. */
  changes: { kind: "given", schema: z.array(planChangeSchema) },
  /** The affected reports of unpublished quarters at this time. */
  concerned: { kind: "given", schema: z.array(concernedSchema) },
} as const;

export const plan = procedure({
  id: "plan",
  /** `ref` is the year: one open proposal for each year. */
  key: ({ ref }) => ref,
  sees: ["office", "leader"],
  reasons: ["moved", "unchanged", ...FIGURE_REASONS],
  states: proposal("office", 2),
  steps: {
    propose: step({
      from: "start",
      to: "proposed",
      who: ["office"],
      byReply: true,
      asks: { file: { kind: "given", schema: z.string() }, ...proposed },
      refuses: (_, { changes }) => (changes.length === 0 ? "unchanged" : null),
      tells: ["office"],
    }),
    change: step({
      from: "start",
      to: "proposed",
      who: ["office"],
      asks: {
        figure: { kind: "choice", of: "figures" },
        value: { kind: "words", longest: 30 },
        reason: { kind: "words", longest: 200 },
        /** The figures of the town's plan that can be changed. */
        figures: { kind: "given", schema: offeredSchema },
        /** Why the value is refused; null if it is accepted. */
        problem: { kind: "given", schema: z.enum(FIGURE_REASONS).nullable() },
        ...proposed,
      },
      refuses: (_, { problem, changes }) => {
        if (problem !== null) return { reason: problem, field: "value" };
        return changes.length === 0 ? "unchanged" : null;
      },
      tells: ["office"],
    }),
    adopt: step({
      from: ["proposed"],
      to: "adopted",
      who: ["office", "leader"],
      not: ["propose", "change"],
      asks: {
        /** Whether the plan has changed since the proposal was made. */
        moved: { kind: "given", schema: z.boolean() },
        concerned: proposed.concerned,
      },
      refuses: (_, { moved }) => (moved ? "moved" : null),
      tells: PROPOSER,
    }),
    drop: step({
      from: ["proposed"],
      to: "dropped",
      who: ["office", "leader"],
      not: ["propose", "change"],
      asks: { why: { kind: "words", longest: 200 } },
      tells: PROPOSER,
    }),
    withdraw: { ...withdrawn, who: PROPOSER },
  },
});

const proposalSchema = z.object({
  file: z.string().default(""),
  changes: z.array(planChangeSchema),
  concerned: z.array(concernedSchema).default([]),
});

/** The changes proposed by a record; `file` is "" for a change of one figure. */
export function planProposal({ data }: Pick<ProcedureRecord, "data">): z.infer<typeof proposalSchema> {
  return proposalSchema.parse(data);
}
