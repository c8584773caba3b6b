import { loadPlans } from "../../../db/periods.ts";
import { findPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod } from "../../domain/calendar/period.ts";
import { settledOf } from "../../domain/procedure/annual.ts";
import type { Book } from "../../export/book/book.ts";
import { writeBook } from "../../export/book/write-book.ts";
import { evidenceBook } from "../../export/books/evidence-book.ts";
import { fundsBook } from "../../export/books/funds-book.ts";
import { ledgerBook } from "../../export/books/ledger-book.ts";
import { tasksBook } from "../../export/books/tasks-book.ts";
import type { BookView } from "../../export/books/view.ts";
import { yearBook } from "../../export/books/year-book.ts";
import { planTemplate } from "../../export/plan-template.ts";
import { rankingBook } from "../../export/workbook.ts";
import type { BookOrder } from "../sending/file-order.ts";
import { assessmentOf, isSettled, yearOfTowns } from "../year/annual.ts";
import { filesIn } from "./evidence-files.ts";
import { fundsOf } from "./funds.ts";
import { ledgerParts } from "./ledger-parts.ts";
import { taskLines } from "./task-lines.ts";

/** The bytes of a book as .xlsx. Throws for a quarter that has no publication. */
export async function makeBook(deps: Deps, order: Omit<BookOrder, "picture">): Promise<Uint8Array> {
  const { book, of, locale } = order;
  if (book === "plan") return planTemplate(deps.programme, Number(of), await loadPlans(deps.db, Number(of)));
  return writeBook(await bookOf(deps, { ...order, book }), locale);
}

type Ordered = Omit<BookOrder, "picture" | "book"> & { book: Exclude<BookOrder["book"], "plan"> };

async function bookOf(deps: Deps, { book, of, locale }: Ordered): Promise<Book> {
  const { db, programme, clock } = deps;
  const view: BookView = { programme, now: clock.now(), locale };
  const year = Number(of.slice(0, 4));
  switch (book) {
    case "quarter": {
      const period = parsePeriod(of);
      const publication = period && (await findPublication(db, period));
      if (!publication) throw new Error(`${of} is not published`);
      return rankingBook(publication, programme, locale);
    }
    case "year": {
      const assessed = await assessmentOf(deps, year);
      const settled = assessed && isSettled(assessed) ? settledOf(assessed) : null;
      return yearBook({ ...view, table: await yearOfTowns(deps, year), settled });
    }
    case "ledger":
      return ledgerBook({ ...view, parts: await ledgerParts(deps, locale) });
    case "tasks":
      return tasksBook({ ...view, year, tasks: await taskLines(deps, year, locale) });
    case "funds":
      return fundsBook({ ...view, year, ...(await fundsOf(deps, year, locale)) });
    case "evidence":
      return evidenceBook({ ...view, ...(await filesIn(deps, parsePeriod(of), locale)) });
  }
}
