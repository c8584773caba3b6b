import { evidenceIn } from "../../../db/evidence.ts";
import { loadPlan, loadPlans, type PeriodRow } from "../../../db/periods.ts";
import { findPublication } from "../../../db/publications.ts";
import { findReport, listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, yearOf } from "../../domain/calendar/period.ts";
import type { Town } from "../../domain/programme/programme.ts";
import type { Figure } from "../../domain/question/figure.ts";
import type { Reader } from "../../domain/question/may-know.ts";
import type { TownFacts } from "../../domain/question/reckon.ts";
import type { Publication } from "../../domain/ranking/publication.ts";
import type { Basis } from "../../domain/report/content.ts";
import { type Report, type ReportState, reportId, reportState } from "../../domain/report/report.ts";
import type { YearPlan } from "../../domain/report/year-plan.ts";
import { appOf } from "../evidence/upload-picture.ts";
import { loadBases, loadBasis } from "../report/load-report-contexts.ts";
import { townFact } from "./town-fact.ts";

/** `facts`: of the towns whose figure the reader may know; `state`: where a town's report stands. */
export type QuarterFacts = {
  period: PeriodId;
  facts: TownFacts[];
  /** The quarter's publication; null before it. */
  publication: Publication | null;
  state: (town: string) => ReportState;
};

/** What the reader may know of one quarter's figure; of a single town only its own report is read. */
export async function quarterFacts(
  deps: Deps,
  reader: Reader,
  { id }: PeriodRow,
  figure: Figure,
  towns: Town[],
): Promise<QuarterFacts> {
  const one = towns.length === 1 ? towns[0] : undefined;
  const [reports, publication, plans, bases, photos] = await Promise.all([
    one ? oneReport(deps, id, one) : listReports(deps.db, id),
    findPublication(deps.db, id),
    one ? onePlan(deps, id, one) : loadPlans(deps.db, yearOf(id)),
    figure.kind === "area" ? basesOf(deps, id, one) : null,
    figure.kind === "photos" ? evidenceIn(deps.db, appOf(deps), id, one?.slug) : [],
  ]);
  const byTown = new Map(reports.map((report) => [report.town, report]));
  const facts = towns.flatMap((town) => {
    const of = {
      town,
      period: id,
      report: byTown.get(town.slug) ?? null,
      publication,
      schedule: plans.get(town.slug)?.schedule,
      basis: bases?.get(town.slug),
      photos: photos.filter(({ report, kind }) => kind === "image" && report === reportId(id, town.slug))
        .length,
    };
    return townFact(deps.programme, reader, of, figure) ?? [];
  });
  return {
    period: id,
    facts,
    publication,
    state: (slug) => reportState(byTown.get(slug) ?? null),
  };
}

async function oneReport({ db }: Deps, period: PeriodId, { slug }: Town): Promise<Report[]> {
  const report = await findReport(db, period, slug);
  return report ? [report] : [];
}

async function onePlan({ db }: Deps, period: PeriodId, { slug }: Town): Promise<Map<string, YearPlan>> {
  return new Map([[slug, await loadPlan(db, yearOf(period), slug)]]);
}

async function basesOf(deps: Deps, period: PeriodId, one: Town | undefined): Promise<Map<string, Basis>> {
  return one ? new Map([[one.slug, await loadBasis(deps, period, one.slug)]]) : loadBases(deps, period);
}

/** Every town of a published quarter, by what was frozen with its result: for comparisons of open figures. */
export function frozenFacts(deps: Deps, publication: Publication | null): TownFacts[] {
  if (!publication) return [];
  const rows = new Map(publication.result.rows.map((row) => [row.town, row]));
  const values = new Map(publication.inputs.table.rows.map((row) => [row.id, row.values]));
  return deps.programme.towns.flatMap((town): TownFacts[] => {
    const [row, of] = [rows.get(town.slug), values.get(town.slug)];
    const frozen = row && of ? { row, values: of } : null;
    if (!frozen || frozen.row.standing === "not_reported") return [];
    return [
      {
        town,
        standing: "published",
        content: null,
        frozen,
        due: frozen.values.invested_due ?? null,
        light: frozen.row.light,
        done: (area) => {
          const [done, due] = [frozen.values[`${area}.done`], frozen.values[`${area}.due`]];
          return done != null && due != null && due > 0 ? done / due : null;
        },
        photos: null,
      },
    ];
  });
}
