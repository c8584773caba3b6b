import type { Frozen } from "../../domain/explain/frozen.ts";
import type { Group, Scheme, SchemeNode } from "../../domain/scoring/scheme.ts";
import { isGroup, nodesOf } from "../../domain/scoring/scheme-tree.ts";
import { letter } from "../book/book.ts";
import { PARAMETERS, type Parameter, parametersOf } from "./parameters.ts";
import type { WorkbookText } from "./text.ts";

// The position of everything in the workbook. A town has the same row on every sheet, so formulas can be traced.

export const WEIGHT_ROW = 4;
export const FIRST_ROW = 5;
/** The weights have no second header row. */
const FIRST_WEIGHT = 4;

/** Columns of the weights sheet before the parameters: name, parent, weight, share, kind. */
const BEFORE_PARAMETERS = 5;

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
  /** The parameters some indicator has, in the order of their columns. */
  parameters: Parameter[];
  parameter: (id: string, name: Parameter) => string;
  /** The row of a node on the weights sheet. */
  weightRow: (id: string) => number;
  weightCell: (id: string) => string;
  decimalsCell: string;
  bonusCell: string;
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
  const nodes = nodesOf(now.scheme.root);
  const ids = nodes.map(({ id }) => id);
  const used = new Set(nodes.flatMap((node) => Object.keys(parametersOf(node))));
  const parameters = PARAMETERS.filter((name) => used.has(name));
  const weightRow = (id: string) => FIRST_WEIGHT + ids.indexOf(id);
  const setting = (n: number) => `'${sheets.weights}'!$C$${FIRST_WEIGHT + ids.length + n}`;
  return {
    sheets,
    towns,
    lastRow: FIRST_ROW + Math.max(towns.length, 1) - 1,
    inputs,
    blocks,
    end,
    inputColumn: (column) => letter(3 + inputs.indexOf(column)),
    nodeColumn: (id) => columns.get(id) ?? "",
    parameters,
    parameter: (id, name) =>
      `'${sheets.weights}'!$${letter(BEFORE_PARAMETERS + 1 + parameters.indexOf(name))}$${weightRow(id)}`,
    weightRow,
    weightCell: (id) => `'${sheets.weights}'!$C$${weightRow(id)}`,
    decimalsCell: setting(0),
    bonusCell: setting(1),
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
