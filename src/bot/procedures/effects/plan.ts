import { nameOf } from "../../../../cards/names.ts";
import { amountOrNone, dueText } from "../../../../cards/plan/plan-lines.ts";
import { planText } from "../../../../cards/text/plan.ts";
import type { OutboxRow } from "../../../../db/commit.ts";
import { causeId } from "../../../../db/outbox.ts";
import { listPeriods, loadPlans, putPlan } from "../../../../db/periods.ts";
import { forgetBriefs } from "../../../../db/report-briefs.ts";
import { listReports, saveReport } from "../../../../db/reports.ts";
import type { Write } from "../../../../db/written.ts";
import type { Deps } from "../../../deps.ts";
import { type PeriodId, previousPeriod, quarterAt, yearOf } from "../../../domain/calendar/period.ts";
import { followPlan } from "../../../domain/plan/follow-plan.ts";
import { changeOf, type KnownYear, type PlanChange, samePlan } from "../../../domain/plan/plan-change.ts";
import { changeFigure, figureId, figuresOf, type PlanFigure } from "../../../domain/plan/small-change.ts";
import type { Offered } from "../../../domain/procedure/field.ts";
import { type Concerned, FIGURE_REASONS, plan, planProposal } from "../../../domain/procedure/plan.ts";
import type { ProcedureRecord } from "../../../domain/procedure/record.ts";
import type { Locale } from "../../../domain/programme/people.ts";
import { type Programme, townBySlug } from "../../../domain/programme/programme.ts";
import { formatPercent } from "../../../domain/reading/numbers.ts";
import { UNPLANNED } from "../../../domain/report/plan.ts";
import { isHandedIn, type Report, reportState } from "../../../domain/report/report.ts";
import type { YearPlan } from "../../../domain/report/year-plan.ts";
import { alikeUnder } from "../../report/check-up.ts";
import { loadBases } from "../../report/load-report-contexts.ts";
import { cityOffice } from "../../roster/people.ts";
import type { Effect, Given } from "./effect.ts";
import { tellTowns } from "./plan-news.ts";

/**
 * The years whose plan may be entered or changed: the year of the quarter being reported, the current year
 * and the next.
 */
export function plannableYears(now: number): number[] {
  const present = quarterAt(now);
  return [...new Set([yearOf(previousPeriod(present)), yearOf(present), yearOf(present) + 1])];
}

/** The plans of a year, and the reports of its quarters that were opened. */
export async function knownYear({ db }: Pick<Deps, "db">, year: number): Promise<KnownYear> {
  const [plans, periods] = await Promise.all([loadPlans(db, year), listPeriods(db)]);
  const opened = periods.filter(({ id }) => yearOf(id) === year);
  const reports = await Promise.all(opened.map(({ id }) => listReports(db, id)));
  return { plans, reports: reports.flat() };
}

/** The reports of unpublished quarters that a change affects. */
export async function concernedBy(
  { db }: Pick<Deps, "db">,
  year: number,
  changes: readonly PlanChange[],
): Promise<Concerned[]> {
  const reports = await runningReports({ db }, year);
  const towns = new Set(changes.map(({ town }) => town));
  return reports
    .filter(({ town }) => towns.has(town))
    .map((report) => ({ period: report.period, town: report.town, state: reportState(report) }));
}

/** Reports of the year's quarters that are open and not published. */
async function runningReports({ db }: Pick<Deps, "db">, year: number): Promise<Report[]> {
  const running = (await listPeriods(db)).filter(
    ({ id, status }) => yearOf(id) === year && status !== "published",
  );
  return (await Promise.all(running.map(({ id }) => listReports(db, id)))).flat();
}

/** Whether the plan has changed since the proposal was made, and which reports the change affects now. */
export const planNow: Given = async (deps, { record }) => {
  if (!record) return {};
  const year = Number(record.ref);
  const { changes } = planProposal(record);
  const plans = await loadPlans(deps.db, year);
  const moved = changes.some(({ town, before }) => !samePlan(before, plans.get(town) ?? null));
  return { moved, concerned: await concernedBy(deps, year, changes) };
};

/** A leader is asked to confirm where whoever put it forward is the whole office. */
export const askSecondPerson: Effect = async (deps, { after }) => {
  const by = after.log.at(-1)?.by;
  const others = (await cityOffice(deps)).filter(({ openId }) => openId !== by);
  return others.length > 0 ? {} : { tells: [{ role: "leader", area: "" }] };
};

/** Writes the plans and updates the reports that towns are still filling in. */
export const adoptPlan: Effect = async (deps, { after }) => {
  const { changes } = planProposal(after);
  const by = after.log.at(-1)?.by ?? "";
  return planWrites(deps, Number(after.ref), changes, by);
};

