import { type Basis, INVESTMENT, type ReportContent } from "./content.ts";
import { type FigureKind, givenFigures, isOwn } from "./fields.ts";
import { cumulativeBefore, previousThisYear } from "./plan.ts";

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
  | "falls"
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
  const given = givenFigures(content, basis.programme);
  const sources = Object.entries(content.investment.sources).map(
    ([id, value]) => [`${INVESTMENT}/source.${id}`, value] as const,
  );
  const items = Object.entries(content.areas).flatMap(([area, { items }]) =>
    Object.entries(items).map(([id, value]) => [`${area}/item.${id}`, value] as const),
  );
  return [
    ...given.flatMap(({ key, field, value }) => checkFigure(field.kind, key, value)),
    ...sources.flatMap(([key, value]) => checkFigure("amount", key, value)),
    ...items.flatMap(([key, value]) => checkFigure("percent", key, value)),
    ...checkCumulative(content, basis),
    ...checkOwn(content, basis),
  ];
}

function checkFigure(kind: FigureKind, key: string, value: number | null): Problem[] {
  if (value === null) return [];
  if (value < 0) return [{ key, problem: "negative", values: { value } }];
  if (kind === "amount" && value > LARGEST_AMOUNT) return [{ key, problem: "too_large", values: { value } }];
  return kind === "percent" && value > 100 ? [{ key, problem: "over_100", values: { value } }] : [];
}

/** A pack's field that goes on through the year does not fall. */
function checkOwn(content: ReportContent, basis: Basis): Problem[] {
  const before = previousThisYear(basis);
  if (!before) return [];
  const was = new Map(givenFigures(before, basis.programme).map(({ key, value }) => [key, value]));
  return givenFigures(content, basis.programme).flatMap(({ key, field, value }): Problem[] => {
    const last = was.get(key) ?? null;
    const falls = isOwn(field) && field.cumulative && value !== null && last !== null && value < last;
    return falls ? [{ key, problem: "falls", values: { value, before: last } }] : [];
  });
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
