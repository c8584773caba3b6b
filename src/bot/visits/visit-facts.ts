import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { rectification } from "../../domain/visit/rectification.ts";
import { type VisitSummary, visitSummary } from "../../domain/visit/summary.ts";
import { visit } from "../../domain/visit/visit.ts";

/** The inspections of a quarter as facts: for its card, for the form of a new visit, and for a bulletin. */
export async function visitFacts(
  { db, clock, programme }: Pick<Deps, "db" | "clock" | "programme">,
  period: PeriodId,
): Promise<VisitSummary> {
  const [visits, mendings] = await Promise.all([
    listRecords(db, { procedure: visit.id }),
    listRecords(db, { procedure: rectification.id }),
  ]);
  return visitSummary(programme, period, { visits, mendings }, shanghaiDay(clock.now()));
}
