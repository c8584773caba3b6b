import type { Programme } from "../programme/programme.ts";
import { hiddenNotes, type SheetNote } from "../sheet/gather-tables.ts";
import type { Sheet } from "../sheet/sheet.ts";
import { kindOf, type Page, pageOf } from "./page.ts";
import type { CellPlace, FileTown, PlanFile, PlanProblem, PlanProblemKind } from "./plan-file.ts";
import { readInvestments } from "./read-investments.ts";
import { readItems } from "./read-items.ts";
import { readProjects } from "./read-projects.ts";

/** `notes`: what of the workbook was not read. */
export type ReadPlan =
  | { ok: true; file: PlanFile; notes: SheetNote[] }
  | { ok: false; problems: PlanProblem[] };

/**
 * Reads a year's plan from a workbook, or refuses it with every problem and its cell. `years`: those a plan may be for
 * now. A sheet is known by its name or its header, several of one kind are read together, others are ignored; at least
 * one has to be there.
 */
export function readPlan(sheets: readonly Sheet[], programme: Programme, years: readonly number[]): ReadPlan {
  const seen = sheets.filter(({ hidden }) => !hidden?.sheet);
  const known = seen.flatMap((sheet) => {
    const kind = kindOf(sheet);
    return kind ? [{ kind, sheet }] : [];
  });
  if (known.length === 0) return refused(problem("no_sheet", { sheet: "", cell: "" }));
  const pages = known.map(({ kind, sheet }) => pageOf(kind, sheet));
  const problems = pages.flatMap((page) => page.problems);
  const year = yearOfPages(pages, years, problems);
  const notes = [
    ...sheets.filter(({ hidden }) => hidden?.sheet).flatMap(hiddenNotes),
    ...pages.flatMap((page) => page.notes),
  ];
  const towns = new Map<string, FileTown>();
  const readers = { plan: readInvestments, projects: readProjects, items: readItems };
  for (const kind of ["plan", "projects", "items"] as const) {
    const page = together(pages.filter((one) => one.kind === kind && one.ready));
    const read = page && readers[kind](page, programme);
    problems.push(...(read?.problems ?? []));
    for (const [town, says] of read?.towns ?? []) towns.set(town, { ...towns.get(town), ...says });
  }
  if (problems.length === 0 && towns.size === 0) problems.push(problem("nothing", { sheet: "", cell: "" }));
  return problems.length > 0 || year === null
    ? refused(...problems)
    : { ok: true, file: { year, towns }, notes };
}

/** Several sheets of one kind as one. */
function together([first, ...more]: Page[]): Page | null {
  return first ? { ...first, lines: [first, ...more].flatMap(({ lines }) => lines) } : null;
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
