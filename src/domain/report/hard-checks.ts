import { type Basis, IMAGE, INVESTMENT, type ReportContent } from "./content.ts";
import { cumulativeBefore } from "./plan.ts";

// Hard checks (scoring.md 5): an impossible figure is refused, with the reason.

/** Characters of one text, and of a project's name. */
export const LONGEST_WORDS = 1000;
export const LONGEST_NAME = 60;
/** 万元. A larger figure was probably typed in yuan: 100 亿元 a year is beyond any town. */
export const LARGEST_AMOUNT = 1_000_000;

export type ProblemKind =
  | "not_a_number"
  | "ambiguous"
  | "negative"
  | "too_large"
  | "over_100"
  | "decreases"
  | "over_total"
  | "going_needs_percent"
  | "status_contradicts"
  | "too_long"
  | "which_project"
  | "name_needed";

/** One refused input: the cell's key, the problem, and the figures its sentence needs. */
export type Problem = { key: string; problem: ProblemKind; values?: Record<string, number | string> };

/** Runs every hard check; empty when there is no problem. */
export function checkFigures(content: ReportContent, basis: Basis): Problem[] {
  const amounts: Array<[string, number | null]> = [
    [`${INVESTMENT}/plan`, content.investment.plan],
    [`${INVESTMENT}/cumulative`, content.investment.cumulative],
    [`${INVESTMENT}/quarter`, content.investment.quarter ?? null],
    ...Object.entries(content.investment.sources).map(([id, v]): [string, number] => [
      `${INVESTMENT}/source.${id}`,
      v,
    ]),
    ...content.image.projects.map((p): [string, number | null] => [
      `${IMAGE}/project.${p.id}.total`,
      p.total,
    ]),
  ];
  const percents: Array<[string, number | null]> = [
    ...content.image.projects.flatMap(
      (p): Array<[string, number | null]> => [
        [`${IMAGE}/project.${p.id}.planned`, p.planned],
        [`${IMAGE}/project.${p.id}.actual`, p.actual],
      ],
    ),
    ...Object.entries(content.areas).flatMap(([area, c]) =>
      Object.entries(c.items).map(([id, v]): [string, number] => [`${area}/item.${id}`, v]),
    ),
  ];
  return [
    ...amounts.flatMap(([key, value]) => checkAmount(key, value)),
    ...percents.flatMap(([key, value]) => checkPercent(key, value)),
    ...checkCumulative(content, basis),
  ];
}

function checkAmount(key: string, value: number | null): Problem[] {
  if (value === null) return [];
  if (value < 0) return [{ key, problem: "negative", values: { value } }];
  if (value > LARGEST_AMOUNT) return [{ key, problem: "too_large", values: { value } }];
  return [];
}

function checkPercent(key: string, value: number | null): Problem[] {
  if (value === null) return [];
  if (value < 0) return [{ key, problem: "negative", values: { value } }];
  return value > 100 ? [{ key, problem: "over_100", values: { value } }] : [];
}

function checkCumulative(content: ReportContent, basis: Basis): Problem[] {
  const key = `${INVESTMENT}/cumulative`;
  const value = content.investment.cumulative;
  if (value === null) return [];
  const before = cumulativeBefore(basis);
  if (value < before) return [{ key, problem: "decreases", values: { value, before } }];
  const totals = content.image.projects.map((p) => p.total);
  const total = totals.reduce<number>((sum, t) => sum + (t ?? 0), 0);
  const complete = totals.length > 0 && totals.every((t) => t !== null);
  return complete && value > total ? [{ key, problem: "over_total", values: { value, total } }] : [];
}
