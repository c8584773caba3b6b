import { commit, type Write } from "../../../db/commit.ts";
import { evidenceIn, type ReportEvidence } from "../../../db/evidence.ts";
import { listPeriods, loadPlans } from "../../../db/periods.ts";
import { listReports, putAlike, reportsToCompare, saveReport } from "../../../db/reports.ts";
import { staleAlike } from "../../../db/stale-cards.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, yearOf } from "../../domain/calendar/period.ts";
import { alikeKey, checkUp, checkUpOne } from "../../domain/checkup/check-up.ts";
import type { CheckupFlag } from "../../domain/checkup/checkup-flag.ts";
import type { Entrant } from "../../domain/ranking/ranking.ts";
import { IMAGE } from "../../domain/report/content.ts";
import { UNPLANNED } from "../../domain/report/plan.ts";
import { isHandedIn, type Report, reportId } from "../../domain/report/report.ts";
import { softFlags } from "../../domain/report/soft-checks.ts";
import type { YearPlan } from "../../domain/report/year-plan.ts";
import type { CheckupOverview } from "../../domain/views.ts";
import { appOf } from "../evidence/upload-picture.ts";
import { loadBases } from "./load-report-contexts.ts";

/** The check-up's flags about one report. `alike`: the towns with the same figures; `evidence`: the report's own. */
export function checkUpOf(
  entrant: Entrant,
  { alike, evidence }: { alike: readonly string[]; evidence: readonly ReportEvidence[] },
): CheckupFlag[] {
  return [...checkUpOne(entrant, alike), ...photoFlags(entrant.report, evidence)];
}

function photoFlags({ period, town }: Report, evidence: readonly ReportEvidence[]): CheckupFlag[] {
  const own = evidence.filter(({ report }) => report === reportId(period, town));
  return own.flatMap(({ photo, section }) =>
    (photo?.flags ?? []).map((flag) => ({ ...flag, section: section ?? IMAGE })),
  );
}

/**
 * Stores a report's next revision with what its twins are looked up by, and marks the cards of the reports whose check-up
 * mentions it before or after the change, and therefore changes too.
 */
export function saveReportAlike(
  { db, clock }: Pick<Deps, "db" | "clock">,
  before: Entrant,
  after: Entrant,
  by: string,
): Write[] {
  const [was, is] = [alikeKey(before), alikeKey(after)];
  const changed = was === is ? [] : [was, is].filter((key) => key !== "");
  const { period, town } = after.report;
  const now = clock.now();
  return [
    ...saveReport(db, after.report, by, now, is),
    ...changed.map((alike) => staleAlike(db, { period, town, alike }, now)),
  ];
}

/** What a report's twins are looked up by, under a plan of its year that is just put in force. */
export function alikeUnder({ db, programme }: Deps, report: Report, plan: YearPlan): Write {
  const { period, town } = report;
  return putAlike(db, report, alikeKey({ report, basis: { programme, town, period, plan, earlier: [] } }));
}

/**
 * Stores what twins are looked up by for the reports of running quarters that were stored by a version that did not, so
 * that they are found from now on.
 */
export async function learnAlike(deps: Deps): Promise<void> {
  const running = (await listPeriods(deps.db)).filter(({ status }) => status !== "published");
  for (const { id } of running) {
    const plans = await loadPlans(deps.db, yearOf(id));
    const unknown = await reportsToCompare(deps.db, id);
    const writes = unknown.map((report) => alikeUnder(deps, report, plans.get(report.town) ?? UNPLANNED));
    if (writes.length > 0) await commit(deps.db, { audit: null, writes }, deps.clock.now());
  }
}

/** For the office: every town with flags, in list order, and the flags about all towns together. */
export async function checkUpOverview(deps: Deps, period: PeriodId): Promise<CheckupOverview> {
  const [reports, bases, evidence] = await Promise.all([
    listReports(deps.db, period),
    loadBases(deps, period),
    evidenceIn(deps.db, appOf(deps), period),
  ]);
  const entrants = reports.flatMap((report): Entrant[] => {
    const basis = bases.get(report.town);
    return basis && isHandedIn(report) ? [{ report, basis }] : [];
  });
  const found = checkUp(deps.programme, period, entrants);
  const handedIn = new Map(entrants.map((entrant) => [entrant.report.town, entrant]));
  const towns = deps.programme.towns.flatMap((town) => {
    const entrant = handedIn.get(town.slug);
    if (!entrant) return [];
    const asked = softFlags(entrant.report.content, entrant.basis);
    const compared = [...(found.byTown.get(town.slug) ?? []), ...photoFlags(entrant.report, evidence)];
    return asked.length + compared.length > 0 ? [{ town, asked, compared }] : [];
  });
  return { towns, all: found.all };
}
