import { nodeName } from "../../../cards/names.ts";
import type { Frozen } from "../../domain/explain/frozen.ts";
import type { ScoredUnit } from "../../domain/scoring/score-table.ts";
import { type BookSheet, type Cell, each, letter } from "../book/book.ts";
import { partsOf, pointsFormula } from "./formulas.ts";
import { townLabel } from "./input-sheet.ts";
import { FIRST_ROW, type Layout } from "./layout.ts";
import { come, type Sheets } from "./score-sheet.ts";

/** The points of each indicator; the parts sum to the total before rounding. Null where no score can be split. */
export function pointSheet(
  { scheme, result }: Frozen,
  layout: Layout,
  { programme, text, locale, units }: Sheets & { units: Map<string, ScoredUnit> },
): BookSheet | null {
  const parts = partsOf(layout, scheme.root);
  if (parts.length === 0) return null;
  const nodes = parts.flatMap((path) => path.at(-1)?.node ?? []);
  const titles = [...nodes.map((node) => nodeName(node, locale)), text.end.bonus, text.end.deduct, text.sum];
  const full = parts.map((path) => fullMarks(path));
  const on = (column: string, row: number) => `N('${layout.sheets.scores}'!${column}${row})`;
  return {
    name: layout.sheets.points,
    title: layout.sheets.points,
    lines: [text.pointsNote],
    columns: [
      { title: text.town, width: 14, format: "text" },
      ...titles.map((title) => ({ title, width: 10, format: 2 as const })),
    ],
    under: [[text.fullMarks, ...full]],
    rows: each(result.rows, ({ town }, i): Cell[] => {
      const row = FIRST_ROW + i;
      const unit = units.get(town);
      const name = townLabel(town, programme, locale);
      if (!unit) return [name];
      const own = unit.contributions;
      const sum = `IF(COUNT(B${row}:${letter(parts.length + 1)}${row})=0,"",SUM(B${row}:${letter(parts.length + 3)}${row}))`;
      return [
        name,
        ...parts.map((path) => come(pointsFormula(path, row, layout), own[path.at(-1)?.node.id ?? ""])),
        come(on(layout.end.bonus, row), own.bonus ?? 0),
        come(`0-${on(layout.end.deduct, row)}`, own.deduct ?? 0),
        { value: come(sum, unit.unrounded), tone: "strong" },
      ];
    }),
    freeze: 1,
  };
}

/** An indicator's share of the whole, as points of a hundred. */
function fullMarks(path: ReturnType<typeof partsOf>[number]): number {
  const share = path.reduce((product, { node, block }) => {
    const whole = block.children.reduce((sum, { weight }) => sum + weight, 0);
    return whole > 0 ? (product * node.weight) / whole : 0;
  }, 1);
  return Math.round(share * 10_000) / 100;
}
