import { sectionCells } from "../report/cells.ts";
import { type Basis, sectionsOf } from "../report/content.ts";
import { givenFigures } from "../report/fields.ts";
import type { Report } from "../report/report.ts";

// 减负账本: a count of what the bot asks of towns. By town, never by person.

/** `messages`: new messages to a town's officials. `fields`: figures and answers asked of the town. */
export type Burden = { messages: number; fields: number };

export const NO_BURDEN: Burden = { messages: 0, fields: 0 };

/**
 * Number of figures the opening of a quarter asks of a town: those that are new every quarter and those not known yet.
 * Fund sources count as one figure. Items and words count nothing, since unchanged ones need no input.
 */
export function askedAtOpening(report: Report, basis: Basis): number {
  const cells = sectionsOf(basis.programme).flatMap((section) =>
    sectionCells(section, report.content, basis),
  );
  const fields = new Map(givenFigures(report.content, basis.programme).map(({ key, field }) => [key, field]));
  const figures = cells.filter(({ key, known, value }) => {
    const field = fields.get(key);
    return field?.required && !known && (value === null || field.cumulative);
  });
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
