import type { Cell } from "../../src/domain/report/cells.ts";
import type { CardElement } from "../card.ts";
import { md, typed } from "../elements.ts";
import { momentName } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { cellText, fullLabel } from "./cell-text.ts";
import type { ReportView } from "./view.ts";

/** Someone, or the reader elsewhere (`own`), saved the same section first; `cells` hold the stored values. */
export type ConflictView = { byName: string; own?: boolean; at: number; cells: Cell[] };

/** Cells listed by name. */
const NAMED = 6;

/** Who saved what and when. The reader's own input stays in the form; saving again overwrites. */
export function conflictLines(view: ReportView, conflict: ConflictView | undefined): CardElement[] {
  if (!conflict) return [];
  const { locale, programme } = view;
  const text = REPORT_TEXT[locale];
  const when = momentName(conflict.at, locale);
  const said = conflict.own ? text.ownConflict(when) : text.conflict(typed(conflict.byName, 20), when);
  const lines = conflict.cells.slice(0, NAMED).map((cell) => {
    const label = typed(fullLabel(cell, programme, locale), 40);
    return `- ${CELL_TEXT[locale].said(label, `**${typed(cellText(cell, locale), 30)}**`)}`;
  });
  return [md([`<font color='orange'>${said}</font>`, ...lines].join("\n"))];
}
