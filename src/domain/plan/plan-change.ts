import * as z from "zod";
import { foldName } from "../places/place-index.ts";
import { UNPLANNED } from "../report/plan.ts";
import type { Report } from "../report/report.ts";
import { type YearPlan, yearPlanSchema } from "../report/year-plan.ts";
import type { FileProject, FileTown, PlanFile, PlanProblem } from "./plan-file.ts";

// A file or a form against what is known: the plans that come of it, town by town.

/** `before` null: the town had no plan. */
export const planChangeSchema = z.object({
  town: z.string(),
  before: yearPlanSchema.nullable(),
  after: yearPlanSchema,
});
export type PlanChange = z.infer<typeof planChangeSchema>;

/** Plans of one year by town, and the year's reports, later quarters last. */
export type KnownYear = { plans: ReadonlyMap<string, YearPlan>; reports: readonly Report[] };

/** A town's plan as it is stated, wherever that was. */
type Stated = Omit<FileTown, "projects"> & { projects?: ReadonlyArray<Omit<FileProject, "at">> };

/** What the file changes, in the pack's order; empty when everything is as it says already. */
export function changesOf(
  { towns }: { towns: ReadonlyMap<string, Stated> },
  known: KnownYear,
  order: readonly string[],
): PlanChange[] {
  return order.flatMap((town) => {
    const says = towns.get(town);
    return says ? changeOf(town, known, (before) => withFile(before, says, projectsOf(known, town))) : [];
  });
}

/** One town's change; empty when it changes nothing. */
export function changeOf(
  town: string,
  { plans }: Pick<KnownYear, "plans">,
  make: (before: YearPlan) => YearPlan,
): PlanChange[] {
  const before = plans.get(town) ?? null;
  const after = make(before ?? UNPLANNED);
  return samePlan(before ?? UNPLANNED, after) ? [] : [{ town, before, after }];
}

/** Whether two plans say the same. The order of items does not matter. */
export function samePlan(one: YearPlan | null, other: YearPlan | null): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** Projects whose totals together are below what the town has invested this year already, by the cell of the first. */
export function totalsBelow({ towns }: Pick<PlanFile, "towns">, known: KnownYear): PlanProblem[] {
  return [...towns].flatMap(([town, { projects = [] }]): PlanProblem[] => {
    const [first] = projects;
    const invested = investedIn(known, town);
    const total = projects.reduce((sum, project) => sum + project.total, 0);
    if (!first || invested === null || total >= invested) return [];
    return [{ ...first.at, kind: "total_below", about: `${invested}` }];
  });
}

/** What a town has reported as invested this year, 万元; null when it has not. */
function investedIn({ reports }: Pick<KnownYear, "reports">, town: string): number | null {
  const own = reports.filter((report) => report.town === town);
  return (
    own.findLast(({ content }) => content.investment.cumulative !== null)?.content.investment.cumulative ??
    null
  );
}

type Named = { id: string; name: string };

/** Projects the town has by its plan or its reports, so that a project keeps its id and thereby its history. */
function projectsOf({ plans, reports }: KnownYear, town: string): Named[] {
  const reported = reports.filter((report) => report.town === town).at(-1)?.content.image.projects ?? [];
  return [...(plans.get(town)?.projects ?? []), ...reported];
}

function withFile(before: YearPlan, says: Stated, known: Named[]): YearPlan {
  const { schedule, notApplicable, ...rest } = before;
  const stated = says.investment === undefined ? schedule : says.schedule;
  const excused = says.items ? says.items.notApplicable : notApplicable;
  return {
    ...rest,
    ...(says.investment === undefined ? {} : { investment: says.investment }),
    ...(says.items ? { dueFrom: says.items.dueFrom } : {}),
    ...(says.projects ? { projects: withIds(says.projects, known) } : {}),
    ...(stated ? { schedule: stated } : {}),
    ...(excused && Object.keys(excused).length > 0 ? { notApplicable: excused } : {}),
  };
}

function withIds(projects: NonNullable<Stated["projects"]>, known: readonly Named[]): YearPlan["projects"] {
  const taken = new Set(known.map(({ id }) => id));
  return projects.map(({ name, total, planned }) => {
    const same = known.find((one) => foldName(one.name) === foldName(name));
    const id = same?.id ?? freeId(taken);
    taken.add(id);
    return { id, name, total, planned };
  });
}

function freeId(taken: ReadonlySet<string>): string {
  let n = 1;
  while (taken.has(`p${n}`)) n += 1;
  return `p${n}`;
}

function sorted(plan: YearPlan | null): unknown {
  if (!plan) return null;
  const { investment, schedule = null, projects, dueFrom, notApplicable = {} } = plan;
  const inOrder = (of: Record<string, unknown>) => Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
  const named = projects.map(({ id, name, total, planned }) => [id, name, total, planned]);
  return [investment, schedule, named, dueFrom && inOrder(dueFrom), inOrder(notApplicable)];
}
