import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { briefSchema } from "../src/domain/checkup/brief.ts";
import { checkedPhotoSchema } from "../src/domain/checkup/photo-facts.ts";
import { UNSHOWN } from "../src/domain/evidence/shown-photo.ts";
import { LOCALES, ROLES } from "../src/domain/programme/people.ts";
import { frozenInputsSchema, frozenResultSchema } from "../src/domain/ranking/publication.ts";
import { REPORT_STATUSES, reportSchema } from "../src/domain/report/report.ts";
import { yearPlanSchema } from "../src/domain/report/year-plan.ts";
import { schemeSchema } from "../src/domain/scoring/scheme.ts";
import { document, frozen, quarter } from "./columns.ts";

// Every table but those of task-schema.ts. Times are UTC milliseconds. report_revision, publication and audit are
// append-only.

export const person = sqliteTable(
  "person",
  {
    openId: text("open_id").primaryKey(),
    name: text("name").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    area: text("area").notNull(),
    locale: text("locale", { enum: LOCALES }).notNull(),
    /** Holds the post beside the one who is asked first. */
    deputy: integer("deputy", { mode: "boolean" }).notNull().default(false),
  },
  (t) => [index("person_post").on(t.role, t.area)],
);

/** A group the bot is in; `kind` is null until the city office has assigned it. */
export const chat = sqliteTable("chat", {
  chatId: text("chat_id").primaryKey(),
  name: text("name").notNull(),
  kind: text("kind", { enum: ["leading_group", "all_towns", "county", "office"] }),
  area: text("area").notNull().default(""),
  at: integer("at").notNull(),
});

export const period = sqliteTable("period", {
  id: quarter("id").primaryKey(),
  status: text("status", { enum: ["open", "closed", "published"] }).notNull(),
  openedAt: integer("opened_at").notNull(),
  closedAt: integer("closed_at"),
  /** When the provisional scores were sent, and the end of the objection window; null before. */
  provisionalAt: integer("provisional_at"),
  objectionsUntil: integer("objections_until"),
});

export const yearPlan = sqliteTable(
  "year_plan",
  {
    year: integer("year").notNull(),
    town: text("town").notNull(),
    doc: document("year_plan.doc", yearPlanSchema)("doc").notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.town] })],
);

/** A revision is the report as it was: what is kept of one serves for the other. */
const storedReport = document("report.doc", reportSchema);

export const report = sqliteTable(
  "report",
  {
    id: text("id").primaryKey(),
    period: quarter("period").notNull(),
    town: text("town").notNull(),
    status: text("status", { enum: REPORT_STATUSES }).notNull(),
    revision: integer("revision").notNull(),
    doc: storedReport("doc").notNull(),
    updatedAt: integer("updated_at").notNull(),
    /** What a report has in common with its twins (domain/checkup); "" without, null when it is not known yet. */
    alike: text("alike"),
    /** What lists of all towns show of it; null until it is computed after a change of the report or what it rests on. */
    brief: document("report.brief", briefSchema)("brief"),
  },
  // Which towns' reports have which status is read from the index alone.
  (t) => [
    index("report_status").on(t.period, t.status, t.town),
    index("report_town").on(t.town),
    index("report_alike").on(t.period, t.alike),
  ],
);

/** One row for each change. The key is an optimistic lock: the second writer of a revision fails. */
export const reportRevision = sqliteTable(
  "report_revision",
  {
    report: text("report")
      .notNull()
      .references(() => report.id),
    revision: integer("revision").notNull(),
    at: integer("at").notNull(),
    by: text("by").notNull(),
    doc: storedReport("doc").notNull(),
  },
  (t) => [primaryKey({ columns: [t.report, t.revision] })],
);

/** A stored photo or file. `section` is null until the sender has chosen one. */
export const evidence = sqliteTable(
  "evidence",
  {
    /** Message id and file key: a file is stored once, however often its event is delivered. */
    id: text("id").primaryKey(),
    report: text("report")
      .notNull()
      .references(() => report.id),
    section: text("section"),
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
    /** A photo's facts on arrival; null for files, and until downloaded. */
    photo: document("evidence.photo", checkedPhotoSchema)("photo"),
  },
  (t) => [index("evidence_report").on(t.report), index("evidence_sha").on(t.sha256)],
);

