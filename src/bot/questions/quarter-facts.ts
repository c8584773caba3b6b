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
import { publishedFacts } from "./published-facts.ts";
import { townFact } from "./town-fact.ts";

/** `facts`: of the towns whose figure the reader may know; `state`: where a town's report stands. */
export type QuarterFacts = {
  period: PeriodId;
  facts: TownFacts[];
  /** The quarter's publication; null before it. */
  publication: Publication | null;
  state: (town: string) => ReportState;
};

/** Reports read one by one; of more towns, all of the quarter are read at once. */
const FEW = 4;

/**
 * What the reader may know of one quarter's figure. Of a few towns only their own reports are read. Of many, once the
 * quarter is published, only what was published with it counts: no sum mixes it with a 补报.
 */
export async function quarterFacts(
  deps: Deps,
  reader: Reader,
  { id }: PeriodRow,
  figure: Figure,
  towns: Town[],
): Promise<QuarterFacts> {
  const publication = await findPublication(deps.db, id);
  const many = towns.length > FEW;
  if (publication && many && figure.kind !== "photos") {
    const all = await publishedFacts(deps, publication, figure);
    const asked = new Set(towns);
    const facts =
      asked.size === deps.programme.towns.length ? all : all.filter(({ town }) => asked.has(town));
    return { period: id, facts, publication, state: () => "not_started" };
  }
  const few = many ? null : towns;
  const [reports, plans, bases, photos] = await Promise.all([
    few ? reportsOf(deps, id, few) : listReports(deps.db, id),
    few ? plansOf(deps, id, few) : loadPlans(deps.db, yearOf(id)),
    figure.kind === "area" ? basesOf(deps, id, few) : null,
    figure.kind === "photos" ? evidenceIn(deps.db, appOf(deps), id, only(towns)?.slug) : [],
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
    facts: publication && many ? facts.filter(({ standing }) => standing === "published") : facts,
    publication,
    state: (slug) => reportState(byTown.get(slug) ?? null),
  };
}

function only(towns: Town[]): Town | undefined {
  return towns.length === 1 ? towns[0] : undefined;
}

async function reportsOf({ db }: Deps, period: PeriodId, towns: Town[]): Promise<Report[]> {
  const found = await Promise.all(towns.map(({ slug }) => findReport(db, period, slug)));
  return found.flatMap((report) => report ?? []);
}

async function plansOf({ db }: Deps, period: PeriodId, towns: Town[]): Promise<Map<string, YearPlan>> {
  return new Map(
    await Promise.all(
      towns.map(async ({ slug }) => [slug, await loadPlan(db, yearOf(period), slug)] as const),
    ),
  );
}

async function basesOf(deps: Deps, period: PeriodId, few: Town[] | null): Promise<Map<string, Basis>> {
  if (!few) return loadBases(deps, period);
  return new Map(
    await Promise.all(few.map(async ({ slug }) => [slug, await loadBasis(deps, period, slug)] as const)),
  );
}
