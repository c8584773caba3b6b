import { commit } from "../../../db/commit.ts";
import { flaggedPhotos, type ReportEvidence } from "../../../db/evidence.ts";
import { listPeriods, loadPlans } from "../../../db/periods.ts";
import { putAlike, reportsToCompare } from "../../../db/report-briefs.ts";
import { saveReport } from "../../../db/reports.ts";
import { staleAlike } from "../../../db/stale-cards.ts";
import type { Write } from "../../../db/written.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, yearOf } from "../../domain/calendar/period.ts";
import { bunching } from "../../domain/checkup/bunching.ts";
import { alikeKey, checkUp } from "../../domain/checkup/check-up.ts";
import type { CheckupFlag } from "../../domain/checkup/checkup-flag.ts";
import { twinFlags } from "../../domain/checkup/twins.ts";
import type { Entrant } from "../../domain/ranking/ranking.ts";
import { IMAGE } from "../../domain/report/content.ts";
import { UNPLANNED } from "../../domain/report/plan.ts";
import { isHandedIn, type Report, reportId } from "../../domain/report/report.ts";
import type { YearPlan } from "../../domain/report/year-plan.ts";
import type { CheckupOverview } from "../../domain/views.ts";
import type { BriefReport } from "./briefs.ts";

type Photo = Pick<ReportEvidence, "photo" | "section">;

/** The check-up's flags about one report. `alike`: the towns with the same figures; `evidence`: the report's own. */
export function checkUpOf(
  entrant: Entrant,
  { alike, evidence }: { alike: readonly string[]; evidence: readonly Photo[] },
): CheckupFlag[] {
  return [...checkUp(entrant, alike), ...photoFlags(evidence)];
}

function photoFlags(evidence: readonly Photo[]): CheckupFlag[] {
  return evidence.flatMap(({ photo, section }) =>
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
  const is = alikeKey(after);
  // A decision about the same figures changes nothing that is compared.
  const same = before.report.content === after.report.content && isHandedIn(before.report);
  const was = same && isHandedIn(after.report) ? is : alikeKey(before);
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

/**
 * For the office: every town with flags, in list order, and the flags about all towns together. `briefs`: of all the
 * quarter's reports.
 */
export async function checkUpOverview(
  deps: Deps,
  period: PeriodId,
  briefs: readonly BriefReport[],
): Promise<CheckupOverview> {
  const handedIn = new Map(briefs.filter(isHandedIn).map((row) => [row.town, row]));
  const alike = new Map<string, string[]>();
  for (const { alike: key, town } of handedIn.values())
    if (key) alike.set(key, [...(alike.get(key) ?? []), town]);
  const photos = await flaggedPhotos(deps.db, period);
  const towns = deps.programme.towns.flatMap((town) => {
    const row = handedIn.get(town.slug);
    if (!row) return [];
    const { asked, own } = row.brief;
    const twins = alike.get(row.alike ?? "") ?? [];
    const ofPhotos = photoFlags(photos.get(reportId(period, town.slug)) ?? []);
    const compared = [...twinFlags(town.slug, twins), ...own, ...ofPhotos];
    return asked.length + compared.length > 0 ? [{ town, asked, compared }] : [];
  });
  const bunched = bunching([...handedIn.values()].flatMap(({ brief }) => brief.ratio ?? []));
  return { towns, all: bunched ? [bunched] : [] };
}
