// What a workbook says of a year's plan, once read, and what may be wrong with it.

/** One quarter's value each. */
export type FourQuarters = [number, number, number, number];

/** A project as the file states it; 万元 and %. `cell`: where its total stands. */
export type FileProject = { name: string; total: number; planned: FourQuarters; at: CellPlace };

/**
 * What the file says of one town; what it does not mention is absent and stays as it is. `investment` in 万元; `schedule`
 * cumulative shares (0 to 1); `dueFrom` item id -> quarter; `notApplicable` item id -> reason.
 */
export type FileTown = {
  investment?: number;
  schedule?: FourQuarters;
  projects?: FileProject[];
  items?: { dueFrom: Record<string, number>; notApplicable: Record<string, string> };
};
export type PlanFile = { year: number; towns: Map<string, FileTown> };

export type CellPlace = { sheet: string; cell: string };
export type PlanProblemKind =
  | "formula"
  | "error"
  | "date"
  | "no_sheet"
  | "no_header"
  | "no_column"
  | "column_twice"
  | "no_year"
  | "years_differ"
  | "other_year"
  | "nothing"
  | "no_town"
  | "unknown_town"
  | "town_twice"
  | "no_investment"
  | "not_amount"
  | "not_percent"
  | "negative"
  | "too_large"
  | "over_100"
  | "share_missing"
  | "share_zero"
  | "share_sum"
  | "no_project"
  | "too_long"
  | "project_twice"
  | "no_total"
  | "total_below"
  | "planned_missing"
  | "planned_falls"
  | "no_item"
  | "unknown_item"
  | "item_twice"
  | "no_due"
  | "unknown_due"
  | "no_reason"
  | "unknown_row"
  | "row_twice"
  | "unknown_kind";
/** `cell` is "" for a whole sheet, `sheet` for the whole file. `about`: what was read, or what it collides with. */
export type PlanProblem = CellPlace & { kind: PlanProblemKind; about: string };
