import type { Workbook } from "exceljs";
import type { Frozen } from "../../domain/explain/frozen.ts";
import type { ScoredUnit } from "../../domain/scoring/score-table.ts";
import { partsOf, pointsFormula } from "./formulas.ts";
import { frozenAt, townLabel } from "./input-sheet.ts";
import { FIRST_ROW, ID_ROW, LABEL_ROW, type Layout, letter } from "./layout.ts";
import { put, type Sheets } from "./score-sheet.ts";
import { nodeLabel } from "./weight-sheet.ts";

/** The points of each indicator; the parts sum to the total before rounding. */
export function addPoints(
  workbook: Workbook,
  { scheme, result }: Frozen,
  layout: Layout,
  { programme, text, locale, units }: Sheets & { units: Map<string, ScoredUnit> },
): void {
  const parts = partsOf(layout, scheme.root);
  if (parts.length === 0) return;
  const sheet = workbook.addWorksheet(layout.sheets.points, { views: [frozenAt(1)] });
  sheet.getCell("A1").value = layout.sheets.points;
  const nodes = parts.flatMap((path) => path.at(-1)?.node ?? []);
  const { bonus, deduct } = text.end;
  sheet.getRow(LABEL_ROW).values = [
    text.town,
    ...nodes.map((node) => nodeLabel(node, locale)),
    bonus,
    deduct,
    text.sum,
  ];
  sheet.getRow(ID_ROW).values = ["", ...nodes.map(({ id }) => id), "bonus", "deduct", ""];
  const [bonusAt, deductAt, sumAt] = [2, 3, 4].map((n) => letter(parts.length + n));
  result.rows.forEach(({ town }, i) => {
    const row = FIRST_ROW + i;
    sheet.getCell(`A${row}`).value = townLabel(town, programme, locale);
    const unit = units.get(town);
    if (!unit) return;
    const own = unit.contributions;
    parts.forEach((path, at) => {
      const id = path.at(-1)?.node.id ?? "";
      put(sheet, `${letter(at + 2)}${row}`, pointsFormula(path, row, layout), own[id]);
    });
    const on = (column: string) => `N('${layout.sheets.scores}'!${column}${row})`;
    put(sheet, `${bonusAt}${row}`, on(layout.end.bonus), own.bonus ?? 0);
    put(sheet, `${deductAt}${row}`, `0-${on(layout.end.deduct)}`, own.deduct ?? 0);
    const sum = `IF(COUNT(B${row}:${letter(parts.length + 1)}${row})=0,"",SUM(B${row}:${deductAt}${row}))`;
    put(sheet, `${sumAt}${row}`, sum, unit.unrounded);
  });
  sheet.columns.forEach((column) => {
    column.width = 11;
  });
}
