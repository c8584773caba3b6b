import type { Programme } from "../programme/programme.ts";
import type { YearPlan } from "../report/year-plan.ts";
import type { PlanProblemKind } from "./plan-file.ts";
import { amountIn, dueIn, percentIn } from "./read-cells.ts";

// A change of one figure of one town's plan, as the form asks for it.

/** Which figure: the year's investment, a project's total or planned progress at a quarter's end, when an item is due. */
export type PlanFigure =
  | { kind: "investment" }
  | { kind: "total"; project: string }
  | { kind: "planned"; project: string; quarter: number }
  | { kind: "due"; item: string };

/** The figures of a town's plan that a form can change, in the order people look for them. */
export function figuresOf(programme: Programme, plan: YearPlan): PlanFigure[] {
  const projects = plan.projects.flatMap(({ id }): PlanFigure[] => [
    { kind: "total", project: id },
    ...[1, 2, 3, 4].map((quarter): PlanFigure => ({ kind: "planned", project: id, quarter })),
  ]);
  const items = programme.areas.flatMap(({ items }) =>
    items.map(({ id }): PlanFigure => ({ kind: "due", item: id })),
  );
  return [{ kind: "investment" }, ...projects, ...items];
}

/** A figure's name in a form: `planned p1 2`. */
export function figureId(figure: PlanFigure): string {
  switch (figure.kind) {
    case "investment":
      return "investment";
    case "total":
      return `total ${figure.project}`;
    case "planned":
      return `planned ${figure.project} ${figure.quarter}`;
    case "due":
      return `due ${figure.item}`;
  }
}

export type Changed = { ok: true; plan: YearPlan } | { ok: false; kind: PlanProblemKind };

/** The plan with one figure as somebody typed it; `reason` is kept where it says why an item does not apply. */
export function changeFigure(
  plan: YearPlan,
  figure: PlanFigure,
  text: string,
  reason: string,
  every: readonly string[],
): Changed {
  switch (figure.kind) {
    case "investment": {
      const read = amountIn(text, "no_investment");
      return read.ok ? { ok: true, plan: { ...plan, investment: read.value } } : read;
    }
    case "total": {
      const read = amountIn(text, "no_total");
      return read.ok
        ? changeProject(plan, figure.project, (project) => ({ ...project, total: read.value }))
        : read;
    }
    case "planned":
      return changePlanned(plan, figure.project, figure.quarter, text);
    case "due":
      return changeDue(plan, figure.item, text, reason, every);
  }
}

type PlanProject = YearPlan["projects"][number];

function changeProject(plan: YearPlan, id: string, make: (project: PlanProject) => PlanProject): Changed {
  return {
    ok: true,
    plan: { ...plan, projects: plan.projects.map((one) => (one.id === id ? make(one) : one)) },
  };
}

function changePlanned(plan: YearPlan, id: string, quarter: number, text: string): Changed {
  const read = percentIn(text, "planned_missing");
  if (!read.ok) return read;
  const [one, two, three, four] = plan.projects.find((project) => project.id === id)?.planned ?? [0, 0, 0, 0];
  const at = (n: number, was: number) => (n === quarter ? read.value : was);
  const planned: PlanProject["planned"] = [at(1, one), at(2, two), at(3, three), at(4, four)];
  if (planned.some((value, i) => value < (planned[i - 1] ?? 0))) return { ok: false, kind: "planned_falls" };
  return changeProject(plan, id, (project) => ({ ...project, planned }));
}

/** Where every item was due because the town had no plan of items, the others stay due from the first quarter. */
function changeDue(
  plan: YearPlan,
  item: string,
  text: string,
  reason: string,
  every: readonly string[],
): Changed {
  const read = dueIn(text);
  if (!read.ok) return read;
  const all = plan.dueFrom ?? Object.fromEntries(every.map((id) => [id, 1]));
  const { [item]: _, ...due } = all;
  const { [item]: __, ...excused } = plan.notApplicable ?? {};
  const { notApplicable: ___, ...rest } = plan;
  const left = read.value === "none" ? { ...excused, [item]: reason } : excused;
  const dueFrom = read.value === "none" ? due : { ...due, [item]: read.value };
  return {
    ok: true,
    plan: { ...rest, dueFrom, ...(Object.keys(left).length > 0 ? { notApplicable: left } : {}) },
  };
}
