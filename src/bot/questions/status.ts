import { latestPeriod } from "../../../db/periods.ts";
import { allPublications } from "../../../db/publications.ts";
import { findReport } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/period.ts";
import type { Town } from "../../domain/programme.ts";
import { type Publication, rankingOf } from "../../domain/publication.ts";
import { isRanked } from "../../domain/quarter/supplement.ts";
import { timetable } from "../../domain/quarter/timetable.ts";
import { investmentRatio } from "../../domain/ranking.ts";
import type { ReportContent } from "../../domain/report/content.ts";
import { sectionsOf } from "../../domain/report/content.ts";
import { type Report, reportState } from "../../domain/report/report.ts";
import { imageProgress } from "../../domain/report/soft-checks.ts";
import { lightOf } from "../../domain/scoring/lights.ts";
import type { TownStatus } from "../../domain/views.ts";
import { bandsFor } from "../quarter/rank-facts.ts";

/**
 * One town's status. `maySeeCurrent`: the running quarter's figures may be shown; if not, or if nothing is filled in
 * yet, the figures are those of the last published quarter.
 */
export async function statusOf(deps: Deps, town: Town, maySeeCurrent: boolean): Promise<TownStatus | null> {
  const row = await latestPeriod(deps.db);
  if (!row) return null;
  const [report, publications] = await Promise.all([
    findReport(deps.db, row.id, town.slug),
    allPublications(deps.db),
  ]);
  const quarter = timetable(row.id, deps.programme, row, deps.clock.now());
  // A published ranking discloses the reports it contains: no unfinished draft, no 补报.
  const current = maySeeCurrent || (quarter.stage === "published" && report !== null && isRanked(report));
  const found = await figuresFor(deps, town, row.id, current ? report : null, publications);
  const published = latestFor(deps, town, publications);
  return {
    town,
    period: row.id,
    quarter,
    state: reportState(report),
    ...(report?.supplement ? { supplement: true } : {}),
    current,
    ...found,
    // A ranking publishes figures; a town's texts stay between it, its county and the city.
    problems: maySeeCurrent ? found.problems : [],
    published,
    history: publications.flatMap((p) => {
      const line = p.result.rows.find((r) => r.town === town.slug);
      return line ? [{ period: p.period, score: line.score, rank: line.rank }] : [];
    }),
  };
}

type Figures = Pick<TownStatus, "figuresOf" | "investment" | "image" | "problems">;

async function figuresFor(
  deps: Deps,
  town: Town,
  period: PeriodId,
  report: Report | null,
  publications: Publication[],
): Promise<Figures> {
  if (report && Object.keys(report.saved).length > 0) return figuresIn(deps, report.content, period);
  const last = publications.findLast(({ result }) =>
    result.rows.some((line) => line.town === town.slug && line.standing !== "not_reported"),
  );
  const earlier = last ? await findReport(deps.db, last.period, town.slug) : null;
  if (!last || !earlier || !isRanked(earlier))
    return { figuresOf: null, investment: null, image: null, problems: [] };
  return figuresIn(deps, earlier.content, last.period);
}

function figuresIn(deps: Deps, content: ReportContent, period: PeriodId): Figures {
  const money = investmentRatio(content, deps.programme, period);
  return {
    figuresOf: period,
    investment: money && {
      plan: money.plan,
      cumulative: money.cumulative,
      scheduled: money.scheduled,
      light: lightOf(money.ratio, deps.programme.lights),
    },
    image: imageProgress(content),
    problems: sectionsOf(deps.programme).flatMap((section) => {
      const text = content.areas[section]?.words.problem ?? "";
      return text === "" ? [] : [{ section, text }];
    }),
  };
}

function latestFor(deps: Deps, town: Town, publications: Publication[]): TownStatus["published"] {
  const last = publications.at(-1);
  if (!last) return null;
  const ranking = rankingOf(last, deps.programme);
  const row = ranking.rows.find((r) => r.town.slug === town.slug);
  if (!row) return null;
  const tied = row.rank !== null && ranking.rows.filter((r) => r.rank === row.rank).length > 1;
  const ranked = ranking.rows.filter((r) => r.rank !== null).length;
  const band = bandsFor(last)?.get(town.slug);
  return { period: last.period, row, ranked, tied, ...(band ? { band } : {}) };
}
