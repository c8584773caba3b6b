import { foldName } from "../places/place-index.ts";
import { figuresSchema } from "../procedure/field.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import type { Area, Programme } from "../programme/programme.ts";
import { areaOf, gridOf, keptItems, type LedgerFigure } from "./area-items.ts";
import { itemEntries } from "./entries.ts";
import { cellsOf } from "./grid.ts";

// What the ledgers of a town say of the items a quarter asks about, in %.

/** A figure of a ledger, and the goal it is measured against; null where none was entered. */
export type Measured = { figure: LedgerFigure; value: number | null; goal: number | null };

export function measuredIn({ figures }: Area, { data }: Pick<ProcedureRecord, "data">): Measured[] {
  const [values, goals] = [data.values, data.goals].map((one) => figuresSchema.safeParse(one).data ?? {});
  return figures.map((figure) => ({
    figure,
    value: values?.[figure.id] ?? null,
    goal: goals?.[figure.id] ?? null,
  }));
}

/**
 * Item id -> % done by the ledgers of one town. An item under way whose share was not given, a figure without a goal or
 * above its limit, and a row or column of the grid that was not looked at as a whole are left to people.
 */
export function recordedIn(
  programme: Pick<Programme, "areas">,
  ledgers: readonly ProcedureRecord[],
): Map<string, number> {
  return new Map(
    ledgers.flatMap((ledger) => {
      const area = areaOf(programme, ledger);
      return area ? [...ofItems(area, ledger), ...ofFigures(area, ledger), ...ofGrid(area, ledger)] : [];
    }),
  );
}

/** Field id -> figure: those of the pack's fields of the investment that a ledger of the town keeps, in the same unit. */
export function figuresIn(
  programme: Pick<Programme, "areas" | "fields">,
  ledgers: readonly ProcedureRecord[],
): Map<string, number> {
  const fields = programme.fields.filter((field) => field.of === "investment");
  if (fields.length === 0) return new Map();
  const measured = ledgers.flatMap((ledger) => {
    const area = areaOf(programme, ledger);
    return area ? measuredIn(area, ledger) : [];
  });
  return new Map(
    measured.flatMap(({ figure, value }) => {
      const field = fields.find((one) => isSameFigure(one, figure));
      return field && value !== null ? [[field.id, value] as const] : [];
    }),
  );
}

function isSameFigure({ id, name, kind, unit }: Programme["fields"][number], figure: LedgerFigure): boolean {
  const counted = { count: unit?.name ?? "", amount: "万元", percent: "%" }[kind];
  const named = id === figure.id || foldName(name) === foldName(figure.name);
  return named && foldName(counted) === foldName(figure.unit.name);
}

type Known = [item: string, percent: number];

function ofItems(area: Area, ledger: ProcedureRecord): Known[] {
  const entries = itemEntries(ledger);
  return keptItems(area).flatMap(({ id }): Known[] => {
    const entry = entries.get(id);
    if (!entry) return [];
    const percent = { done: 100, going: entry.percent, none: 0 }[entry.state];
    return percent === null ? [] : [[id, percent]];
  });
}

function ofFigures(area: Area, ledger: ProcedureRecord): Known[] {
  return measuredIn(area, ledger).flatMap(({ figure, value, goal }): Known[] => {
    if (figure.item === undefined || value === null || goal === null) return [];
    if (figure.goal === "keep") return value <= goal ? [[figure.item, 100]] : [];
    return goal > 0 ? [[figure.item, share(Math.min(value, goal), goal)]] : [];
  });
}

/** A place, or a problem, by how many of its cells are in order. */
function ofGrid(area: Area, ledger: ProcedureRecord): Known[] {
  const { places, problems } = gridOf(area);
  const cells = cellsOf(ledger);
  const inLine = (line: "place" | "problem", id: string, length: number): Known[] => {
    const of = cells.filter((cell) => cell[line] === id);
    const inOrder = of.filter(({ verdict }) => verdict !== "found").length;
    return of.length < length ? [] : [[id, share(inOrder, length)]];
  };
  return [
    ...places.flatMap(({ id }) => inLine("place", id, problems.length)),
    ...problems.flatMap(({ id }) => inLine("problem", id, places.length)),
  ];
}

/** A share in %, to one decimal, never rounded up to the whole. */
function share(part: number, whole: number): number {
  return Math.floor((part / whole) * 1000) / 10;
}
