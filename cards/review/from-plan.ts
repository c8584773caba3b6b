import type { Cell } from "../../src/domain/report/cells.ts";
import type { Basis } from "../../src/domain/report/content.ts";
import { plannedIsKnown } from "../../src/domain/report/plan.ts";

/** Whether the figure comes from the city office's plan, hence cannot be corrected by the town. */
export function isFromPlan(cell: Cell, basis: Basis): boolean {
  const { what } = cell;
  if (what.field === "plan") return basis.plan.investment !== null && cell.value === basis.plan.investment;
  return (what.field === "planned" || what.field === "total") && plannedIsKnown(basis, what.project);
}
