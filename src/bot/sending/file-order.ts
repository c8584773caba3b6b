import * as z from "zod";
import type { OutboxEntry } from "../../../db/outbox.ts";
import { LOCALES } from "../../domain/programme/people.ts";
import { BOOKS } from "../../domain/question/book-kind.ts";
import { makes } from "./made-later.ts";

// A file that is made when it is sent: the outbox holds what is ordered, so that a press or a message is answered at
// once and nothing is lost.

/** `of`: its quarter or year, or "". `picture`: as a picture instead of a workbook. */
const orderSchema = z.object({
  book: z.enum(BOOKS),
  of: z.string(),
  picture: z.boolean(),
  locale: z.enum(LOCALES),
});
export type BookOrder = z.infer<typeof orderSchema>;

/** What an entry that makes a book says of itself in the outbox. */
export const BOOK = "book";

/** Whether an entry of the outbox makes a book. */
export const isBook = makes(BOOK);

/** What an entry orders. Throws for an entry of anything else. */
export function orderOf({ content }: Pick<OutboxEntry, "content">): BookOrder {
  return orderSchema.parse(JSON.parse(content));
}
