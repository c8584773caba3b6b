import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ROLES } from "../src/domain/programme/people.ts";

// What is remembered of questions. Times are UTC milliseconds.

/** What the last answer in a group's thread was about: the kind and subject of its card. */
export const threadTopic = sqliteTable(
  "thread_topic",
  {
    /** The thread's first message. */
    thread: text("thread").primaryKey(),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [index("thread_topic_at").on(t.at)],
);

/** A text that was not understood, with names and numbers masked: how often each role wrote it on a day. */
export const notUnderstood = sqliteTable(
  "not_understood",
  {
    day: text("day").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    words: text("words").notNull(),
    times: integer("times").notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.role, t.words] })],
);
