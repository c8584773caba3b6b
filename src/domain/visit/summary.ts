import { type PeriodId, quarterAt } from "../calendar/period.ts";
import { shanghaiTime } from "../calendar/shanghai-time.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import { countyOf, type Programme } from "../programme/programme.ts";
import { isUnmended, type Mending, mendingOf } from "./rectification.ts";
import { type Note, notesOf, planOf, quarterOfVisit, unvisited, type VisitPlan } from "./visit.ts";

// The 督查 of a quarter as facts, for its card and for a bulletin.

/**
 * `visits`: under way or reported; `towns`: visited, by slug in the pack's order. `praised`: what was praised; `mendings`:
 * what was found to be mended in the quarter, `open`: what of it, and of earlier quarters, is not closed, the late ones
 * first. `unplanned`: counties by slug in which no town is on a visit of the quarter, and `awaited`: those whose visit is
 * planned and has not been. `coming`: visits planned in it or later, the next first. `past`: the quarter is over. `ever`: there was
 * one at all, or is to be.
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
  past: boolean;
  ever: boolean;
};

/** The records inspections are summed up from. */
export type VisitRecords = { visits: readonly ProcedureRecord[]; mendings: readonly ProcedureRecord[] };

/** Sums a quarter up from the records of visits and of what is to be mended; `today`: for what is late. */
export function visitSummary(
  programme: Programme,
  period: PeriodId,
  records: VisitRecords,
  today: string,
  present: Programme = programme,
): VisitSummary {
  const planned = records.visits.filter(({ state }) => state !== "cancelled");
  const own = planned.filter((one) => quarterOfVisit(one) === period);
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
    open: mendings
      .filter((one) => isUnmended(one) && quarterAt(shanghaiTime(one.foundOn, "12:00")) <= period)
      .sort((a, b) => Number(b.late) - Number(a.late)),
    unplanned: countiesWithTowns(present).filter((slug) => !covered.has(slug)),
    awaited: countiesWithTowns(present).filter((slug) => covered.has(slug) && !visited.has(slug)),
    coming: planned
      .filter((one) => one.state === "planned" && quarterOfVisit(one) >= period)
      .map(planOf)
      .sort((a, b) => a.from.localeCompare(b.from)),
    ever: planned.length > 0,
    past: quarterAt(shanghaiTime(today, "12:00")) > period,
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

/** One visit: where it was, what was noted there, and how what is to be mended stands now. */
export type VisitSeen = {
  id: string;
  plan: VisitPlan;
  towns: string[];
  notes: Note[];
  mendings: Mending[];
};

/** The visit that began last among those that were; null without one. */
export function lastVisit({ visits, mendings }: VisitRecords, today: string): VisitSeen | null {
  const [last] = visits
    .filter(({ state }) => state === "under_way" || state === "reported")
    .sort((a, b) => planOf(b).from.localeCompare(planOf(a).from));
  if (!last) return null;
  const plan = planOf(last);
  return {
    id: last.id,
    plan,
    towns: plan.towns.filter((slug) => !unvisited(last).includes(slug)),
    notes: notesOf(last),
    mendings: mendings
      .filter(({ ref, town, state }) => ref === last.id && plan.towns.includes(town) && state !== "withdrawn")
      .map((record) => mendingOf(record, today)),
  };
}
