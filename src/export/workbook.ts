import { longDayName, nameOf, periodName } from "../../cards/names.ts";
import { shanghaiDay } from "../domain/calendar/shanghai-time.ts";
import type { Frozen } from "../domain/explain/frozen.ts";
import type { Locale } from "../domain/programme/people.ts";
import type { Programme } from "../domain/programme/programme.ts";
import { scoreTable } from "../domain/scoring/score-table.ts";
import type { Book } from "./book/book.ts";
import { writeBook } from "./book/write-book.ts";
import { inputSheet } from "./workbook/input-sheet.ts";
import { layoutOf } from "./workbook/layout.ts";
import { overviewSheet } from "./workbook/overview-sheet.ts";
import { OVERVIEW_TEXT } from "./workbook/overview-text.ts";
import { pointSheet } from "./workbook/point-sheet.ts";
import { scoreSheet } from "./workbook/score-sheet.ts";
import { WORKBOOK_TEXT } from "./workbook/text.ts";
import { weightSheet } from "./workbook/weight-sheet.ts";

/** A ranking with the time it was published (UTC ms), if it was. */
export type Ranked = Frozen & { at?: number };

/**
 * A ranking as a book that recomputes itself: first the page a leader reads, then scores and points as live formulas
 * over inputs and weights, beside the published scores and ranks. All kinds of indicators and means are supported.
 */
export function rankingBook(now: Ranked, programme: Programme, locale: Locale): Book {
  const text = WORKBOOK_TEXT[locale];
  const layout = layoutOf(now, text.sheets);
  const table = now.inputs.table;
  const scored = table.rows.length === 0 ? [] : scoreTable(now.scheme, table).units;
  const units = new Map(scored.map((unit) => [unit.id, unit]));
  const names = [nameOf(programme, locale), periodName(now.period, locale)] as const;
  const title = OVERVIEW_TEXT[locale].title(...names);
  const office = nameOf(programme.office, locale);
  const sheets = { programme, text, locale, units };
  const points = pointSheet(now, layout, sheets);
  const at = now.at ?? null;
  const day = at === null ? "" : longDayName(shanghaiDay(at), locale);
  return {
    made: OVERVIEW_TEXT[locale].made(office, title, day).trim(),
    sheets: [
      overviewSheet(now, layout, { programme, locale, title, at }),
      scoreSheet(now, layout, sheets),
      ...(points ? [points] : []),
      inputSheet(now, layout, sheets),
      weightSheet(now.scheme, layout, sheets),
      {
        name: text.sheets.notes,
        title: text.title(...names),
        columns: [{ title: text.sheets.notes, width: 110, format: "text" }],
        rows: text
          .notes({ office, decimals: now.scheme.decimals, scheme: now.scheme.id })
          .map((line) => [line]),
      },
    ],
  };
}

/** The same as .xlsx. */
export function rankingWorkbook(now: Ranked, programme: Programme, locale: Locale): Promise<Uint8Array> {
  return writeBook(rankingBook(now, programme, locale), locale);
}
