import { findPeriod, latestPeriod, loadPlan } from "../../../db/periods.ts";
import { allPublications, latestPublication, newestPublication } from "../../../db/publications.ts";
import { findReport } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, yearOf } from "../../domain/calendar/period.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { isRanked } from "../../domain/quarter/supplement.ts";
import { timetable } from "../../domain/quarter/timetable.ts";
import { mayKnow, type Reader, standingOf } from "../../domain/question/may-know.ts";
import { frozenTown, type Publication, rankingOf } from "../../domain/ranking/publication.ts";
import { investmentRatio } from "../../domain/ranking/ranking.ts";
import { IMAGE, INVESTMENT, sectionsOf } from "../../domain/report/content.ts";
import { type Report, reportState } from "../../domain/report/report.ts";
import { imageProgress } from "../../domain/report/soft-checks.ts";
import { lightOf } from "../../domain/scoring/lights.ts";
import type { TownStatus } from "../../domain/views.ts";
import { filedPhotosOf } from "../evidence/shown-photos.ts";
import { bandsFor } from "../quarter/rank-facts.ts";
import { programmeIn } from "../stages/still-in.ts";

/** Published quarters told beside the present one. */
const HISTORY = 4;

/**
 * One town at a glance, in `named` or else in the running quarter, as far as the reader may know it. Where no quarter
 * was named and the running one's figures may not be shown, or are not there yet, they are the last published ones; a
 * named quarter is never answered with another's. Null when that quarter was never opened.
 */
export async function statusOf(
  deps: Deps,
  reader: Reader,
  town: Town,
  named?: PeriodId,
): Promise<TownStatus | null> {
  const row = named ? await findPeriod(deps.db, named) : await latestPeriod(deps.db);
  if (!row) return null;
  const [report, history, published, { towns: askedFor }] = await Promise.all([
    findReport(deps.db, row.id, town.slug),
    allPublications(deps.db, HISTORY),
    newestPublication(deps.db, named),
    programmeIn(deps, row.id),
  ]);
  const quarter = timetable(row.id, deps.programme, row, deps.clock.now());
  const isOut = quarter.stage === "published";
  // A ranking publishes what it ranks: neither a draft left behind nor a 补报.
  const current = reader.towns.has(town.slug) || (isOut && report !== null && isRanked(report));
  const asked = await figuresOf(deps, reader, report, isOut);
  const found = asked ?? (named ? null : await lastPublished(deps, reader, town)) ?? NOTHING;
  return {
    town,
    period: row.id,
    quarter,
    state: reportState(report),
    ...(report?.supplement ? { supplement: true } : {}),
    ...(askedFor.some(({ slug }) => slug === town.slug) ? {} : { excused: true }),
    current,
    ...found,
    published: published && resultFor(deps, town, published),
    history: history.flatMap((one) => {
      const { row: line } = frozenTown(one, town.slug) ?? {};
      return line ? [{ period: one.period, score: line.score, rank: line.rank, light: line.light }] : [];
    }),
  };
}

type Figures = Pick<TownStatus, "figuresOf" | "standing" | "investment" | "image" | "problems" | "photos">;
const NOTHING: Figures = {
  ...{ figuresOf: null, standing: null, investment: null, image: null },
  ...{ problems: [], photos: [] },
};

/** A report's figures, those of its own quarter only; null where there are none or the reader may not know them. */
async function figuresOf(
  deps: Deps,
  reader: Reader,
  report: Report | null,
  published: boolean,
): Promise<Figures | null> {
  if (!report || Object.keys(report.saved).length === 0) return null;
  const standing = standingOf(report, published);
  if (!mayKnow(reader, "figure", report.town, standing)) return null;
  const { db, programme } = deps;
  const { content, period } = report;
  // What is not saved yet still holds the quarter before.
  const has = (section: string) => standing !== "draft" || report.saved[section] !== undefined;
  const { schedule } = await loadPlan(db, yearOf(period), report.town);
  const money = has(INVESTMENT) ? investmentRatio(content, programme, period, schedule) : null;
  const words = mayKnow(reader, "words", report.town, standing);
  const sections = words ? sectionsOf(programme) : [];
  return {
    figuresOf: period,
    standing,
    investment: money && {
      plan: money.plan,
      cumulative: money.cumulative,
      scheduled: money.scheduled,
      light: lightOf(money.ratio, programme.lights),
    },
    image: has(IMAGE) ? imageProgress(content) : null,
    problems: sections.filter(has).flatMap((section) => {
      const text = content.areas[section]?.words.problem ?? "";
      return text === "" ? [] : [{ section, text }];
    }),
    photos: words ? await filedPhotosOf(deps, period, report.town) : [],
  };
}

/** The figures of the last published quarter the town reported in. */
async function lastPublished(deps: Deps, reader: Reader, town: Town): Promise<Figures | null> {
  let last = await latestPublication(deps.db);
  while (last && !hasReported(last, town)) last = await latestPublication(deps.db, last.period);
  const earlier = last ? await findReport(deps.db, last.period, town.slug) : null;
  return earlier && isRanked(earlier) ? figuresOf(deps, reader, earlier, true) : null;
}

function hasReported(publication: Publication, { slug }: Town): boolean {
  const { row } = frozenTown(publication, slug) ?? {};
  return row !== undefined && row.standing !== "not_reported";
}

function resultFor(deps: Deps, town: Town, last: Publication): TownStatus["published"] {
  const ranking = rankingOf(last, deps.programme);
  const row = ranking.rows.find((r) => r.town.slug === town.slug);
  if (!row) return null;
  const tied = row.rank !== null && ranking.rows.filter((r) => r.rank === row.rank).length > 1;
  const ranked = ranking.rows.filter((r) => r.rank !== null).length;
  const band = bandsFor(last)?.get(town.slug);
  return { period: last.period, row, ranked, tied, ...(band ? { band } : {}) };
}
