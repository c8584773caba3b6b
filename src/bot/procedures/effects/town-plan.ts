import * as z from "zod";
import { loadPlans } from "../../../../db/periods.ts";
import type { Deps } from "../../../deps.ts";
import { shanghaiYear } from "../../../domain/calendar/shanghai-time.ts";
import { changesOf } from "../../../domain/plan/plan-change.ts";
import type { ProcedureRecord } from "../../../domain/procedure/record.ts";
import { readNumber } from "../../../domain/reading/numbers.ts";
import { ASKS } from "../../../domain/town-plan/sections.ts";
import { yearTargetsSchema } from "../../../domain/town-plan/targets.ts";
import { tasksArranged } from "./arranged-tasks.ts";
import type { Also, Effect, Given } from "./effect.ts";
import { adoptedPlan, concernedBy, knownYear, plannableYears } from "./plan.ts";
import { stageMoved } from "./stage.ts";

/**
 * Whether the year can be planned now, and has an investment: the one filled in, or the year's plan's. For a form that has
 * no year yet: this one, and what the plans of this and the next one have (万元; null: nothing).
 */
export const yearPlanned: Given = async (deps, { about: { town }, typed }) => {
  if (typed.year === undefined) {
    const now = shanghaiYear(deps.clock.now());
    const plans = await Promise.all([now, now + 1].map((one) => loadPlans(deps.db, one)));
    const known = plans.map((each, i) => [String(now + i), each.get(town)?.investment ?? null]);
    return { problem: "other_year", thisYear: String(now), known: Object.fromEntries(known) };
  }
  const said = readNumber(String(typed.year), ASKS.years.year.units);
  const year = said.ok ? said.value : 0;
  if (!plannableYears(deps.clock.now()).includes(year)) return { problem: "other_year" };
  if (typeof typed.investment === "string" && typed.investment.trim() !== "") return { problem: null };
  const { plans } = await knownYear(deps, year);
  return { problem: (plans.get(town)?.investment ?? null) === null ? "no_investment" : null };
};

/** The projects and items due that the plan of the arrangement's year has; null where the town has none. */
export const yearTargetsNow: Given = async ({ db }, { about: { town }, record }) => {
  const plan = (await loadPlans(db, Number(record?.data.year ?? 0))).get(town);
  if (!plan) return { planned: null };
  const projects = plan.projects.map(({ name, total, planned }) => ({ name, total, planned }));
  const { dueFrom, notApplicable = {} } = plan;
  return { planned: { projects, ...(dueFrom ? { items: { dueFrom, notApplicable } } : {}) } };
};

/** An approved 方案 starts the town's 创建, and puts targets and tasks of its year in force. */
export const planApproved: Effect = async (deps, { after }) => {
  const arranged = plannableYears(deps.clock.now()).includes(Number(after.data.year));
  const [moved, planned, tasks] = await Promise.all([
    stageMoved(deps, after, "building"),
    yearArranged(deps, after),
    arranged ? tasksArranged(deps, after) : [],
  ]);
  return { also: [...(moved.also ?? []), ...planned, ...tasks] };
};

const arrangementSchema = z.object({
  year: z.number(),
  investment: z.number().nullable().default(null),
  targets: yearTargetsSchema.nullable().default(null),
});

/** The year's plan with the targets of the 方案; nothing where it has none, says the same, or the year is over. */
async function yearArranged(deps: Deps, after: ProcedureRecord): Promise<Also[]> {
  const { year, investment, targets } = arrangementSchema.parse(after.data);
  if (!plannableYears(deps.clock.now()).includes(year)) return [];
  const { town } = after;
  const known = await knownYear(deps, year);
  const schedule = known.plans.get(town)?.schedule;
  const invested = investment === null ? {} : { investment, ...(schedule ? { schedule } : {}) };
  const changes = changesOf({ towns: new Map([[town, { ...invested, ...targets }]]) }, known, [town]);
  if (changes.length === 0) return [];
  const by = after.log.at(-1)?.by ?? "";
  const concerned = await concernedBy(deps, year, changes);
  const adopted = { by, town, because: after.id, file: "", year, changes, concerned };
  return [{ before: null, after: adoptedPlan(deps, adopted), step: "adopt" }];
}
