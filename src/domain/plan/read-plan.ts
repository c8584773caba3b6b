import type { Programme } from "../programme/programme.ts";
import { PLAN_SHEETS, type PlanSheet, planSheetOf } from "./columns.ts";
import { type Page, pageOf } from "./page.ts";
import type { CellPlace, FileTown, PlanFile, PlanProblem, PlanProblemKind } from "./plan-file.ts";
import { readInvestments } from "./read-investments.ts";
import { readItems } from "./read-items.ts";
import { readProjects } from "./read-projects.ts";
import type { Sheet } from "./sheet.ts";

export type ReadPlan = { ok: true; file: PlanFile } | { ok: false; problems: PlanProblem[] };

/**
 * Reads a year's plan from a workbook, or refuses it with every problem and its cell. `years`: those a plan may be for
 * now. Sheets of other names are ignored; of the three known ones at least one has to be there.
 */
export function readPlan(sheets: readonly Sheet[], programme: Programme, years: readonly number[]): ReadPlan {
  const known = sheets.flatMap((sheet) => {
    const kind = planSheetOf(sheet.name);
    return kind ? [{ kind, sheet }] : [];
  });
  if (known.length === 0) return refused(problem("no_sheet", { sheet: "", cell: "" }));
  const pages = known.map(({ kind, sheet }) => pageOf(kind, sheet));
  const problems = [
    ...known.flatMap(({ kind, sheet }, i) =>
      known.findIndex((one) => one.kind === kind) < i
        ? [problem("sheet_twice", { sheet: sheet.name, cell: "" }, PLAN_SHEETS[kind][0])]
        : [],
    ),
    ...pages.flatMap((page) => page.problems),
  ];
  const year = yearOfPages(pages, years, problems);
  const towns = new Map<string, FileTown>();
  const at = (kind: PlanSheet) => pages.filter((page) => page.kind === kind && page.ready);
  const readers = { plan: readInvestments, projects: readProjects, items: readItems };
  for (const kind of ["plan", "projects", "items"] as const)
    for (const page of at(kind)) {
      const read = readers[kind](page, programme);
      problems.push(...read.problems);
      for (const [town, says] of read.towns) towns.set(town, { ...towns.get(town), ...says });
    }
  if (problems.length === 0 && towns.size === 0) problems.push(problem("nothing", { sheet: "", cell: "" }));
  return problems.length > 0 || year === null ? refused(...problems) : { ok: true, file: { year, towns } };
}

/** The one year the sheets' titles name. */
function yearOfPages(pages: Page[], years: readonly number[], problems: PlanProblem[]): number | null {
  const named = pages.flatMap(({ title }) => (title ? [title] : []));
  const [first] = named;
  if (!first) {
    problems.push(problem("no_year", { sheet: pages[0]?.name ?? "", cell: "A1" }));
    return null;
  }
  for (const { year, place } of named) {
    if (year !== first.year) problems.push(problem("years_differ", place, `${first.year}`));
    else if (!years.includes(year)) problems.push(problem("other_year", place, years.join("、")));
  }
  return first.year;
}

function problem(kind: PlanProblemKind, place: CellPlace, about = ""): PlanProblem {
  return { ...place, kind, about };
}

function refused(...problems: PlanProblem[]): ReadPlan {
  return { ok: false, problems };
}
