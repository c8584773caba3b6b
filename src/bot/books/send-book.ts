import { booksText } from "../../../cards/text/books.ts";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import type { OutboxEntry } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import { mayHaveBook } from "../../domain/question/book-kind.ts";
import { personOf } from "../roster/people.ts";
import { enqueueFile, enqueuePicture, enqueueText } from "../sending/enqueue-message.ts";
import { type BookOrder, orderOf } from "../sending/file-order.ts";
import { orderName } from "./ask-book.ts";
import { drawTable } from "./draw-table.ts";
import { makeBook } from "./make-book.ts";

/**
 * Makes a book that was ordered and sends it to whoever ordered it, once; whether they may have it is looked up now.
 * Throws what the platform throws.
 */
export async function sendBook(deps: Deps, entry: OutboxEntry): Promise<void> {
  const order = orderOf(entry);
  const person = await personOf(deps, entry.to);
  if (!person || !(order.picture || mayHaveBook(person.role, order.book))) return;
  const now = deps.clock.now();
  const rows = await (order.picture ? picture(deps, entry, order, person) : workbook(deps, entry, order));
  const { book, of } = order;
  const audit = {
    actor: person.openId,
    kind: "book.sent",
    subject: book,
    detail: { of, picture: order.picture },
  };
  await commit(deps.db, { audit, inbox: [`book:${entry.id}`], outbox: rows }, now);
}

async function workbook(
  deps: Deps,
  { cause, to, fallback }: OutboxEntry,
  order: BookOrder,
): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  const bytes = await makeBook(deps, order);
  const name = `${orderName(order, order.locale)}.xlsx`;
  const key = await deps.feishu.uploadFile(name, bytes);
  return [
    enqueueText({ openId: to }, fallback, `${cause} words`, now),
    enqueueFile({ openId: to }, key, `${cause} file`, name, now),
  ];
}

/** The picture with its words; where none can be drawn the workbook, for those who may have it. */
async function picture(
  deps: Deps,
  entry: OutboxEntry,
  order: BookOrder,
  { role }: Person,
): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  const drawn = await drawTable(deps, order);
  if (!drawn) {
    const words = booksText(order.locale).noPicture;
    return mayHaveBook(role, order.book)
      ? workbook(deps, { ...entry, fallback: words }, { ...order, picture: false })
      : [enqueueText({ openId: entry.to }, words, `${entry.cause} words`, now)];
  }
  const key = await deps.feishu.uploadImage(drawn.png);
  return [enqueuePicture({ openId: entry.to }, { key, ...drawn }, `${entry.cause} picture`, now)];
}
