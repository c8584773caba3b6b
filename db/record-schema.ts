import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { parseRecord } from "../src/domain/procedure/record.ts";
import { document } from "./columns.ts";

// Records of procedures (src/domain/procedure). Times are UTC milliseconds.

const stored = document("record.doc", { parse: parseRecord });

/** A record. The columns besides `doc` are for look-ups. */
export const record = sqliteTable(
  "record",
  {
    id: text("id").primaryKey(),
    procedure: text("procedure").notNull(),
    /** The unique key of an open record; null once the key is free again. */
    openKey: text("open_key").unique(),
    /** Procedure and number of a record that has one: no number is given twice. */
    numberKey: text("number_key").unique(),
    town: text("town").notNull(),
    period: text("period").notNull(),
    state: text("state").notNull(),
    /** Whether a further step is expected in its state. */
    open: integer("open", { mode: "boolean" }).notNull(),
    revision: integer("revision").notNull(),
    /** The day its next step is due, `YYYY-MM-DD`; null when none is owed or the day is unknown. */
    due: text("due"),
    doc: stored("doc").notNull(),
    begunAt: integer("begun_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [
    index("record_procedure").on(t.procedure, t.period),
    index("record_town").on(t.town),
    index("record_open").on(t.open),
  ],
);

/** A photo or file sent for a record. */
export const recordEvidence = sqliteTable(
  "record_evidence",
  {
    /** Message id and file key. */
    id: text("id").primaryKey(),
    record: text("record")
      .notNull()
      .references(() => record.id),
    messageId: text("message_id").notNull(),
    fileKey: text("file_key").notNull(),
    kind: text("kind", { enum: ["image", "file"] }).notNull(),
    name: text("name").notNull(),
    /** Null until downloaded. */
    url: text("url"),
    sha256: text("sha256"),
    size: integer("size"),
    by: text("by").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [index("record_evidence_record").on(t.record)],
);

/** One row for each step. The key is an optimistic lock: the second writer of a revision fails. */
export const recordRevision = sqliteTable(
  "record_revision",
  {
    record: text("record")
      .notNull()
      .references(() => record.id),
    revision: integer("revision").notNull(),
    at: integer("at").notNull(),
    by: text("by").notNull(),
    step: text("step").notNull(),
    doc: stored("doc").notNull(),
  },
  (t) => [primaryKey({ columns: [t.record, t.revision] })],
);
