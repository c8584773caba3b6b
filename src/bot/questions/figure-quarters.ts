import { listPeriods, loadPlan } from "../../../db/periods.ts";
import { findPublication } from "../../../db/publications.ts";
import { findReport } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, yearOf } from "../../domain/calendar/period.ts";
import type { AskedFigure } from "../../domain/question/asked-figure.ts";
import type { Reader } from "../../domain/question/may-know.ts";
import { figureValue, type Line, type Reckoned } from "../../domain/question/reckon.ts";
import { townFact } from "./town-fact.ts";

/** Quarters beside an answer. */
const SHOWN = 6;

/**
 * The figure asked for in one town's last quarters up to the answer's own, oldest first, as far as the reader may know
 * each; empty for several towns.
 */
export async function figureQuarters(
  deps: Deps,
  reader: Reader,
  { figure, how }: AskedFigure,
  { lines }: Reckoned,
  period: PeriodId,
): Promise<Array<Pick<Line, "value" | "standing"> & { period: PeriodId }>> {
  const [own, other] = lines;
  if (!own || other || how.kind !== "value") return [];
  const { town } = own;
  const before = (await listPeriods(deps.db)).filter(({ id }) => id < period).slice(1 - SHOWN);
  const earlier = await Promise.all(
    before.map(async ({ id }) => {
      const [report, publication, plan] = await Promise.all([
        findReport(deps.db, id, town.slug),
        findPublication(deps.db, id),
        loadPlan(deps.db, yearOf(id), town.slug),
      ]);
      const of = { town, period: id, report, publication, schedule: plan.schedule };
      const fact = townFact(deps.programme, reader, of, figure);
      const value = fact && figureValue(figure, fact);
      return fact && value !== null ? [{ period: id, value, standing: fact.standing }] : [];
    }),
  );
  return [...earlier.flat(), { period, value: own.value, standing: own.standing }];
}
