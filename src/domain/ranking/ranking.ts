import { type PeriodId, previousInYear, previousPeriod, quarterOf } from "../calendar/period.ts";
import type { MisreportFinding } from "../misreport/finding.ts";
import { withMisreports } from "../misreport/verify-misreport.ts";
import type { Programme } from "../programme/programme.ts";
import { ownColumn } from "../programme/score-columns.ts";
import { daysLate } from "../quarter/dates.ts";
import type { Basis, ReportContent } from "../report/content.ts";
import { ownTotals } from "../report/fields.ts";
import { dueItems } from "../report/plan.ts";
import type { Report } from "../report/report.ts";
import { imageProgress } from "../report/soft-checks.ts";
import type { YearPlan } from "../report/year-plan.ts";
import { handledLight, type Light, lightOf } from "../scoring/lights.ts";
import { roundHalfUp } from "../scoring/round-half-up.ts";
import { scoreTable } from "../scoring/score-table.ts";
import type { ScoreRow } from "../scoring/table.ts";
import type { FrozenInputs, FrozenResult, FrozenRow } from "./publication.ts";

// From approved reports to a ranking (scoring.md 2). Only approved figures count; a town without any is 未报.

/**
 * A town in a ranking. `excused`: items not counted, because a department has accepted the blocker; `bonus`: points it
 * earned beside its report.
 */
export type Entrant = { report: Report; basis: Basis; excused?: readonly string[]; bonus?: number };

/** The done share (0 to 1) of a section's due items: the mean of their percentages, excused items left out. */
export function doneShare(
  content: ReportContent,
  basis: Basis,
  areaId: string,
  excused: readonly string[] = [],
): { done: number; due: number } {
  const area = basis.programme.areas.find((a) => a.id === areaId);
  const items = (area ? dueItems(basis, area) : []).filter(({ id }) => !excused.includes(id));
  const done = items.reduce((sum, item) => sum + (content.areas[areaId]?.items[item.id] ?? 0) / 100, 0);
  return { done, due: items.length };
}

/**
 * Invested sum and the part of the year's plan due by the quarter's end, 万元; null without a plan. `schedule`: the town's
 * own cumulative shares, where its plan states them.
 */
export function investmentRatio(
  content: ReportContent,
  programme: Programme,
  period: PeriodId,
  schedule: YearPlan["schedule"] = programme.schedule,
): { plan: number; cumulative: number; scheduled: number; ratio: number } | null {
  const { plan, cumulative } = content.investment;
  if (plan === null || plan === 0 || cumulative === null) return null;
  const scheduled = plan * (schedule[quarterOf(period) - 1] ?? 1);
  return { plan, cumulative, scheduled, ratio: cumulative / scheduled };
}

/**
 * Penalty points for reporting quality: a return, missing required photos, corrections after the lock (scoring.md 2).
 */
export function qualityPenalty(report: Report, programme: Programme): number {
  const { returnedOnce, missingPhoto, missingPhotoMax, correctionAfterLock } = programme.quality;
  const photos = Math.min(report.missingPhotos.length * missingPhoto, missingPhotoMax);
  const corrected = report.corrections.length > 0 ? correctionAfterLock : 0;
  return (report.returns > 0 ? returnedOnce : 0) + photos + corrected;
}

/** A town's row of the score table. Lateness is null when the year's calendar is unknown. */
export function scoreRow({ report, basis, excused, bonus = 0 }: Entrant): ScoreRow {
  const { programme, period } = basis;
  const { content } = report;
  const investment = investmentRatio(content, programme, period, basis.plan.schedule);
  const image = imageProgress(content);
  const late = report.firstSubmittedAt === null ? null : daysLate(period, programme, report.firstSubmittedAt);
  const areas = programme.areas.flatMap((area): Array<[string, number]> => {
    const share = doneShare(content, basis, area.id, excused);
    return [
      [`${area.id}.done`, share.done],
      [`${area.id}.due`, share.due],
    ];
  });
  return {
    id: report.town,
    values: {
      ...Object.fromEntries(areas),
      invested: investment?.cumulative ?? null,
      invested_due: investment?.scheduled ?? null,
      image_actual: image?.actual ?? null,
      image_planned: image?.planned ?? null,
      days_late: late?.known ? late.days : null,
      penalty: qualityPenalty(report, programme),
      bonus,
      deduct: 0,
      ...Object.fromEntries(
        ownTotals(content, programme).map(({ field, value }) => [ownColumn(field.id), value]),
      ),
    },
  };
}

