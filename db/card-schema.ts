import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

// The cards in people's chats: what each stands for, and which subjects it shows. Times are UTC milliseconds.

/** Which record a card in a chat belongs to: what a press means is looked up here, not read from the card. */
export const cardMessage = sqliteTable(
  "card_message",
  {
    messageId: text("message_id").primaryKey(),
    chatId: text("chat_id").notNull(),
    /** The person whose p2p chat it is in, or "" for a group. */
    openId: text("open_id").notNull(),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    /** `overview`, `receipt`, `text`, or the form it shows (`form roads`): a card being typed into is never replaced. */
    view: text("view").notNull(),
    /** When it was sent: the platform lets it be replaced for 14 days from then. */
    at: integer("at").notNull(),
    /** When it last came to show its record in full; of one reader's cards of a record the latest is the living one. */
    shownAt: integer("shown_at").notNull().default(0),
    /** What it shows, as a hash of its JSON; null where that is not known for sure. */
    shown: text("shown"),
  },
  (t) => [index("card_subject").on(t.subject), index("card_reader").on(t.openId, t.subject)],
);

/** The subjects a living card shows, `report 2026Q3/qikou`: whoever changes one of them makes the card stale. */
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
