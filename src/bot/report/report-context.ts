import type { ReportView } from "../../../cards/report/view.ts";
import { evidenceIn, type ReportEvidence } from "../../../db/evidence.ts";
import { findPeriodWithPlan } from "../../../db/periods.ts";
import { listRecords } from "../../../db/records.ts";
import { reportsUpTo } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { areaLedger } from "../../domain/area-ledger/area-ledger.ts";
import { figuresIn, recordedIn } from "../../domain/area-ledger/recorded.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { countBySection } from "../../domain/evidence/shown-photo.ts";
import { isOff } from "../../domain/procedure/definition.ts";
import { promise } from "../../domain/procedure/promise.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { schemeInForce, weights } from "../../domain/procedure/weights.ts";
import type { Person } from "../../domain/programme/people.ts";
import { townBySlug } from "../../domain/programme/programme.ts";
import { type Timetable, timetable, UNOPENED } from "../../domain/quarter/timetable.ts";
import type { Basis } from "../../domain/report/content.ts";
import { followLedgers } from "../../domain/report/follow-ledgers.ts";
import type { Report } from "../../domain/report/report.ts";
import { phaseYears, withPhaseYears } from "../../domain/stages/phase-years.ts";
import { excusedItems } from "../../domain/task/excused.ts";
import { TASK_PROCEDURES, taskOf } from "../../domain/task/task.ts";
import { shownPhotos } from "../evidence/shown-photos.ts";
import { appOf, askForPictures } from "../evidence/upload-picture.ts";
import { checkUpOf } from "./check-up.ts";
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
  /** The town's promises, answered and withdrawn ones too. */
  promises: readonly ProcedureRecord[];
  /** The report as an older form showed it, if requested. */
  drawn: Report | undefined;
  /** The towns whose reports have the same figures for the check-up. */
  alike: readonly string[];
};

/**
 * Loads a town's quarter, each row once; null when the town or its report does not exist. `drawn`: the revision a form was
 * drawn from; if others changed the report since, that revision is loaded too.
 */
export async function loadReportContext(
  deps: Deps,
  period: PeriodId,
  town: string,
  drawn?: number,
): Promise<ReportContext | null> {
  const { db, programme } = deps;
  if (!townBySlug(programme, town)) return null;
  const kept = isOff(areaLedger, programme) ? [] : [areaLedger.id];
  const [read, opened, evidence, city, records] = await Promise.all([
    reportsUpTo(db, period, town, drawn),
    findPeriodWithPlan(db, period, town),
    evidenceIn(db, appOf(deps), period, town),
    listRecords(db, { procedures: [weights.id, phaseYears.id], states: ["adopted", "set"] }),
    listRecords(db, {
      procedures: [...TASK_PROCEDURES, promise.id, ...kept],
      states: ["open", "kept", "missed", "withdrawn", "mending"],
      town,
    }),
  ]);
  const report = read.reports.find((one) => one.period === period);
  if (!report) return null;
  await askForPictures(deps, evidence);
  const years = city.find(({ procedure }) => procedure === phaseYears.id) ?? null;
  const inForce = { programme: withPhaseYears(programme, years) };
  const of = (...ids: string[]) => records.filter(({ procedure }) => ids.includes(procedure));
  const ledgers = of(areaLedger.id);
  const tasks = of(...TASK_PROCEDURES).filter(({ state }) => state !== "withdrawn");
  const [recorded, figures] = [recordedIn(programme, ledgers), figuresIn(programme, ledgers)];
  const basis = { ...basisFrom(inForce, period, town, read.reports, opened?.plan), recorded, figures };
  return {
    report: followLedgers(report, basis),
    basis,
    evidence,
    quarter: timetable(period, programme, opened?.row ?? UNOPENED, deps.clock.now()),
    stakes: {
      scheme: schemeInForce(programme.scheme, city),
      excused: excusedItems(tasks.map(taskOf)).get(town) ?? [],
    },
    promises: of(promise.id),
    drawn: read.drawn,
    alike: read.alike,
  };
}

/** The view data of this report's cards, in the reader's language and with their unsaved input. */
export function viewOf(
  deps: Deps,
  found: ReportContext,
  reader: Pick<Person, "openId" | "locale">,
  notice?: string,
): ReportView {
  const { report, basis, quarter, stakes, promises, alike, evidence } = found;
  const pictures = shownPhotos(evidence);
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
    checkup: report.status === "submitted" ? checkUpOf({ report, basis }, { alike, evidence }) : [],
    stakes,
    promises,
    locale: reader.locale,
    viewer: reader.openId,
    ...(notice === undefined ? {} : { notice }),
  };
}