/**
 * Scores and ranks a quarter from its approved reports; `previous` is last quarter's frozen result, if any. Confirmed
 * `misreports` are applied, and their towns' rows marked.
 */
export function rankQuarter(
  programme: Programme,
  period: PeriodId,
  entrants: Entrant[],
  previous: { result: FrozenResult; schemeId: string; period: PeriodId } | null,
  misreports: readonly MisreportFinding[] = [],
): { inputs: FrozenInputs; result: FrozenResult } {
  const order = new Map(programme.towns.map((town, i) => [town.slug, i]));
  const sorted = [...entrants].sort(
    (a, b) => (order.get(a.report.town) ?? 0) - (order.get(b.report.town) ?? 0),
  );
  const misreported = new Set(misreports.map(({ town }) => town));
  const scored = sorted.map((entrant) => withMisreports(programme.scheme, scoreRow(entrant), misreports));
  const calendarKnown = scored.every((row) => row.values.days_late !== null);
  // Timeliness is scored for all towns or for none.
  const rows = calendarKnown ? scored : scored.map(withoutLateness);
  const table = { columns: Object.keys(rows[0]?.values ?? {}), rows };
  const units = rows.length === 0 ? [] : scoreTable(programme.scheme, table).units;
  const excused = new Map(sorted.map((e) => [e.report.town, excusedDue(e)]));
  const lights = new Map(sorted.map((e) => [e.report.town, lightFor(e)]));
  // Changes and the two-yellows rule use only the quarter directly before.
  const last = previous?.period === previousPeriod(period) ? previous : null;
  const before = new Map((last?.result.rows ?? []).map((row) => [row.town, row]));
  const comparable = last?.schemeId === programme.scheme.id && last.period === previousInYear(period);
  const reported = units.map((unit): FrozenRow => {
    const earlier = before.get(unit.id);
    const delta =
      comparable && unit.unrounded !== null && typeof earlier?.unrounded === "number"
        ? roundHalfUp(unit.unrounded - earlier.unrounded, programme.scheme.decimals)
        : null;
    const ownLight = lights.get(unit.id) ?? "grey";
    return {
      town: unit.id,
      score: unit.score,
      rank: unit.rank,
      previousRank: earlier?.rank ?? null,
      delta,
      // A second yellow in a row counts as red (scoring.md 2).
      light: handledLight(ownLight, earlier?.ownLight ?? null),
      ownLight,
      unrounded: unit.unrounded,
      contributions: unit.contributions,
      standing: unit.rank === null ? "not_ranked" : "ranked",
      ...(misreported.has(unit.id) ? { misreport: true as const } : {}),
      ...(excused.get(unit.id)?.length ? { excused: excused.get(unit.id) ?? [] } : {}),
    };
  });
  const there = new Set(rows.map((row) => row.id));
  const absent = programme.towns.filter((town) => !there.has(town.slug)).map((town) => town.slug);
  return {
    inputs: {
      table,
      notReported: absent,
      lateness: calendarKnown ? "scored" : "calendar_unknown",
      ...(misreports.length > 0 ? { misreports: [...misreports] } : {}),
    },
    result: { rows: [...reported, ...absent.map((town) => notReported(town, before.get(town)))] },
  };
}

/** The excused items that would otherwise have counted. */
function excusedDue({ basis, excused = [] }: Entrant): string[] {
  const due = basis.programme.areas.flatMap((area) => dueItems(basis, area)).map(({ id }) => id);
  return excused.filter((id) => due.includes(id));
}

function withoutLateness(row: ScoreRow): ScoreRow {
  return { ...row, values: { ...row.values, days_late: null } };
}

function lightFor({ report, basis }: Entrant): Light {
  const ratio =
    investmentRatio(report.content, basis.programme, basis.period, basis.plan.schedule)?.ratio ?? null;
  return lightOf(ratio, basis.programme.lights);
}

function notReported(town: string, last: FrozenRow | undefined): FrozenRow {
  return {
    town,
    score: null,
    rank: null,
    previousRank: last?.rank ?? null,
    delta: null,
    light: "grey",
    ownLight: "grey",
    unrounded: null,
    contributions: {},
    standing: "not_reported",
  };
}
