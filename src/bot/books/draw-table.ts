import { booksText } from "../../../cards/text/books.ts";
import { findPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod } from "../../domain/calendar/period.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { type BookSheet, type Cell, shown } from "../../export/book/book.ts";
import { drawPicture, type Fonts } from "../../export/picture/draw-picture.ts";
import { type Picture, printed } from "../../export/picture/picture.ts";
import { rankingBook } from "../../export/workbook.ts";
import type { BookOrder } from "../sending/file-order.ts";

/** A picture with its title and, for who cannot see it, its contents in words. */
export type DrawnTable = { png: Uint8Array; title: string; words: string };

/** Rows of a picture: more would pass the platform's 10 MB and 12,000 pixels. */
const MOST = 60;
/** Towns a picture names in its words; the platform shows them as one line. */
const NAMED = 30;

/** The full table of a published ranking as a picture; null where none can be drawn. */
export async function drawTable(
  deps: Deps,
  { of, locale }: Pick<BookOrder, "of" | "locale">,
  fonts: Fonts = {},
): Promise<DrawnTable | null> {
  const period = parsePeriod(of);
  const publication = period && (await findPublication(deps.db, period));
  if (!publication) return null;
  const [overview, , points] = rankingBook(publication, deps.programme, locale).sheets;
  if (!overview) return null;
  const picture = rankingPicture(overview, points, locale);
  const png = await drawPicture(picture, locale, fonts);
  return png && { png, title: picture.title, words: wordsOf(picture, locale) };
}

/** The page a leader reads, with the points of each indicator beside it; the scores stand there already. */
function rankingPicture(overview: BookSheet, points: BookSheet | undefined, locale: Locale): Picture {
  const parts = points?.under ? points : null;
  const split = parts ? [...parts.rows] : [];
  const rows = [...overview.rows];
  const left = rows.length - MOST;
  return {
    title: overview.title,
    lines: [
      // The last one is of the formulas, which a picture has none of.
      ...(overview.lines?.slice(0, -1) ?? []),
      ...(left > 0 ? [booksText(locale).left(MOST, left)] : []),
    ],
    columns: [...overview.columns, ...(parts?.columns.slice(1, -1) ?? [])],
    rows: rows
      .slice(0, MOST)
      .map((cells, i): Cell[] => [
        ...overview.columns.map((_, at) => cells[at] ?? null),
        ...(split[i]?.slice(1, -1) ?? []),
      ]),
  };
}

/** `第1名 贾家庄镇 100.10`, row by row. */
function wordsOf({ title, columns, rows }: Picture, locale: Locale): string {
  const lines = rows.slice(0, NAMED).map((cells) =>
    [0, 1, 3]
      .map((at) => {
        const cell = cells[at] ?? null;
        if (cell !== null && typeof cell === "object" && "photo" in cell) return cell.words;
        return printed(shown(cell), columns[at]?.format ?? "plain", locale);
      })
      .filter((words) => words !== "")
      .join(" "),
  );
  return `${title}: ${lines.join("; ")}`;
}
