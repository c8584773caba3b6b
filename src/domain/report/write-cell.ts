import type { Cell } from "./cells.ts";
import { type AreaContent, IMAGE, type Investment, type ReportContent } from "./content.ts";

/** Puts a figure or text in its place; null takes it away. A section or project that is not there stays away. */
export function writeCell(content: ReportContent, cell: Cell, value: number | string | null): void {
  const number = typeof value === "number" ? value : null;
  const text = typeof value === "string" ? value : "";
  const area = content.areas[cell.section];
  const { investment, image } = content;
  const { what } = cell;
  switch (what.field) {
    case "item":
      if (area) writeItem(area, what.item, number ?? 0);
      return;
    case "progress":
    case "next":
    case "problem":
      if (area) area.words[what.field] = text;
      return;
    case "words":
      if (cell.section === IMAGE) image.words = text;
      else investment.words = text;
      return;
    case "source":
      if (number === null) delete investment.sources[what.source];
      else investment.sources[what.source] = number;
      return;
    case "plan":
      investment.plan = number;
      return;
    case "cumulative":
      investment.cumulative = number;
      delete investment.derived;
      return;
    case "quarter":
      if (number === null) delete investment.quarter;
      else investment.quarter = number;
      return;
    case "total":
    case "planned":
    case "actual": {
      const project = image.projects.find(({ id }) => id === what.project);
      if (project) project[what.field] = number;
      return;
    }
    case "own": {
      const place = "project" in what ? image.projects.find(({ id }) => id === what.project) : investment;
      if (place) writeOwn(place, what.own.id, number);
      if (place === investment) givenByHand(investment, what.own.id);
      return;
    }
    case "name":
      return;
    default: {
      const left: never = what;
      throw new Error(`a cell that has no place: ${JSON.stringify(left)}`);
    }
  }
}

/** What a person gives does not follow the ledger any more. */
function writeItem(area: AreaContent, item: string, percent: number): void {
  area.items[item] = percent;
  const derived = area.derived?.filter((one) => one !== item) ?? [];
  if (derived.length > 0) area.derived = derived;
  else delete area.derived;
}

function givenByHand(investment: Investment, field: string): void {
  const byLedger = investment.byLedger?.filter((one) => one !== field) ?? [];
  if (byLedger.length > 0) investment.byLedger = byLedger;
  else delete investment.byLedger;
}

/** Puts the figure of a field of the pack in its place, of the investment or of a project. */
export function writeOwn(place: { more?: Record<string, number> }, id: string, value: number | null): void {
  const { [id]: _, ...rest } = place.more ?? {};
  const more = value === null ? rest : { ...rest, [id]: value };
  if (Object.keys(more).length > 0) place.more = more;
  else delete place.more;
}
