import type { Frozen } from "../../domain/explain/frozen.ts";
import type { Group, Scheme, SchemeNode } from "../../domain/scoring/scheme.ts";
import { isGroup, nodesOf } from "../../domain/scoring/scheme-tree.ts";
import { PARAMETERS, type Parameter } from "./parameters.ts";
import type { WorkbookText } from "./text.ts";

// The position of everything in the workbook. A town has the same row on every sheet, so formulas can be traced.

export const LABEL_ROW = 3;
export const ID_ROW = 4;
export const WEIGHT_ROW = 5;
export const FIRST_ROW = 6;

/** Columns of the weights sheet before the parameters: id, name, parent, weight, share, kind. */
const BEFORE_PARAMETERS = 6;
export const DECIMALS_CELL = "$B$2";
export const BONUS_CELL = "$B$3";

/** One group's children in adjacent columns on the scores sheet, followed by their total applicable weight. */
export type Block = { group: Group; children: SchemeNode[]; present: string };

export type Layout = {
  sheets: WorkbookText["sheets"];
  /** Towns with a row in the score table come first; those that did not report have no formulas. */
  towns: Array<{ town: string; reported: boolean }>;
  lastRow: number;
  /** The columns of the scheme and the adjustments, in the table's order. */
  inputs: string[];
  blocks: Block[];
  /** Columns after the last block. */
  end: Record<"root" | "bonus" | "deduct" | "total" | "score" | "rank" | "was" | "wasRank" | "check", string>;
  inputColumn: (column: string) => string;
  nodeColumn: (id: string) => string;
  parameter: (id: string, name: Parameter) => string;
  weightCell: (id: string) => string;
};

export function layoutOf(now: Frozen, sheets: WorkbookText["sheets"]): Layout {
  const rows = new Set(now.inputs.table.rows.map(({ id }) => id));
  const towns = now.result.rows.map(({ town }) => ({ town, reported: rows.has(town) }));
  const inputs = now.inputs.table.columns;
  const { blocks, columns, next } = blocksOf(now.scheme);
  const ends = ["root", "bonus", "deduct", "total", "score", "rank", "was", "wasRank", "check"] as const;
  const at = (name: (typeof ends)[number]) => letter(next + ends.indexOf(name));
  const end = {
    root: at("root"),
    bonus: at("bonus"),
    deduct: at("deduct"),
    total: at("total"),
    score: at("score"),
    rank: at("rank"),
    was: at("was"),
    wasRank: at("wasRank"),
    check: at("check"),
  };
  columns.set(now.scheme.root.id, end.root);
  const ids = nodesOf(now.scheme.root).map(({ id }) => id);
  const weightRow = (id: string) => FIRST_ROW + ids.indexOf(id);
  return {
    sheets,
    towns,
    lastRow: FIRST_ROW + Math.max(towns.length, 1) - 1,
    inputs,
    blocks,
    end,
    inputColumn: (column) => letter(3 + inputs.indexOf(column)),
    nodeColumn: (id) => columns.get(id) ?? "",
    parameter: (id, name) =>
      `'${sheets.weights}'!$${letter(BEFORE_PARAMETERS + 1 + PARAMETERS.indexOf(name))}$${weightRow(id)}`,
    weightCell: (id) => `'${sheets.weights}'!$D$${weightRow(id)}`,
  };
}

/** Inner groups first, so that a sheet reads and computes from left to right. */
function blocksOf(scheme: Scheme): { blocks: Block[]; columns: Map<string, string>; next: number } {
  const blocks: Block[] = [];
  const columns = new Map<string, string>();
  let next = 3;
  const visit = (group: Group): void => {
    for (const child of group.children) if (isGroup(child)) visit(child);
    for (const child of group.children) columns.set(child.id, letter(next++));
    blocks.push({ group, children: group.children, present: letter(next++) });
  };
  visit(scheme.root);
  return { blocks, columns, next };
}

/** 1 is A, 27 is AA. */
export function letter(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letter(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}
