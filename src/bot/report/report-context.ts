import type { ReportView } from "../../../cards/report/view.ts";
import { photoCounts } from "../../../db/evidence.ts";
import { loadPlan } from "../../../db/periods.ts";
import { listRecords } from "../../../db/records.ts";
import { approvedBefore, findReport } from "../../../db/reports.ts";
import { listTasks } from "../../../db/tasks.ts";
import type { Deps } from "../../deps.ts";
import type { CheckupFlag } from "../../domain/checkup/checkup-flag.ts";
import type { Person } from "../../domain/people.ts";
import { type PeriodId, yearOf } from "../../domain/period.ts";
import { schemeInForce, weights } from "../../domain/procedure/weights.ts";
import { townBySlug } from "../../domain/programme.ts";
import type { Timetable } from "../../domain/quarter/timetable.ts";
import type { Basis } from "../../domain/report/content.ts";
import { type Report, reportId } from "../../domain/report/report.ts";
import { excusedItems } from "../../domain/task/excused.ts";
import { quarterNow } from "../timetable/quarter-now.ts";
import { checkUpOf } from "./check-up.ts";

/** One town's quarter with everything the rules and cards ask about it. */
export type ReportContext = {
  report: Report;
  basis: Basis;
  photos: Record<string, number>;
  /** What the check-up notices; only looked for while the report waits for its review. */
  checkup: CheckupFlag[];
  /** Where its quarter stands. */
  quarter: Timetable;
  /** What a draft, or a report to be returned, has at stake; not looked for in any other. */
  stakes?: NonNullable<ReportView["stakes"]>;
};

/** Loads a case; null when the town or the quarter's report does not exist. */
export async function loadReportContext(
  deps: Deps,
  period: PeriodId,
  town: string,
): Promise<ReportContext | null> {
  const report = await findReport(deps.db, period, town);
  if (!report || !townBySlug(deps.programme, town)) return null;
  const id = reportId(period, town);
  const [basis, counts, quarter, stakes] = await Promise.all([
    loadBasis(deps, period, town),
    photoCounts(deps.db, [id]),
    quarterNow(deps, period),
    loadStakes(deps, report),
  ]);
  return {
    report,
    basis,
    photos: counts.get(id) ?? {},
    checkup: report.status === "submitted" ? await checkUpOf(deps, { report, basis }) : [],
    quarter,
    ...(stakes ? { stakes } : {}),
  };
}

async function loadStakes(deps: Deps, { status, town }: Report): Promise<ReportContext["stakes"] | null> {
  if (status !== "draft" && status !== "submitted") return null;
  const { scheme } = deps.programme;
  const [versions, tasks] = await Promise.all([
    listRecords(deps.db, { procedure: weights.id, states: ["adopted"] }),
    listTasks(deps.db, { statuses: ["open"], to: [{ kind: "town", slug: town }] }),
  ]);
  return { scheme: schemeInForce(scheme, versions), excused: excusedItems(tasks).get(town) ?? [] };
}

/** What the rules need beside a report: the year's plan and the town's earlier quarters. */
export async function loadBasis(deps: Deps, period: PeriodId, town: string): Promise<Basis> {
  const [plan, earlier] = await Promise.all([
    loadPlan(deps.db, yearOf(period), town),
    approvedBefore(deps.db, town, period),
  ]);
  return {
    programme: deps.programme,
    town,
    period,
    plan,
    earlier: earlier.map((r) => ({ period: r.period, content: r.content })),
  };
}

/** What a card of this case is drawn from, in the reader's language and with what they left unsaved. */
export function viewOf(
  deps: Deps,
  { report, basis, photos, checkup, quarter, stakes }: ReportContext,
  reader: Pick<Person, "openId" | "locale">,
  notice?: string,
): ReportView {
  const town = townBySlug(deps.programme, report.town);
  if (!town) throw new Error(`no town ${report.town} in the pack`);
  return {
    programme: deps.programme,
    town,
    report,
    basis,
    quarter,
    photos,
    checkup,
    ...(stakes ? { stakes } : {}),
    locale: reader.locale,
    viewer: reader.openId,
    ...(notice === undefined ? {} : { notice }),
  };
}
