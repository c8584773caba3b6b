import type { ReportView } from "../../../cards/report/view.ts";
import { evidenceIn, type ReportEvidence } from "../../../db/evidence.ts";
import { findPeriodWithPlans } from "../../../db/periods.ts";
import { listRecords } from "../../../db/records.ts";
import { reportsUpTo } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { countBySection } from "../../domain/evidence/shown-photo.ts";
import { promise } from "../../domain/procedure/promise.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { schemeInForce, weights } from "../../domain/procedure/weights.ts";
import type { Person } from "../../domain/programme/people.ts";
import { townBySlug } from "../../domain/programme/programme.ts";
import { type Timetable, timetable, UNOPENED } from "../../domain/quarter/timetable.ts";
import type { Basis } from "../../domain/report/content.ts";
import { type Report, reportId } from "../../domain/report/report.ts";
import { excusedItems } from "../../domain/task/excused.ts";
import { TASK_PROCEDURES, taskOf } from "../../domain/task/task.ts";
import { shownPhotos } from "../evidence/shown-photos.ts";
import { appOf, askForPictures } from "../evidence/upload-picture.ts";
import { type Compared, checkUpOf, isHandedIn } from "./check-up.ts";
import { basisFrom } from "./load-report-contexts.ts";

/** One town's quarter with everything the rules and cards need. */
export type ReportContext = {
  report: Report;
  basis: Basis;
  /** The report's photos and files, in order of arrival. */
  evidence: readonly ReportEvidence[];
  /** The quarter's stage and days. */
  quarter: Timetable;
  /** The scheme in force and the items not counted, for estimating costs in points. */
  stakes: NonNullable<ReportView["stakes"]>;
  /** The town's promises: open ones, and those that were kept or not. */
  promises: readonly ProcedureRecord[];
  /** The report as an older form showed it, if requested. */
  drawn: Report | undefined;
  /** What the check-up compares it with; null unless requested. */
  compared: Compared | null;
};

type Needs = {
  /** Also load the other towns' reports, for the check-up. */
  compared?: boolean;
  /** The revision a form was drawn from; if others changed the report since, that revision is loaded too. */
  drawn?: number | undefined;
};

/** Loads a town's quarter, each row once; null when the town or its report does not exist. */
export async function loadReportContext(
  deps: Deps,
  period: PeriodId,
  town: string,
  { compared = false, drawn }: Needs = {},
): Promise<ReportContext | null> {
  const { db, programme } = deps;
  if (!townBySlug(programme, town)) return null;
  const whose = compared ? undefined : town;
  const form = drawn === undefined ? undefined : { town, revision: drawn };
  const [read, opened, items, versions, records] = await Promise.all([
    reportsUpTo(db, period, { town: whose, drawn: form }),
    findPeriodWithPlans(db, period, whose),
    evidenceIn(db, appOf(deps), period, whose),
    listRecords(db, { procedure: weights.id, states: ["adopted"] }),
    listRecords(db, {
      procedures: [...TASK_PROCEDURES, promise.id],
      states: ["open", "kept", "missed"],
      town,
    }),
  ]);
  const now = read.reports.filter((report) => report.period === period);
  const report = now.find((one) => one.town === town);
  if (!report) return null;
  const basisOf = (slug: string) => basisFrom(deps, period, slug, read.reports, opened?.plans.get(slug));
  const evidence = items.filter((item) => item.report === reportId(period, town));
  await askForPictures(deps, evidence);
  const [promises, tasks] = [
    records.filter(({ procedure }) => procedure === promise.id),
    records.filter(({ procedure }) => procedure !== promise.id).map(taskOf),
  ];
  const others = now.filter((one) => one.town !== town && isHandedIn(one));
  return {
    report,
    basis: basisOf(town),
    evidence,
    quarter: timetable(period, programme, opened?.row ?? UNOPENED, deps.clock.now()),
    stakes: {
      scheme: schemeInForce(programme.scheme, versions),
      excused: excusedItems(tasks).get(town) ?? [],
    },
    promises,
    drawn: read.drawn,
    compared: compared
      ? { others: others.map((other) => ({ report: other, basis: basisOf(other.town) })), evidence: items }
      : null,
  };
}

/** The view data of this report's cards, in the reader's language and with their unsaved input. */
export function viewOf(
  deps: Deps,
  found: ReportContext,
  reader: Pick<Person, "openId" | "locale">,
  notice?: string,
): ReportView {
  const { report, basis, quarter, stakes, promises, compared } = found;
  const pictures = shownPhotos(found.evidence);
  const town = townBySlug(deps.programme, report.town);
  if (!town) throw new Error(`no town ${report.town} in the pack`);
  return {
    programme: deps.programme,
    town,
    report,
    basis,
    quarter,
    photos: countBySection(pictures),
    pictures,
    checkup: compared && report.status === "submitted" ? checkUpOf({ report, basis }, compared) : [],
    stakes,
    promises,
    locale: reader.locale,
    viewer: reader.openId,
    ...(notice === undefined ? {} : { notice }),
  };
}
