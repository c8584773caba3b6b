import { type CellValue, findCell, sectionCells, sectionOf } from "./cells.ts";
import type { Basis } from "./content.ts";
import type { Problem } from "./hard-checks.ts";
import { applyInputs } from "./inputs.ts";
import type { Correction, Report } from "./report.ts";

export type Corrected =
  | { ok: true; report: Report; correction: Correction }
  | { ok: false; reason: "not_approved" | "supplement" | "no_such_cell" | "no_reason" | "unchanged" }
  | { ok: false; reason: "problems"; problems: Problem[] };

/**
 * Changes one cell of an approved report by the office's decision. The former value is kept in the report's history and
 * in the correction; a correction after the lock costs quality points (scoring.md 2).
 */
export function correctReport(
  report: Report,
  change: { cell: string; value: string; reason: string },
  by: string,
  basis: Basis,
  now: number,
): Corrected {
  if (report.status !== "approved") return { ok: false, reason: "not_approved" };
  // No published result contains it: the office returns it and the town corrects it.
  if (report.supplement) return { ok: false, reason: "supplement" };
  if (change.reason.trim() === "") return { ok: false, reason: "no_reason" };
  const cell = findCell(change.cell, report.content, basis);
  if (!cell || cell.what.field === "quarter") return { ok: false, reason: "no_such_cell" };
  const applied = applyInputs({ [cell.key]: change.value }, report.content, basis);
  if (!applied.ok) return { ok: false, reason: "problems", problems: applied.problems };
  const after: CellValue = findCell(cell.key, applied.content, basis)?.value ?? null;
  if (after === cell.value) return { ok: false, reason: "unchanged" };
  const why = { reason: change.reason.trim(), by, at: now };
  const correction = { cell: cell.key, before: cell.value, after, ...why };
  // A derived sum follows its sources here too, and is recorded in the history with the cell it follows.
  const followed = sectionCells(sectionOf(cell.key), report.content, basis).flatMap((one) => {
    const now = findCell(one.key, applied.content, basis)?.value ?? null;
    const other = one.key !== cell.key && one.what.field !== "quarter" && now !== one.value;
    return other ? [{ cell: one.key, before: one.value, after: now, ...why }] : [];
  });
  const next: Report = {
    ...report,
    revision: report.revision + 1,
    content: applied.content,
    corrections: [...report.corrections, correction, ...followed],
  };
  return { ok: true, report: next, correction };
}
