import { nameOf, periodName } from "../../cards/names.ts";
import type { Frozen } from "../domain/explain/frozen.ts";
import type { Locale } from "../domain/programme/people.ts";
import type { Programme } from "../domain/programme/programme.ts";
import { scoreTable } from "../domain/scoring/score-table.ts";
import { addInputs } from "./workbook/input-sheet.ts";
import { layoutOf } from "./workbook/layout.ts";
import { addPoints } from "./workbook/point-sheet.ts";
import { addScores } from "./workbook/score-sheet.ts";
import { WORKBOOK_TEXT } from "./workbook/text.ts";
import { addWeights } from "./workbook/weight-sheet.ts";

/**
 * A published ranking as an .xlsx that recomputes itself: inputs, weights, scores and points as live formulas, beside
 * the published scores and ranks. All kinds of indicators and means are supported. The library is loaded only here,
 * because it is large.
 */
export async function rankingWorkbook(
  now: Frozen,
  programme: Programme,
  locale: Locale,
): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const text = WORKBOOK_TEXT[locale];
  const layout = layoutOf(now, text.sheets);
  const table = now.inputs.table;
  const scored = table.rows.length === 0 ? [] : scoreTable(now.scheme, table).units;
  const units = new Map(scored.map((unit) => [unit.id, unit]));
  const workbook = new excel.Workbook();
  const notes = workbook.addWorksheet(text.sheets.notes);
  notes.getColumn(1).width = 100;
  const title = text.title(nameOf(programme, locale), periodName(now.period, locale));
  const office = nameOf(programme.office, locale);
  const lines = text.notes({ office, decimals: now.scheme.decimals, scheme: now.scheme.id });
  [title, ...lines].forEach((line, i) => {
    notes.getCell(`A${i + 1}`).value = line;
    notes.getCell(`A${i + 1}`).alignment = { wrapText: true };
  });
  const sheets = { programme, text, locale, units };
  addInputs(workbook, now, layout, sheets);
  addWeights(workbook, now.scheme, layout, sheets);
  addScores(workbook, now, layout, sheets);
  addPoints(workbook, now, layout, sheets);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
