import { nameOf, periodName } from "../../../cards/names.ts";
import { booksText } from "../../../cards/text/books.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { newestPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod, quarterAt, yearOf } from "../../domain/calendar/period.ts";
import { type BookKind, mayHaveBook } from "../../domain/question/book-kind.ts";
import type { Intent } from "../../domain/question/intent.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import type { BookOrder } from "../sending/file-order.ts";

/** Answers “导出台账”: the file itself, which the outbox makes; or why there is none. */
export async function answerBook(
  deps: Deps,
  { person, chat }: Asker,
  { book, period, picture = false }: Extract<Intent, { kind: "book" }>,
): Promise<Reply> {
  const { locale } = person;
  const text = booksText(locale);
  if (chat !== null) return { text: noticeText[locale].inPrivate };
  // A picture is of what is published to everybody.
  if (!picture && !mayHaveBook(person.role, book)) {
    const name = text.names[book]("").trim();
    return { text: text.restricted(name, nameOf(deps.programme.office, locale)) };
  }
  if (!deps.sendBook) return { text: text.unable };
  const year = String(yearOf(period ?? quarterAt(deps.clock.now())));
  if (book !== "quarter")
    return ordered({ book, of: book === "evidence" ? (period ?? "") : year, picture }, person);
  const published = await newestPublication(deps.db, period);
  if (!published) return { text: period ? text.unpublished(periodName(period, locale)) : text.nothing };
  return ordered({ book, of: published.period, picture }, person);
}

function ordered(order: Omit<BookOrder, "locale">, { locale }: Asker["person"]): Reply {
  const name = orderName(order, locale);
  return { text: booksText(locale).here(name), order: { ...order, locale } };
}

/** What the file is called, without its ending. */
export function orderName(
  { book, of, picture }: Omit<BookOrder, "locale">,
  locale: BookOrder["locale"],
): string {
  const text = booksText(locale);
  const named = text.names[book](ofName(book, of, locale));
  return picture ? text.picture(named) : named;
}

function ofName(book: BookKind, of: string, locale: BookOrder["locale"]): string {
  const text = booksText(locale);
  const period = parsePeriod(of);
  if (period) return periodName(period, locale);
  return of === "" ? text.ever : book === "ledger" ? "" : text.year(Number(of));
}
