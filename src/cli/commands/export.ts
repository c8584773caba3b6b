import { writeFile } from "node:fs/promises";
import { findPublication } from "../../../db/publications.ts";
import { makeBook } from "../../bot/books/make-book.ts";
import { parsePeriod, quarterAt, yearOf } from "../../domain/calendar/period.ts";
import { BOOKS, type BookKind } from "../../domain/question/book-kind.ts";
import { withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

const USAGE = "export 2026Q3|2026|ledger|tasks [2026]|funds [2026]|evidence [2026Q3] --out F.xlsx";

/**
 * `export 2026Q3 --out F.xlsx`: a quarter's ranking with live formulas that reproduce the published scores and ranks;
 * `export 2026`: the year's scores; else a book by its name, of a year (the present one unless named) or a quarter.
 */
export function exportWorkbook(args: string[], flags: { out?: string | undefined }): Promise<Outcome> {
  const { out } = flags;
  const asked = askedBook(args);
  if (!asked || !out) throw new WrongUsage(USAGE);
  return withDeps(async (deps) => {
    const { book, of = String(yearOf(quarterAt(deps.clock.now()))) } = asked;
    const period = parsePeriod(of);
    const published = book === "quarter" && period ? await findPublication(deps.db, period) : null;
    if (book === "quarter" && !published) return refused([`${of} 还没有发布，发布后才能导出`]);
    await writeFile(out, await makeBook(deps, { book, of, locale: "zh-CN" }));
    return done([`已导出到 ${out}`], {
      ok: true,
      ...(period ? { period } : {}),
      ...seqOf(published),
      book,
      out,
    });
  });
}

function seqOf(published: { seq: number } | null): { seq?: number } {
  return published ? { seq: published.seq } : {};
}

/** Null for words that name no book. `of` absent: the present year's. */
function askedBook([word = "", of, ...more]: string[]): { book: BookKind; of?: string } | null {
  if (more.length > 0) return null;
  if (of === undefined && parsePeriod(word)) return { book: "quarter", of: word };
  if (of === undefined && isYear(word)) return { book: "year", of: word };
  const book = BOOKS.find((one) => one === word);
  if (!book || book === "quarter") return null;
  if (book === "evidence" || book === "ledger")
    return of === undefined || (book === "evidence" && parsePeriod(of)) ? { book, of: of ?? "" } : null;
  return of === undefined ? { book } : isYear(of) ? { book, of } : null;
}

function isYear(text: string): boolean {
  return /^20\d\d$/.test(text);
}