/**
 * Where a photo was taken, as the camera wrote it. Apart from the evidence, because fewer people may know it
 * (`mayKnowPlaces`), and erased with the person who sent the photo.
 */
export const photoPlace = sqliteTable("photo_place", {
  /** The evidence it is of. */
  id: text("id").primaryKey(),
  lat: real("lat").notNull(),
  lng: real("lng").notNull(),
});

/**
 * A stored photo as the platform has it, for cards: an image key is valid for one app. One that cannot be shown has the
 * reason instead.
 */
export const picture = sqliteTable(
  "picture",
  {
    app: text("app").notNull(),
    sha256: text("sha256").notNull(),
    imageKey: text("image_key"),
    refused: text("refused", { enum: UNSHOWN }),
    at: integer("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.app, t.sha256] })],
);

export const publication = sqliteTable(
  "publication",
  {
    period: quarter("period").notNull(),
    seq: integer("seq").notNull(),
    at: integer("at").notNull(),
    by: text("by").notNull(),
    scheme: frozen("scheme", schemeSchema)("scheme").notNull(),
    inputs: frozen("publication.inputs", frozenInputsSchema)("inputs").notNull(),
    result: frozen("publication.result", frozenResultSchema)("result").notNull(),
    /** SHA-256 over scheme, inputs and result as stored. */
    hash: text("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.period, t.seq] })],
);

/** The hash chain: each row contains the hash of the one before. */
export const audit = sqliteTable("audit", {
  seq: integer("seq").primaryKey(),
  at: integer("at").notNull(),
  actor: text("actor").notNull(),
  kind: text("kind").notNull(),
  subject: text("subject").notNull(),
  detail: text("detail").notNull(),
  /** The documents the change made, each with the hash of its text (seals.ts); null in rows of earlier versions. */
  made: text("made"),
  previous: text("previous").notNull(),
  hash: text("hash").notNull(),
});

/** Event and message ids already handled; kept 48 hours. */
export const inbox = sqliteTable("inbox", { key: text("key").primaryKey(), at: integer("at").notNull() });

/** Events that were acknowledged and are not answered yet. */
export const received = sqliteTable("received", {
  /** Feishu's event id. */
  id: text("id").primaryKey(),
  event: text("event").notNull(),
  /** How often an answer was tried without success. */
  tries: integer("tries").notNull(),
  /** When the heartbeat tries it, unless it is answered before, UTC ms. */
  tryAt: integer("try_at").notNull(),
});

/** Messages to be sent to Feishu, and their outcome. */
export const outbox = sqliteTable(
  "outbox",
  {
    /** Derived from the cause, at most 50 characters; also used as Feishu's uuid. */
    id: text("id").primaryKey(),
    /** Why it is sent, as an identifier in the code: `chase 2026-10-14`. */
    cause: text("cause").notNull().default(""),
    kind: text("kind", { enum: ["send", "reply", "update", "fetch", "upload", "urgent", "event"] }).notNull(),
    /** open_id, chat_id, message_id or a post; a post's holders are looked up at the first attempt. */
    toType: text("to_type", { enum: ["open_id", "chat_id", "message_id", "post"] }).notNull(),
    to: text("to").notNull(),
    msgType: text("msg_type", { enum: ["text", "interactive", "file"] }).notNull(),
    content: text("content").notNull(),
    /** The text sent when the platform rejects the card. */
    fallback: text("fallback").notNull(),
    /** Card kind and record, for `card_message` once sent: `report 2026Q3/qikou`. */
    cardKind: text("card_kind"),
    subject: text("subject"),
    /** The view the card shows; `overview` unless it is a form. */
    cardView: text("card_view"),
    status: text("status", { enum: ["pending", "sent", "unsure", "dead", "superseded"] }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    runAt: integer("run_at").notNull(),
    claimedUntil: integer("claimed_until").notNull().default(0),
    firstTriedAt: integer("first_tried_at"),
    /**
     * 1 after an attempt without an answer: it may have been delivered, so it is not retried once `uuid` has expired (1
     * hour).
     */
    unanswered: integer("unanswered").notNull().default(0),
    /** 1: only in working hours, because it was not requested. */
    quiet: integer("quiet").notNull().default(0),
    lastError: text("last_error"),
    messageId: text("message_id"),
    at: integer("at").notNull(),
  },
  (t) => [index("outbox_due").on(t.status, t.runAt), index("outbox_to").on(t.to, t.status)],
);
