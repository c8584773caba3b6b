import { type Cell, sectionCells } from "./cells.ts";
import { type Basis, IMAGE } from "./content.ts";
import type { Problem } from "./hard-checks.ts";
import type { RawInputs } from "./inputs.ts";
import type { Report } from "./report.ts";

// An image progress said of the whole place (形象进度70%) where several projects are under way: the person says which
// project it is, or that it is every project's. It is never put to all of them unasked.

/** Input names: the figure, and the project it is meant for. */
export const WHOLE = `${IMAGE}/whole`;
export const WHOLE_OF = `${WHOLE}.project`;
/** The choice that gives every project the figure. */
export const EVERY_PROJECT = "every";

/** The cells an image progress may go into: projects not yet finished, in a returned report only what came back. */
export function openProgress(report: Report, basis: Basis): Cell[] {
  const open = report.status === "returned" ? new Set(report.returned?.cells) : null;
  return sectionCells(IMAGE, report.content, basis).filter(
    (cell) => cell.what.field === "actual" && !cell.known && (open === null || open.has(cell.key)),
  );
}

/** The inputs with the whole's progress in the boxes it was meant for; a problem while nobody said which. */
export function placeWhole(
  raw: RawInputs,
  report: Report,
  basis: Basis,
): { raw: RawInputs; problem?: undefined } | { problem: Problem } {
  const { [WHOLE]: text, [WHOLE_OF]: choice, ...rest } = raw;
  if (text === undefined || text.trim() === "") return { raw: rest };
  const meant = openProgress(report, basis).filter(
    ({ what }) => choice === EVERY_PROJECT || ("project" in what && what.project === choice),
  );
  if (meant.length === 0) return { problem: { key: WHOLE, problem: "which_project", values: { text } } };
  return { raw: { ...rest, ...Object.fromEntries(meant.map((cell) => [cell.key, text])) } };
}
