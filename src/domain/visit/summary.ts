import type { PeriodId } from "../calendar/period.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import { countyOf, type Programme } from "../programme/programme.ts";
import { isUnmended, type Mending, mendingOf } from "./rectification.ts";
import { type Note, notesOf, planOf, quarterOfVisit, unvisited, type VisitPlan } from "./visit.ts";

// The 督查 of a quarter as facts, for its card and for a bulletin.

/**
 * `visits`: under way or reported; `towns`: visited, by slug in the pack's order. `praised`: what was praised; `mendings`:
 * what was found to be mended in the quarter, `open`: what of it, and of earlier quarters, is not closed, the late ones
 * first. `unplanned`: counties by slug in which no town is on a visit of the quarter, and `awaited`: those whose visit is
 * planned and has not been. `coming`: visits planned, the next first.
 */
export type VisitSummary = {
  period: PeriodId;
  visits: number;
  planned: number;
  towns: string[];
  praised: Note[];
  mendings: Mending[];
  closed: number;
  open: Mending[];
  unplanned: string[];
  awaited: string[];
  coming: VisitPlan[];
};

/** Sums a quarter up from the records of visits and of what is to be mended; `today`: for what is late. */
export function visitSummary(
  programme: Programme,
  period: PeriodId,
  records: { visits: readonly ProcedureRecord[]; mendings: readonly ProcedureRecord[] },
  today: string,
): VisitSummary {
  const own = records.visits.filter((one) => one.state !== "cancelled" && quarterOfVisit(one) === period);
  const went = own.filter(({ state }) => state !== "planned");
  const ids = new Set(own.map(({ id }) => id));
  const mendings = records.mendings
    .map((record) => mendingOf(record, today))
    .filter(({ state }) => state !== "withdrawn");
  const ofQuarter = mendings.filter((one) => ids.has(one.visit));
  const seen = new Set(
    went.flatMap((one) => planOf(one).towns.filter((slug) => !unvisited(one).includes(slug))),
  );
  const listed = new Set(own.flatMap((one) => planOf(one).towns));
  const covered = countiesOf(programme, listed);
  const visited = countiesOf(programme, seen);
  return {
    period,
    visits: went.length,
    planned: own.length - went.length,
    towns: programme.towns.map(({ slug }) => slug).filter((slug) => seen.has(slug)),
    praised: went.flatMap(notesOf).filter(({ verdict }) => verdict === "praise"),
    mendings: ofQuarter,
    closed: ofQuarter.filter(({ state }) => state === "closed").length,
    open: mendings.filter(isUnmended).sort((a, b) => Number(b.late) - Number(a.late)),
    unplanned: countiesWithTowns(programme).filter((slug) => !covered.has(slug)),
    awaited: countiesWithTowns(programme).filter((slug) => covered.has(slug) && !visited.has(slug)),
    coming: own
      .filter(({ state }) => state === "planned")
      .map(planOf)
      .sort((a, b) => a.from.localeCompare(b.from)),
  };
}

/** The counties that have a town in the programme, in the pack's order. */
function countiesWithTowns(programme: Programme): string[] {
  const all = countiesOf(programme, new Set(programme.towns.map(({ slug }) => slug)));
  return programme.counties.map(({ slug }) => slug).filter((slug) => all.has(slug));
}

function countiesOf(programme: Programme, towns: ReadonlySet<string>): Set<string> {
  return new Set(
    programme.towns.filter(({ slug }) => towns.has(slug)).map((town) => countyOf(programme, town).slug),
  );
}
