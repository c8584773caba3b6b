import type { Choice } from "../procedure/field.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import type { Programme } from "../programme/programme.ts";
import { sectionsOf } from "../report/content.ts";
import { LONGEST_NAME } from "../report/hard-checks.ts";
import { draftProblem, TASK_ASKS, TASK_DRAFT_REASONS } from "../task/year-task.ts";
import { type PlannedTask, sameTask, targetsIn, type YearTargets, yearTargetsSchema } from "./targets.ts";
import { writing } from "./writing.ts";

// The yearly arrangement by card: a project, a task, or the items due at a time; a file names all of them in its tables.
// A project or task of the same name is changed.

export const YEAR_STEP_REASONS = [
  ...TASK_DRAFT_REASONS,
  "other_year_task",
  "no_total",
  "planned_falls",
  "why_not",
  "nothing_in_it",
] as const;

const percent = { kind: "percent" } as const;
const QUARTERS = ["q1", "q2", "q3", "q4"] as const;
/** When an item falls due; `later`: not this year. */
export const WHEN = [...QUARTERS, "later", "not_applicable"] as const;
/** `words`, which the next one begins without. */
const anew = (longest: number) => ({ kind: "words", longest }) as const;
const anewOptional = (longest: number) => ({ kind: "words", longest, optional: true }) as const;

/** The projects and items due that the year's plan has: what the arrangement does not say itself stays as it is there. */
const planned = { kind: "given", schema: yearTargetsSchema.nullable() } as const;

/** Projects and tasks belong to the arrangement's year. */
const needsYear = { bars: ({ data }: ProcedureRecord) => (data.year === undefined ? "incomplete" : null) };

export const yearSteps = {
  project: writing(
    "years",
    {
      project: anew(LONGEST_NAME),
      total: { kind: "amount" },
      planned1: percent,
      planned2: percent,
      planned3: percent,
      planned4: percent,
      planned,
    },
    {
      ...needsYear,
      refuses: (_, { total, ...says }) => {
        if (!(total > 0)) return { reason: "no_total", field: "total" };
        const rising = [0, says.planned1, says.planned2, says.planned3, says.planned4, 100];
        const falls = rising.some((one, i) => one < (rising[i - 1] ?? 0));
        return falls ? "planned_falls" : null;
      },
      sets: (record, { project: name, total, planned1, planned2, planned3, planned4, planned: known }) => {
        const project = { name, total, planned: [planned1, planned2, planned3, planned4] };
        const { projects = known?.projects ?? [] } = targetsIn(record?.data ?? {});
        const all = placed(projects, project, (one) => one.name === name);
        return { ...withTargets(record, { projects: all }), planned: null };
      },
    },
  ),
  /** Several at a time: one list of all items in a form is as much as a card holds. */
  items_due: writing(
    "years",
    {
      when: { kind: "choice", of: () => WHEN.map((id) => ({ id })) },
      items: { kind: "choice", of: itemChoices, many: true },
      why_not: anewOptional(200),
      planned,
    },
    {
      ...needsYear,
      refuses: (_, { when, why_not }) =>
        when === "not_applicable" && why_not === "" ? { reason: "why_not", field: "why_not" } : null,
      sets: (record, { when, items, why_not, planned: inPlan }) => {
        const known = targetsIn(record?.data ?? {}).items ?? inPlan?.items;
        const others = <T>(of: Record<string, T> = {}) =>
          Object.entries(of).filter(([id]) => !items.includes(id));
        const due = QUARTERS.flatMap((one, i) =>
          one === when ? items.map((id) => [id, i + 1] as const) : [],
        );
        const not = when === "not_applicable" ? items.map((id) => [id, why_not] as const) : [];
        const says = {
          dueFrom: Object.fromEntries([...others(known?.dueFrom), ...due]),
          notApplicable: Object.fromEntries([...others(known?.notApplicable), ...not]),
        };
        return { ...withTargets(record, { items: says }), planned: null };
      },
    },
  ),
  task: writing(
    "years",
    {
      ...TASK_ASKS,
      title: anew(TASK_ASKS.title.longest),
      steps: anewOptional(TASK_ASKS.steps.longest),
      evidence_needed: anewOptional(TASK_ASKS.evidence_needed.longest),
    },
    {
      ...needsYear,
      refuses: (record, task) => taskProblem(task, Number(record?.data.year)),
      sets: (record, says) => {
        const task = { ...says, item: null };
        const { tasks = [] } = targetsIn(record?.data ?? {});
        return withTargets(record, { tasks: placed(tasks, task, (one) => sameTask(one, task)) });
      },
    },
  ),
  take_out: writing(
    "years",
    { out: { kind: "choice", of: (_, record) => partsOf(record), many: true } },
    {
      bars: (record) => (partsOf(record).length === 0 ? "nothing_in_it" : null),
      sets: (record, { out }) => {
        const { projects = [], tasks = [] } = targetsIn(record?.data ?? {});
        return withTargets(record, {
          projects: projects.filter(({ name }) => !out.includes(projectId(name))),
          tasks: tasks.filter(({ title }) => !out.includes(taskId(title))),
        });
      },
    },
  ),
} as const;

/** Why a task cannot stand in the arrangement of this year; null where it can. */
export function taskProblem(task: Omit<PlannedTask, "item">, year: number) {
  if (!task.due.startsWith(`${year}-`)) return { reason: "other_year_task", field: "due" };
  return draftProblem(null, task);
}

/** The new one in the place of the one that has its name, or at the end. */
function placed<T>(all: readonly T[], one: T, isSame: (other: T) => boolean): T[] {
  return all.some(isSame) ? all.map((other) => (isSame(other) ? one : other)) : [...all, one];
}

function withTargets(
  record: ProcedureRecord | null,
  part: Record<string, unknown>,
): { targets: YearTargets } {
  return { targets: yearTargetsSchema.parse({ ...targetsIn(record?.data ?? {}), ...part }) };
}

function itemChoices(programme: Programme): Choice[] {
  const asked = sectionsOf(programme);
  return programme.areas.filter(({ id }) => asked.includes(id)).flatMap(({ items }) => items);
}

function partsOf(record: ProcedureRecord | null): Choice[] {
  const { projects = [], tasks = [] } = targetsIn(record?.data ?? {});
  return [
    ...projects.map(({ name }) => ({ id: projectId(name), name, nameEn: name })),
    ...tasks.map(({ title }) => ({ id: taskId(title), name: title, nameEn: title })),
  ];
}

const projectId = (name: string) => `project ${name}`;
const taskId = (title: string) => `task ${title}`;
