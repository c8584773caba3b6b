import { basics } from "./basics-sheet.ts";
import type { BookSheet } from "./book.ts";
import { areas, departments, fields, funds, items } from "./content-sheets.ts";
import { ledgerFigures } from "./ledger-sheet.ts";
import { counties, groups, towns } from "./places-sheets.ts";
import { days, former, initials, ladder, phases, procedures, stages } from "./rule-sheets.ts";
import { scheme } from "./scheme-sheet.ts";

/** The workbook's sheets in the order they stand. */
export const SHEETS: readonly BookSheet[] = [
  basics,
  towns,
  counties,
  groups,
  areas,
  items,
  ledgerFigures,
  scheme,
  funds,
  fields,
  days,
  ladder,
  departments,
  phases,
  stages,
  procedures,
  initials,
  former,
];

/** The same in the order they are read: what others refer to comes first. */
export const READING_ORDER: readonly BookSheet[] = [
  counties,
  groups,
  areas,
  fields,
  scheme,
  basics,
  ...SHEETS.filter((sheet) => ![counties, groups, areas, fields, scheme, basics].includes(sheet)),
];
