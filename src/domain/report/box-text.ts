import { formatAmount, formatCount, formatPercent } from "../reading/numbers.ts";
import { type Cell, sectionCells, sectionOf } from "./cells.ts";
import { type Basis, INVESTMENT } from "./content.ts";
import { givenValue, itemStatus, itemText, type RawInputs } from "./inputs.ts";
import type { Report } from "./report.ts";

// The initial text of a form's inputs, and from it the inputs a person changed.

/**
 * The initial text of a cell's input: the value a person gave. Empty for a derived value and for last quarter's sum,
 * which is not this quarter's (`saved`: the sections saved this quarter).
 */
export function boxText(cell: Cell, saved: Report["saved"]): string {
  const value = givenValue(cell);
  if (typeof value === "string") return value;
  const isLastQuarters = cell.what.field === "cumulative" && !saved[INVESTMENT];
  if (value === null || isLastQuarters) return "";
  if (cell.kind === "amount") return formatAmount(value);
  if (cell.kind === "count") return formatCount(value);
  if (cell.kind === "item") return itemText(value);
  // A bare 0.5 could mean 50%.
  return value > 0 && value < 1 ? formatPercent(value) : String(value);
}

/**
 * The inputs that were changed on a form drawn from `drawn`. Inputs left as drawn are dropped, and so is the state of
 * an item whose percentage alone was typed. Inputs that are no cell of that report are kept.
 */
export function touchedInputs(raw: RawInputs, drawn: Report, basis: Basis): RawInputs {
  const sections = new Set(Object.keys(raw).map(sectionOf));
  const present = [...sections].flatMap((section) => sectionCells(section, drawn.content, basis));
  const cells = new Map(present.map((cell) => [cell.key, cell]));
  const untouched = ([name, text]: [string, string]) => {
    const cell = cells.get(name.replace(/\.status$/, ""));
    if (!cell) return false;
    if (name === cell.key) return text.trim() === boxText(cell, drawn.saved).trim();
    return text === "" || text === itemStatus(typeof cell.value === "number" ? cell.value : 0);
  };
  return Object.fromEntries(Object.entries(raw).filter((input) => !untouched(input)));
}
