import * as z from "zod";
import { templateSchema } from "../card/templates.ts";
import type { ConsoleSettings } from "../console/console-view.ts";
import type { SandboxChat, SandboxMessage, SandboxPerson } from "../protocol.ts";
import { cardModeSchema } from "../read-card-switches.ts";
import type { AppRecord, HookRecord } from "../store.ts";

// Schema of the state that `--data DIR` keeps. Each schema's output is exactly the corresponding type.

const text = z.string();
const texts = z.array(text);
const list = texts.exactOptional();
const word = text.exactOptional();
const mode = z.enum(["webhook", "long_connection"]);

const settings = {
  event_url: text,
  callback_url: text,
  event_mode: mode,
  callback_mode: mode,
  events: list,
  callbacks: list,
  scopes: list,
  available_to: list,
  redirect_urls: list,
  menu: z.array(z.object({ text, text_en: text, event_key: word, send: word })),
};
const draft: z.ZodType<ConsoleSettings> = z.object(settings);

const app: z.ZodType<AppRecord> = z.object({
  ...settings,
  app_id: text,
  name: text,
  bot_open_id: text,
  app_secret: text,
  encrypt_key: text,
  verification_token: text,
  card_mode: cardModeSchema.exactOptional(),
  draft: draft.exactOptional(),
  version: z.number().exactOptional(),
});

const person: z.ZodType<SandboxPerson> = z.object({
  open_id: text,
  name: text,
  en_name: text,
  title: text,
  title_en: word,
  group: word,
  group_en: word,
  locale: z.enum(["zh_cn", "en_us"]),
  mobile: word,
  email: word,
  resigned: z.boolean(),
  stopped_bots: list,
});

const announcement = z.object({
  revision: z.number(),
  requests: texts,
  create_time: z.number(),
  update_time: z.number(),
  by: text,
});

const chat: z.ZodType<SandboxChat> = z.object({
  chat_id: text,
  type: z.enum(["p2p", "group"]),
  name: text,
  en_name: word,
  members: texts,
  bots: texts,
  dissolved: z.boolean(),
  owner: word,
  description: word,
  group_message_type: z.enum(["chat", "thread"]).exactOptional(),
  announcement: announcement.exactOptional(),
  hooks: z.array(z.object({ id: text, name: text })).exactOptional(),
});

const byName = z.record(text, text).exactOptional();
const message: z.ZodType<SandboxMessage> = z.object({
  message_id: text,
  chat_id: text,
  root_id: word,
  parent_id: word,
  thread_id: word,
  merged: list,
  msg_type: text,
  content: text,
  sender: z.object({ id: text, type: z.enum(["user", "app"]) }),
  create_time: z.number(),
  update_time: z.number(),
  deleted: z.boolean(),
  updated: z.boolean(),
  read_by: texts,
  urgent_for: texts,
  own_cards: byName,
  reactions: z.array(z.object({ id: text, emoji: text, by: text, at: z.number() })).exactOptional(),
  pinned: z.object({ by: text, at: z.number() }).exactOptional(),
  edits: z.number().exactOptional(),
  visible_to: list,
  follow_ups: z.array(z.object({ content: text, i18n: byName })).exactOptional(),
  batch_id: word,
});

const hook: z.ZodType<HookRecord> = z.object({
  token: text,
  id: text,
  name: text,
  chat_id: text,
  secret: word,
  keywords: texts,
});

/** A file's bytes are stored beside the state, under its key. */
const resource = z.object({
  key: z.string().regex(/^\w+$/),
  kind: z.enum(["image", "file"]),
  type: text,
  name: text,
  owner: text,
});

const entity = z.object({
  card_id: text,
  app_id: text,
  created_at: z.number(),
  draft: z.record(text, z.unknown()),
  message_id: word,
  sequence: z.number(),
  uuids: texts,
  streaming_since: z.number().exactOptional(),
});

export const keptSchema = z.object({
  /** How far the sandbox clock is ahead of the machine's, ms. */
  ahead_ms: z.number(),
  apps: z.array(app).min(1),
  people: z.array(person),
  chats: z.array(chat),
  messages: z.array(message),
  /** Read times by message_id and open_id, UTC ms. */
  read_times: z.array(z.tuple([text, text, z.number()])),
  hooks: z.array(hook),
  resources: z.array(resource),
  card_entities: z.array(entity).default([]),
  /** Every version of every template, oldest first. */
  templates: z.array(templateSchema).default([]),
});

export type Kept = z.infer<typeof keptSchema>;

/** What is kept of a sandbox: its state, and the bytes of its files by their keys. */
export type SandboxCopy = { state: Kept; files: Map<string, Uint8Array> };
