import * as z from "zod";
import { investmentRatio } from "../ranking/ranking.ts";
import { sectionState } from "../report/completeness.ts";
import { type Basis, sectionsOf } from "../report/content.ts";
import { isHandedIn, type Report, reportState } from "../report/report.ts";
import { FLAG_KINDS, softFlags } from "../report/soft-checks.ts";
import { ownFlags } from "./check-up.ts";
import { checkupFlagSchema } from "./checkup-flag.ts";

// What lists of all towns show of one report: computed once for each change of it, and then read instead of the report.

const flagSchema = checkupFlagSchema.extend({ kind: z.enum(FLAG_KINDS) });

export const briefSchema = z.object({
  /** The pack it was computed under. */
  pack: z.string(),
  started: z.boolean(),
  /** Sections filled in. */
  done: z.number(),
  /** The last step, UTC ms. */
  at: z.number().nullable(),
  firstSubmittedAt: z.number().nullable(),
  supplement: z.literal(true).exactOptional(),
  returned: z.object({ at: z.number() }).nullable(),
  /** Of a report that is handed in: its soft checks, its own part of the check-up, and invested by due. */
  asked: z.array(flagSchema),
  own: z.array(checkupFlagSchema),
  ratio: z.number().nullable(),
});
export type Brief = z.infer<typeof briefSchema>;

/** `pack`: a mark of the pack, which changes with it. */
export function briefOf(report: Report, basis: Basis, pack: string): Brief {
  const { programme, period } = basis;
  const handedIn = isHandedIn(report);
  const { firstSubmittedAt, supplement, returned } = report;
  const invested = investmentRatio(report.content, programme, period, basis.plan.schedule);
  return {
    pack,
    started: reportState(report) !== "not_started",
    done: filledIn(report, basis),
    at: lastStep(report),
    firstSubmittedAt,
    ...(supplement ? { supplement } : {}),
    returned: returned && { at: returned.at },
    asked: handedIn ? softFlags(report.content, basis) : [],
    own: handedIn ? ownFlags({ report, basis }) : [],
    ratio: handedIn ? (invested?.ratio ?? null) : null,
  };
}

/**
 * Unchanged areas count as filled in once somebody has started. A newly due item left at 0 in a submitted report was left
 * so deliberately.
 */
function filledIn(report: Report, basis: Basis): number {
  if (reportState(report) === "not_started") return 0;
  const counted = ["done", "kept", ...(report.firstSubmittedAt === null ? [] : ["due"])];
  const states = sectionsOf(basis.programme).map((section) => sectionState(report, basis, section));
  return states.filter((state) => counted.includes(state)).length;
}

function lastStep(report: Report): number | null {
  const saved = Object.values(report.saved).map(({ at }) => at);
  const steps = [report.submittedAt, report.approvedAt, report.returned?.at].map((at) => at ?? 0);
  return Math.max(0, ...saved, ...steps) || null;
}
