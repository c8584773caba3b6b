import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { rectification } from "../../domain/visit/rectification.ts";
import {
  lastVisit,
  type VisitRecords,
  type VisitSeen,
  type VisitSummary,
  visitSummary,
} from "../../domain/visit/summary.ts";
import { visit, visitsTo } from "../../domain/visit/visit.ts";
import { presentPack } from "../stages/still-in.ts";

type From = Pick<Deps, "db" | "clock" | "programme">;

/**
 * The inspections of a quarter as facts: for its card, for the form of a new visit, and for a bulletin. `towns`: what the
 * people of these may know of it.
 */
export async function visitFacts(
  deps: From,
  period: PeriodId,
  towns?: ReadonlySet<string>,
): Promise<VisitSummary> {
  const records = await visitRecords(deps, towns);
  return visitSummary(
    deps.programme,
    period,
    records,
    shanghaiDay(deps.clock.now()),
    await presentPack(deps),
  );
}

/** The last inspection of the city, or of these towns. */
export async function lastVisitTo(deps: From, towns?: ReadonlySet<string>): Promise<VisitSeen | null> {
  return lastVisit(await visitRecords(deps, towns), shanghaiDay(deps.clock.now()));
}

async function visitRecords({ db }: From, towns?: ReadonlySet<string>): Promise<VisitRecords> {
  const [visits, mendings] = await Promise.all([
    listRecords(db, { procedure: visit.id }),
    listRecords(db, { procedure: rectification.id }),
  ]);
  if (!towns) return { visits, mendings };
  return { visits: visitsTo(visits, towns), mendings: mendings.filter(({ town }) => towns.has(town)) };
}
