import { asOf } from "../../../../cards/living/living.ts";
import { planNewsCard } from "../../../../cards/plan/plan-news.ts";
import { planText } from "../../../../cards/text/plan.ts";
import type { OutboxRow } from "../../../../db/commit.ts";
import type { Deps } from "../../../deps.ts";
import type { PlanChange } from "../../../domain/plan/plan-change.ts";
import { type Report, reportId } from "../../../domain/report/report.ts";
import { townOfficial } from "../../roster/people.ts";
import { enqueueCard } from "../../sending/enqueue-message.ts";

/**
 * Tells the official of each town whose report follows a change of the year's plan, privately and in working hours,
 * what changed. `followed`: the reports after the change.
 */
export async function tellTowns(
  deps: Deps,
  year: number,
  changes: readonly PlanChange[],
  followed: readonly Report[],
): Promise<OutboxRow[]> {
  const told = changes.flatMap((change) => {
    const reports = followed.filter(({ town }) => town === change.town);
    const last = reports.at(-1);
    return last ? [{ change, last, periods: reports.map(({ period }) => period) }] : [];
  });
  const rows = await Promise.all(
    told.map(async ({ change, last, periods }) => {
      const asked = await townOfficial(deps, change.town);
      return asked.map(({ openId, locale }) => {
        const now = deps.clock.now();
        const card = planNewsCard({ programme: deps.programme, year, change, periods, locale });
        const subject = reportId(last.period, last.town);
        // The report's revision: each change is told once.
        const cause = `plan ${subject} ${last.revision}`;
        const to = { openId, quiet: true };
        const stands = { kind: "plan_news", subject } as const;
        return enqueueCard(
          to,
          asOf(card, now, locale),
          cause,
          planText(locale).newsFallback(year),
          now,
          stands,
        );
      });
    }),
  );
  return rows.flat();
}
