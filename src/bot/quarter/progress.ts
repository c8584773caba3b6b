import type { Card } from "../../../cards/card.ts";
import { openPeriodCard } from "../../../cards/office/open-period.ts";
import { type ProgressView, progressCard } from "../../../cards/office/progress.ts";
import { findPeriod } from "../../../db/periods.ts";
import { findProvisional, findPublication } from "../../../db/publications.ts";
import { listRecords } from "../../../db/records.ts";
import { findReport, townsByStatus, untouchedTowns } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import { type Brief, briefOf } from "../../domain/checkup/brief.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { Programme, Town } from "../../domain/programme/programme.ts";
import { nextStep, refuseClose } from "../../domain/quarter/steps.ts";
import { punctualityOf } from "../../domain/quarter/supplement.ts";
import { timetable, UNOPENED } from "../../domain/quarter/timetable.ts";
import { rankingOf } from "../../domain/ranking/publication.ts";
import { sectionsOf } from "../../domain/report/content.ts";
import type { Report } from "../../domain/report/report.ts";
import type { ProgressRow, TownState } from "../../domain/views.ts";
import { type BriefReport, loadBriefs } from "../report/briefs.ts";
import { checkUpOverview } from "../report/check-up.ts";
import { loadBasis } from "../report/load-report-contexts.ts";
import { programmeIn } from "../stages/still-in.ts";
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
function progressRows(programme: Programme, period: PeriodId, briefs: readonly BriefReport[]): ProgressRow[] {
  const byTown = new Map(briefs.map((row) => [row.town, row]));
  return programme.towns.map((town) =>
    progressRow({ programme, period }, town, byTown.get(town.slug) ?? null),
  );
}

/** The same of a few towns. */
export async function progressOf(
  deps: Deps,
  period: PeriodId,
  towns: readonly Town[],
): Promise<ProgressRow[]> {
  const { db, programme } = deps;
  return Promise.all(
    towns.map(async (town) => {
      const report = await findReport(db, period, town.slug);
      const basis = await loadBasis(deps, period, town.slug);
      const found = report && { status: report.status, brief: briefOf(report, basis, "") };
      return progressRow({ programme, period }, town, found);
    }),
  );
}

/** The line of a town in the office's list; `null`: it has no report. */
function progressRow(
  { programme, period }: { programme: Programme; period: PeriodId },
  town: ProgressRow["town"],
  found: { status: Report["status"]; brief: Brief } | null,
): ProgressRow {
  const sections = sectionsOf(programme).length;
  if (!found) return { town, state: "not_started", at: null, done: 0, sections };
  const { status, brief } = found;
  const { started, done, at } = brief;
  const state = started ? status : "not_started";
  const came = punctualityOf({ ...brief, period }, programme);
  return {
    ...{ town, state, at, done, sections },
    ...(came?.kind === "supplement" ? { supplement: true as const } : {}),
    ...(came?.kind === "late" ? { late: came.workingDays } : {}),
  };
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
  const programme = await programmeIn(deps, period);
  const row = await findPeriod(deps.db, period);
  const quarter = timetable(period, programme, row ?? UNOPENED, now);
  if (!row) return { card: openPeriodCard({ programme, period, quarter, locale }) };
  const briefs = await loadBriefs(deps, period);
  const [facts, checkup, records, ranked, published] = await Promise.all([
    stepFacts(deps, period, briefs),
    checkUpOverview(deps, period, briefs),
    listRecords(deps.db, { period }),
    rankedSoFar(deps, period),
    findPublication(deps.db, period),
  ]);
  const rows = progressRows(programme, period, briefs);
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
    published,
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
