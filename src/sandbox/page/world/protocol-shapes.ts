import * as z from "zod/mini";
import { runShape } from "./script-shapes.ts";

// Schemas of the server's answers. Each one's output is exactly the type in `protocol.ts`, except for faults,
// whose names may be unknown to the page.

const person = z.object({
  open_id: z.string(),
  name: z.string(),
  en_name: z.string(),
  title: z.string(),
  title_en: z.exactOptional(z.string()),
  group: z.exactOptional(z.string()),
  group_en: z.exactOptional(z.string()),
  locale: z.enum(["zh_cn", "en_us"]),
  mobile: z.exactOptional(z.string()),
  resigned: z.boolean(),
});

const app = z.object({
  app_id: z.string(),
  name: z.string(),
  bot_open_id: z.string(),
  event_url: z.string(),
  callback_url: z.string(),
  events: z.exactOptional(z.array(z.string())),
  menu: z.array(
    z.object({
      text: z.string(),
      text_en: z.string(),
      event_key: z.exactOptional(z.string()),
      send: z.exactOptional(z.string()),
    }),
  ),
});

const chat = z.object({
  chat_id: z.string(),
  type: z.enum(["p2p", "group"]),
  name: z.string(),
  en_name: z.exactOptional(z.string()),
  members: z.array(z.string()),
  bots: z.array(z.string()),
  dissolved: z.boolean(),
  hooks: z.exactOptional(z.array(z.object({ id: z.string(), name: z.string() }))),
});

const message = z.object({
  message_id: z.string(),
  chat_id: z.string(),
  root_id: z.exactOptional(z.string()),
  parent_id: z.exactOptional(z.string()),
  msg_type: z.string(),
  content: z.string(),
  sender: z.object({ id: z.string(), type: z.enum(["user", "app"]) }),
  create_time: z.number(),
  update_time: z.number(),
  deleted: z.boolean(),
  updated: z.boolean(),
  read_by: z.array(z.string()),
  urgent_for: z.array(z.string()),
  own_cards: z.exactOptional(z.record(z.string(), z.string())),
  thread_id: z.exactOptional(z.string()),
  reactions: z.exactOptional(
    z.array(z.object({ id: z.string(), emoji: z.string(), by: z.string(), at: z.number() })),
  ),
  visible_to: z.exactOptional(z.array(z.string())),
  follow_ups: z.exactOptional(
    z.array(z.object({ content: z.string(), i18n: z.exactOptional(z.record(z.string(), z.string())) })),
  ),
});

const guidePlace = z.object({ as: z.string(), chat_id: z.exactOptional(z.string()) });

const guide = z.object({
  opens: guidePlace,
  opens_en: guidePlace,
  lines: z.array(z.string()),
  lines_en: z.array(z.string()),
  tries: z.array(
    z.object({
      title: z.string(),
      title_en: z.string(),
      place: guidePlace,
      place_en: guidePlace,
      menu: z.exactOptional(z.string()),
      say: z.exactOptional(z.string()),
      say_en: z.exactOptional(z.string()),
      script: z.exactOptional(z.string()),
    }),
  ),
});

const exchange = z.object({
  id: z.number(),
  at: z.number(),
  direction: z.enum(["to_bot", "from_bot"]),
  method: z.string(),
  path: z.string(),
  status: z.number(),
  ms: z.number(),
  request_headers: z.record(z.string(), z.string()),
  request: z.string(),
  decrypted: z.exactOptional(z.string()),
  response: z.string(),
  card_problems: z.exactOptional(z.array(z.string())),
  person: z.exactOptional(z.string()),
  chat_id: z.exactOptional(z.string()),
});

export const faultsShape = z.record(
  z.string(),
  z.object({
    value: z.union([z.boolean(), z.number(), z.string()]),
    next: z.exactOptional(z.number()),
    path: z.exactOptional(z.string()),
    person: z.exactOptional(z.string()),
    chat_id: z.exactOptional(z.string()),
    app_id: z.exactOptional(z.string()),
  }),
);

/** The faults that are on, by name. */
export type Faults = z.infer<typeof faultsShape>;

export const stateShape = z.object({
  seq: z.number(),
  now: z.number(),
  title: z.exactOptional(z.string()),
  title_en: z.exactOptional(z.string()),
  guide: z.exactOptional(guide),
  moments: z.exactOptional(z.array(z.object({ title: z.string(), title_en: z.string(), at: z.number() }))),
  faults: z.exactOptional(faultsShape),
  apps: z.array(app),
  people: z.array(person),
  chats: z.array(chat),
  messages: z.array(message),
});

export type PageState = z.infer<typeof stateShape>;

export const eventShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("message"), seq: z.number(), message }),
  z.object({ kind: z.literal("chat"), seq: z.number(), chat }),
  z.object({ kind: z.literal("person"), seq: z.number(), person }),
  z.object({ kind: z.literal("app"), seq: z.number(), app }),
  z.object({ kind: z.literal("script"), seq: z.number(), run: runShape }),
  z.object({ kind: z.literal("faults"), seq: z.number(), faults: faultsShape }),
  z.object({ kind: z.literal("clock"), seq: z.number(), now: z.number() }),
  z.object({ kind: z.literal("templates"), seq: z.number() }),
  z.object({ kind: z.literal("exchange"), seq: z.number(), exchange }),
]);

export type PageEvent = z.infer<typeof eventShape>;

export const exchangesShape = z.object({ exchanges: z.array(exchange) });

export const actResultShape = z.object({
  ok: z.literal(true),
  message_id: z.exactOptional(z.string()),
  chat_id: z.exactOptional(z.string()),
  outcome: z.exactOptional(
    z.object({
      code: z.number(),
      error: z.exactOptional(z.string()),
      toast: z.exactOptional(
        z.object({
          type: z.enum(["info", "success", "error", "warning"]),
          content: z.string(),
          i18n: z.exactOptional(z.record(z.string(), z.string())),
        }),
      ),
      card_replaced: z.boolean(),
    }),
  ),
});
