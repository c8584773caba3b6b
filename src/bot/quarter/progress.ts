import type { Card } from "../../../cards/card.ts";
import { openPeriodCard } from "../../../cards/office/open-period.ts";
import { type ProgressView, progressCard } from "../../../cards/office/progress.ts";
import { findPeriod } from "../../../db/periods.ts";
import { findProvisional, findPublication } from "../../../db/publications.ts";
import { listRecords } from "../../../db/records.ts";
import { findReport, listReports, townsByStatus, untouchedTowns } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { nextStep, refuseClose } from "../../domain/quarter/steps.ts";
import { punctualityOf } from "../../domain/quarter/supplement.ts";
import { timetable, UNOPENED } from "../../domain/quarter/timetable.ts";
import { rankingOf } from "../../domain/ranking/publication.ts";
import { sectionState } from "../../domain/report/completeness.ts";
import { type Basis, sectionsOf } from "../../domain/report/content.ts";
import { type Report, reportState } from "../../domain/report/report.ts";
import type { ProgressRow, TownState } from "../../domain/views.ts";
import { checkUpOverview } from "../report/check-up.ts";
import { loadBases, loadBasis } from "../report/load-report-contexts.ts";
import { bandsFor } from "./rank-facts.ts";
import { stepFacts } from "./step-facts.ts";
import { unmendedIn } from "./unmended.ts";

/** The subject of a quarter's progress cards. */
export function progressSubject(period: PeriodId): string {
  return `progress ${period}`;
}

/** The state of each of these towns' reports; the reports are not read for it. */
export async function townStates(
  { db }: Deps,
  period: PeriodId,
  towns: readonly Town[],
): Promise<TownState[]> {
  const [byStatus, untouched] = await Promise.all([townsByStatus(db, period), untouchedTowns(db, period)]);
  const states = new Map([...byStatus].flatMap(([status, of]) => of.map((slug) => [slug, status] as const)));
  return towns.map((town) => {
    const status = untouched.has(town.slug) ? undefined : states.get(town.slug);
    return { town, state: status ?? "not_started" };
  });
}

/** The state of each town's report, and how far it has come. */
async function progressRows(deps: Deps, period: PeriodId): Promise<ProgressRow[]> {
  const [reports, bases] = await Promise.all([listReports(deps.db, period), loadBases(deps, period)]);
  const byTown = new Map(reports.map((report) => [report.town, report]));
  return rowsOf(deps, deps.programme.towns, byTown, bases);
}

/** The same of a few towns. */
export async function progressOf(
  deps: Deps,
  period: PeriodId,
  towns: readonly Town[],
): Promise<ProgressRow[]> {
  const found = await Promise.all(
    towns.map(async ({ slug }) => ({
      report: await findReport(deps.db, period, slug),
      basis: await loadBasis(deps, period, slug),
    })),
  );
  const reports = found.flatMap(({ report }) => report ?? []);
  return rowsOf(
    deps,
    towns,
    new Map(reports.map((report) => [report.town, report])),
    new Map(found.map(({ basis }) => [basis.town, basis])),
  );
}

function rowsOf(
  deps: Deps,
  towns: readonly Town[],
  reports: ReadonlyMap<string, Report>,
  bases: ReadonlyMap<string, Basis>,
): ProgressRow[] {
  const sections = sectionsOf(deps.programme);
  return towns.map((town): ProgressRow => {
    const report = reports.get(town.slug);
    const basis = bases.get(town.slug);
    if (!report || !basis)
      return { town, state: "not_started", at: null, done: 0, sections: sections.length };
    const states = sections.map((section) => sectionState(report, basis, section));
    const touched = [
      ...Object.values(report.saved).map((s) => s.at),
      report.submittedAt ?? 0,
      report.approvedAt ?? 0,
      report.returned?.at ?? 0,
    ];
    const state = reportState(report);
    // Unchanged areas count as filled in once somebody has started. A newly due item left at 0 in a submitted report
    // was left so deliberately.
    const counted = ["done", "kept", ...(report.firstSubmittedAt === null ? [] : ["due"])];
    const filled = state === "not_started" ? [] : states.filter((s) => counted.includes(s));
    return {
      town,
      state,
      at: Math.max(...touched) || null,
      done: filled.length,
      sections: sections.length,
      ...lateness(deps, report),
    };
  });
}

function lateness({ programme }: Deps, report: Report): Pick<ProgressRow, "late" | "supplement"> {
  const came = punctualityOf(report, programme);
  if (came?.kind === "supplement") return { supplement: true };
  return came?.kind === "late" ? { late: came.workingDays } : {};
}

/** The office's card of a quarter (`progress 2026Q3`): its progress, or the offer to open it. */
export async function drawProgress(
  deps: Deps,
  subject: string,
  reader: Person,
): Promise<{ card: Card } | null> {
  const period = parsePeriod(subject.slice(subject.indexOf(" ") + 1));
  if (!period || reader.role !== "city_office") return null;
  const { locale } = reader;
  const now = deps.clock.now();
  const { programme } = deps;
  const row = await findPeriod(deps.db, period);
  const quarter = timetable(period, programme, row ?? UNOPENED, now);
  if (!row) return { card: openPeriodCard({ programme, period, quarter, locale }) };
  const [rows, facts, checkup, records, ranked] = await Promise.all([
    progressRows(deps, period),
    stepFacts(deps, period),
    checkUpOverview(deps, period),
    listRecords(deps.db, { period }),
    rankedSoFar(deps, period),
  ]);
  const next = nextStep(quarter, facts, programme, now);
  const view = {
    programme,
    period,
    rows,
    quarter,
    next,
    unmended: next.step === "publish" ? await unmendedIn(deps, period, records) : [],
    closable: quarter.lock === null && quarter.stage !== "locked" && refuseClose(quarter, facts) === null,
    records,
    kits: deps.procedures,
    checkup,
    ranked,
  };
  return { card: progressCard({ ...view, locale }) };
}

/** The published result, else the provisional one, with its rank bands. */
async function rankedSoFar(deps: Deps, period: PeriodId): Promise<ProgressView["ranked"]> {
  const published = await findPublication(deps.db, period);
  const shown = published ?? (await findProvisional(deps.db, period));
  if (!shown) return null;
  return {
    ranking: rankingOf(shown, deps.programme),
    bands: bandsFor(shown),
    provisional: published === null,
  };
}
