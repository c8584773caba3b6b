import type { Workbook, Worksheet } from "exceljs";
import type { Frozen } from "../../domain/explain/frozen.ts";
import type { Locale } from "../../domain/programme/people.ts";
import type { Programme } from "../../domain/programme/programme.ts";
import type { FrozenRow } from "../../domain/ranking/publication.ts";
import { isGroup } from "../../domain/scoring/scheme-tree.ts";
import type { ScoredUnit } from "../../domain/scoring/score-table.ts";
import { endFormulas, groupFormula, leafFormula, presentFormula } from "./formulas.ts";
import { frozenAt, townLabel } from "./input-sheet.ts";
import { FIRST_ROW, ID_ROW, LABEL_ROW, type Layout, WEIGHT_ROW } from "./layout.ts";
import type { WorkbookText } from "./text.ts";
import { nodeLabel } from "./weight-sheet.ts";

export type Sheets = { programme: Programme; text: WorkbookText; locale: Locale };

/** Every indicator and group of every town as a formula, then total, score and rank beside the published ones. */
export function addScores(
  workbook: Workbook,
  now: Frozen,
  layout: Layout,
  sheets: Sheets & { units: Map<string, ScoredUnit> },
): void {
  const sheet = workbook.addWorksheet(layout.sheets.scores, { views: [frozenAt(2)] });
  headings(sheet, layout, sheets);
  now.result.rows.forEach((frozen, i) => {
    const row = FIRST_ROW + i;
    const reported = layout.towns[i]?.reported ?? false;
    sheet.getCell(`A${row}`).value = townLabel(frozen.town, sheets.programme, sheets.locale);
    sheet.getCell(`B${row}`).value = reported ? sheets.text.reported : sheets.text.notReported;
    const unit = sheets.units.get(frozen.town);
    if (!reported || !unit) return;
    treeCells(sheet, row, layout, unit);
    endCells(sheet, row, { now, layout, text: sheets.text, unit, frozen });
  });
  sheet.columns.forEach((column) => {
    column.width = 11;
  });
}

function headings(sheet: Worksheet, layout: Layout, { text, locale }: Sheets): void {
  sheet.getCell("A1").value = layout.sheets.scores;
  sheet.getCell(`A${LABEL_ROW}`).value = text.town;
  sheet.getCell(`B${LABEL_ROW}`).value = text.state;
  sheet.getCell(`A${WEIGHT_ROW}`).value = text.weight;
  for (const { group, children, present } of layout.blocks) {
    for (const node of children) {
      const column = layout.nodeColumn(node.id);
      sheet.getCell(`${column}${LABEL_ROW}`).value = nodeLabel(node, locale);
      sheet.getCell(`${column}${ID_ROW}`).value = node.id;
      sheet.getCell(`${column}${WEIGHT_ROW}`).value = {
        formula: layout.weightCell(node.id),
        result: node.weight,
      };
    }
    sheet.getCell(`${present}${LABEL_ROW}`).value = text.present;
    sheet.getCell(`${present}${ID_ROW}`).value = `${group.id}/weight`;
  }
  const { end } = layout;
  for (const name of [
    "root",
    "bonus",
    "deduct",
    "total",
    "score",
    "rank",
    "was",
    "wasRank",
    "check",
  ] as const)
    sheet.getCell(`${end[name]}${LABEL_ROW}`).value = text.end[name];
  sheet.getRow(LABEL_ROW).alignment = { wrapText: true, vertical: "top" };
}

function treeCells(sheet: Worksheet, row: number, layout: Layout, unit: ScoredUnit): void {
  for (const block of layout.blocks) {
    const nodes = block.children.filter((node) => !isGroup(node));
    for (const leaf of nodes) {
      if (isGroup(leaf)) continue;
      put(sheet, `${layout.nodeColumn(leaf.id)}${row}`, leafFormula(leaf, row, layout), unit.nodes[leaf.id]);
    }
    const present = block.children.reduce(
      (sum, { id, weight }) => sum + ((unit.nodes[id] ?? null) === null ? 0 : weight),
      0,
    );
    put(sheet, `${block.present}${row}`, presentFormula(block, row, layout), present);
    const group = `${layout.nodeColumn(block.group.id)}${row}`;
    put(sheet, group, groupFormula(block, row, layout), unit.nodes[block.group.id]);
  }
}

type Ending = { now: Frozen; layout: Layout; text: WorkbookText; unit: ScoredUnit; frozen: FrozenRow };

function endCells(sheet: Worksheet, row: number, { now, layout, text, unit, frozen }: Ending): void {
  const { bonus, deduct } = now.scheme.adjust ?? {};
  const formulas = endFormulas(row, layout, { bonus: bonus?.column, deduct: deduct?.column }, text);
  const { contributions, unrounded, score, rank } = unit;
  const none = unrounded === null;
  const at = (name: keyof Layout["end"]) => `${layout.end[name]}${row}`;
  put(sheet, at("bonus"), formulas.bonus, none ? null : (contributions.bonus ?? 0));
  put(sheet, at("deduct"), formulas.deduct, none ? null : 0 - (contributions.deduct ?? 0));
  put(sheet, at("total"), formulas.total, unrounded);
  put(sheet, at("score"), formulas.score, score);
  put(sheet, at("rank"), formulas.rank, rank);
  if (frozen.score !== null) sheet.getCell(at("was")).value = frozen.score;
  if (frozen.rank !== null) sheet.getCell(at("wasRank")).value = frozen.rank;
  const same = score === frozen.score && rank === frozen.rank;
  sheet.getCell(at("check")).value = {
    formula: formulas.check,
    result: same ? text.same : text.different,
  };
  for (const name of ["score", "was"] as const)
    sheet.getCell(at(name)).numFmt = `0.${"0".repeat(now.scheme.decimals)}`;
}

/** Writes a formula with its result, for previews that cannot compute. */
export function put(
  sheet: Worksheet,
  cell: string,
  formula: string,
  result: number | null | undefined,
): void {
  sheet.getCell(cell).value = { formula, result: result ?? "" };
}
