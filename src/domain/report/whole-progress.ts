import { type Cell, sectionCells } from "./cells.ts";
import { type Basis, IMAGE } from "./content.ts";
import type { Problem } from "./hard-checks.ts";
import type { RawInputs } from "./inputs.ts";
import type { Report } from "./report.ts";

// An image progress given for the whole town (形象进度70%) while several projects are under way: the person chooses one
// project or all of them. It is never applied to all without asking.

/** Input names: the figure, and the project it applies to. */
export const WHOLE = `${IMAGE}/whole`;
export const WHOLE_OF = `${WHOLE}.project`;
/** The choice that applies the figure to every project. */
export const EVERY_PROJECT = "every";

/** The cells such a figure may apply to: unfinished projects; in a returned report only returned cells. */
export function openProgress(report: Report, basis: Basis): Cell[] {
  const open = report.status === "returned" ? new Set(report.returned?.cells) : null;
  return sectionCells(IMAGE, report.content, basis).filter(
    (cell) => cell.what.field === "actual" && !cell.known && (open === null || open.has(cell.key)),
  );
}

/** The inputs with the figure moved to the chosen projects; a problem while none is chosen. */
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
