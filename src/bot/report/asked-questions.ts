import type { AskedQuestions } from "../../../cards/ranking/asked-questions.ts";
import { listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { softFlags } from "../../domain/report/soft-checks.ts";
import { loadBases } from "./load-report-contexts.ts";

/** The check-up's questions about the approved reports of a quarter, by town. */
export async function askedQuestionsOf(deps: Deps, period: PeriodId): Promise<Map<string, AskedQuestions>> {
  const [reports, bases] = await Promise.all([listReports(deps.db, period), loadBases(deps, period)]);
  return new Map(
    reports.flatMap((report): Array<[string, AskedQuestions]> => {
      const basis = bases.get(report.town);
      if (!basis || report.status !== "approved") return [];
      return [[report.town, { report, flags: softFlags(report.content, basis) }]];
    }),
  );
}