/** The writes that put plans into force, the messages to towns whose reports follow, and the subjects whose cards change. */
export async function planWrites(
  deps: Deps,
  year: number,
  changes: readonly PlanChange[],
  by: string,
): Promise<{ writes: Write[]; outbox: OutboxRow[]; touched: string[] }> {
  const now = deps.clock.now();
  const reports = await runningReports(deps, year);
  const planOf = new Map(changes.map(({ town, after }) => [town, after]));
  const periods = [...new Set(reports.map(({ period }) => period))];
  const followed = (
    await Promise.all(periods.map((period) => followers(deps, period, reports, planOf)))
  ).flat();
  const compared = reports.filter(isHandedIn).flatMap((report) => {
    const plan = planOf.get(report.town);
    return plan ? alikeUnder(deps, report, plan) : [];
  });
  return {
    writes: [
      ...[...planOf].map(([town, doc]) => putPlan(deps.db, year, town, doc)),
      ...[...planOf.keys()].map((town) => forgetBriefs(deps.db, town, year)),
      ...compared,
      ...followed.flatMap((report) => saveReport(deps.db, report, by, now)),
    ],
    outbox: await tellTowns(deps, year, changes, followed),
    touched: [
      ...reports.flatMap(({ period, town }) => (planOf.has(town) ? [`report ${period}/${town}`] : [])),
      ...periods.flatMap((period) => [`progress ${period}`, `quarter ${period}`]),
      "figures",
    ],
  };
}

type Adopted = {
  by: string;
  /** "" for a plan of several towns. */
  town: string;
  /** What it follows from: a file's name or a record. */
  because: string;
  file: string;
  year: number;
  changes: PlanChange[];
  concerned: Concerned[];
};

/** The record of a change of the year's plan that was decided elsewhere: by the operator, or with a town's 方案. */
export function adoptedPlan(
  { clock }: Pick<Deps, "clock">,
  { by, town, because, file, year, changes, concerned }: Adopted,
): ProcedureRecord {
  const at = clock.now();
  const data = { file, changes, concerned };
  const step = { step: "adopt", from: "", to: "adopted", by, name: "", post: "", at, values: data };
  return {
    ...{ id: causeId(`plan ${because} ${at}`).slice(0, 16), procedure: plan.id },
    ...{ town, period: "", ref: String(year), state: "adopted", revision: 1, data, due: null },
    log: [step],
  };
}

async function followers(
  deps: Deps,
  period: PeriodId,
  reports: readonly Report[],
  planOf: ReadonlyMap<string, YearPlan>,
): Promise<Report[]> {
  const bases = await loadBases(deps, period);
  return reports.flatMap((report) => {
    const [basis, plan] = [bases.get(report.town), planOf.get(report.town)];
    if (report.period !== period || !basis || !plan) return [];
    return followPlan(report, basis, { ...basis, plan }) ?? [];
  });
}

/** The figures of a town's plan that can be changed, and the effect of the input so far. */
export const figureChanged: Given = async (deps, { about, typed, actor }) => {
  const year = Number(about.ref);
  if (!townBySlug(deps.programme, about.town) || !Number.isInteger(year))
    return { figures: [], changes: [], concerned: [], problem: null };
  const known = await knownYear(deps, year);
  const plan = known.plans.get(about.town) ?? UNPLANNED;
  const choices = figuresOf(deps.programme, plan);
  const figures = choices.map((figure) => offeredFigure(figure, plan, deps.programme));
  const figure = choices.find((one) => figureId(one) === typed.figure);
  const [text, reason] = [typed.value, typed.reason].map((one) =>
    typeof one === "string" ? one.trim() : "",
  );
  const nothing = { figures, changes: [], concerned: [], problem: null };
  if (!plannableYears(deps.clock.now()).includes(year)) return { ...nothing, problem: "other_year" };
  if (!figure || !text || !actor) return nothing;
  const every = deps.programme.areas.flatMap(({ items }) => items.map(({ id }) => id));
  const changed = changeFigure(plan, figure, text, reason ?? "", every);
  if (!changed.ok) return { ...nothing, problem: FIGURE_REASONS.find((one) => one === changed.kind) ?? null };
  const changes = changeOf(about.town, known, () => changed.plan);
  return { figures, changes, concerned: await concernedBy(deps, year, changes), problem: null };
};

function offeredFigure(figure: PlanFigure, plan: YearPlan, programme: Programme): Offered[number] {
  const named = (locale: Locale) => figureName(figure, plan, programme, locale);
  return { id: figureId(figure), name: named("zh-CN"), nameEn: named("en") };
}

function figureName(figure: PlanFigure, plan: YearPlan, programme: Programme, locale: Locale): string {
  const text = planText(locale).figure;
  const project = "project" in figure ? plan.projects.find(({ id }) => id === figure.project) : undefined;
  switch (figure.kind) {
    case "investment":
      return text.investment(amountOrNone(plan.investment, locale));
    case "total":
      return text.total(project?.name ?? "", amountOrNone(project?.total ?? null, locale));
    case "planned":
      return text.planned(
        project?.name ?? "",
        figure.quarter,
        formatPercent(project?.planned[figure.quarter - 1] ?? 0),
      );
    case "due": {
      const item = programme.areas.flatMap(({ items }) => items).find(({ id }) => id === figure.item);
      return text.due(item ? nameOf(item, locale) : "", dueText(plan, figure.item, locale));
    }
  }
}
