import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

// The cards in people's chats: the record each belongs to, and the subjects it shows. Times are UTC milliseconds.

/** The record a card belongs to. A press is interpreted by this row, not by the card's content. */
export const cardMessage = sqliteTable(
  "card_message",
  {
    messageId: text("message_id").primaryKey(),
    chatId: text("chat_id").notNull(),
    /** The person whose private chat it is in; the office's group for a living card there; "" in any other group. */
    openId: text("open_id").notNull(),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    /** `overview`, `receipt`, `text`, or the form it shows (`form roads`): a card with a form is never replaced. */
    view: text("view").notNull(),
    /** When it was sent; the platform allows replacing it for 14 days from then. */
    at: integer("at").notNull(),
    /** When it last showed its record in full; of one reader's cards of a record the latest is the living one. */
    shownAt: integer("shown_at").notNull().default(0),
    /** A hash of the JSON it shows; null where that is not certain. */
    shown: text("shown"),
  },
  (t) => [index("card_subject").on(t.subject), index("card_reader").on(t.openId, t.subject)],
);

/** The subjects a living card shows, `report 2026Q3/qikou`; a change of one of them makes the card stale. */
export const cardSubject = sqliteTable(
  "card_shows",
  {
    subject: text("subject").notNull(),
    messageId: text("message_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.messageId] }), index("card_shows_message").on(t.messageId)],
);

/** What a beat last saw (`day`, `quarter 2026Q3`, the digests with nowhere to go): what has changed since is told from it. */
export const clockSeen = sqliteTable("clock_seen", {
  what: text("what").primaryKey(),
  value: text("value").notNull(),
});
