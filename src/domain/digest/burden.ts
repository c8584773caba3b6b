import { sectionCells } from "../report/cells.ts";
import { type Basis, sectionsOf } from "../report/content.ts";
import type { Report } from "../report/report.ts";

// 减负账本: a count of what the bot asks of towns. By town, never by person.

/** `messages`: new messages to a town's officials. `fields`: figures and answers asked of the town. */
export type Burden = { messages: number; fields: number };

export const NO_BURDEN: Burden = { messages: 0, fields: 0 };

/** Figures asked anew every quarter, whatever last quarter's were. */
const ALWAYS: readonly string[] = ["cumulative", "actual"];
const FIGURES: readonly string[] = ["plan", "cumulative", "planned", "actual", "total"];

/**
 * Number of figures the opening of a quarter asks of a town: those that are new every quarter and those not known yet.
 * Fund sources count as one figure. Items and words count nothing, since unchanged ones need no input.
 */
export function askedAtOpening(report: Report, basis: Basis): number {
  const cells = sectionsOf(basis.programme).flatMap((section) =>
    sectionCells(section, report.content, basis),
  );
  const figures = cells.filter(
    ({ what, known, value }) =>
      FIGURES.includes(what.field) && !known && (value === null || ALWAYS.includes(what.field)),
  );
  const sources = cells.some(({ what }) => what.field === "source") ? 1 : 0;
  return figures.length + sources;
}

/** The sum over the given towns. */
export function burdenOf(byTown: ReadonlyMap<string, Burden>, towns: Iterable<string>): Burden {
  let sum = NO_BURDEN;
  for (const town of towns) {
    const one = byTown.get(town) ?? NO_BURDEN;
    sum = { messages: sum.messages + one.messages, fields: sum.fields + one.fields };
  }
  return sum;
}
