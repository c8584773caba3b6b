// The sandbox's own API under /sandbox/, used by its page, scripts and tests; all other paths are the
// platform's. Times are UTC milliseconds of the sandbox clock. POST bodies are JSON with that content type; a
// refusal is HTTP 400 with `{ok: false, error}`. The routes are listed in api/sandbox-app.ts.

import type { FaultSettings } from "./faults.ts";
import type { Guide } from "./guide.ts";
import type { ScriptRun } from "./scripts/script-run.ts";

export type SandboxPerson = {
  open_id: string;
  name: string;
  en_name: string;
  /** Shown under the name in the people switcher, such as a post; `title_en` for readers of English. */
  title: string;
  title_en?: string;
  /** Heading in the people switcher; by default people are grouped by equal endings of their titles. */
  group?: string;
  group_en?: string;
  locale: "zh_cn" | "en_us";
  mobile?: string;
  email?: string;
  resigned: boolean;
  /** app_ids of bots whose messages the person has stopped (230053). */
  stopped_bots?: string[];
};

/** How an app receives events; set separately for card callbacks. */
export type DeliveryMode = "webhook" | "long_connection";

export type SandboxApp = {
  app_id: string;
  name: string;
  /** The bot's own open_id. */
  bot_open_id: string;
  event_url: string;
  callback_url: string;
  event_mode?: DeliveryMode;
  callback_mode?: DeliveryMode;
  /**
   * Subscribed event and callback types; absent means all. Without message events a p2p chat has no text box.
   */
  events?: string[];
  callbacks?: string[];
  /**
   * Granted scopes; absent means all but `im:message.group_msg`. They determine the available calls, events
   * and fields.
   */
  scopes?: string[];
  /** People (open_ids) the app is available to; absent means everybody. */
  available_to?: string[];
  /** Allowed redirect URLs of a sign-in; absent means any. */
  redirect_urls?: string[];
  /** The bot menu shown in p2p chats: an item sends a text or pushes `application.bot.menu_v6`. */
  menu: Array<{ text: string; text_en: string; event_key?: string; send?: string }>;
};

export type SandboxChat = {
  chat_id: string;
  type: "p2p" | "group";
  /** Empty for p2p chats; the page shows the bot's name. */
  name: string;
  /** The name readers of English see. */
  en_name?: string;
  /** open_ids of the people in the chat. */
  members: string[];
  /** app_ids of the bots in the chat. */
  bots: string[];
  dissolved: boolean;
  /** The group's owner, an open_id or app_id; absent means its first member. */
  owner?: string;
  description?: string;
  /** With "thread" every message of the group starts a thread. */
  group_message_type?: "chat" | "thread";
  /** The announcement as a document of the old format: its revision, and the requests that changed it. */
  announcement?: {
    revision: number;
    requests: string[];
    create_time: number;
    update_time: number;
    by: string;
  };
  /** Custom bots of the group, which can only send. */
  hooks?: Array<{ id: string; name: string }>;
};

export type SandboxMessage = {
  message_id: string;
  chat_id: string;
  root_id?: string;
  parent_id?: string;
  /** The thread it starts or belongs to, `omt_…`. */
  thread_id?: string;
  /** The messages it contains, if several were forwarded as one. */
  merged?: string[];
  /** text, post, image, file, interactive, system … */
  msg_type: string;
  /**
   * The platform's content as sent, a JSON string; for `interactive` the card JSON. A mention in a text stays
   * `<at user_id="…"></at>` here; bots receive it as `@_user_1` with `mentions`.
   */
  content: string;
  sender: { id: string; type: "user" | "app" };
  create_time: number;
  update_time: number;
  deleted: boolean;
  updated: boolean;
  read_by: string[];
  urgent_for: string[];
  /**
   * Individual cards of single readers, by open_id: a JSON 1.0 card that is not shared changes only for the
   * person who pressed it.
   */
  own_cards?: Record<string, string>;
  /** Reactions: `by` a person (open_id) or bot (app_id), `at` UTC ms. */
  reactions?: Array<{ id: string; emoji: string; by: string; at: number }>;
  /** Who pinned it in its chat, and when (UTC ms). */
  pinned?: { by: string; at: number };
  /** Number of edits. */
  edits?: number;
  /**
   * The only people who see it, for a card shown to one member of a group; absent means everyone in the chat.
   */
  visible_to?: string[];
  /** Reply suggestions under the newest message of a p2p chat; a tap sends the text. */
  follow_ups?: Array<{ content: string; i18n?: Record<string, string> }>;
  /** The `bm-` id of its batch; such a card can neither be updated nor call back. */
  batch_id?: string;
};

/** The result of a press or submit, shown to the person. */
export type CardOutcome = {
  /** 0, or a client error code (feishu-contract 2.4) such as 200341. */
  code: number;
  error?: string;
  toast?: { type: "info" | "success" | "error" | "warning"; content: string; i18n?: Record<string, string> };
  card_replaced: boolean;
};

/** A time to which people may want to move the clock, such as a deadline. `at` is UTC ms. */
export type Moment = { title: string; title_en: string; at: number };

export type SandboxState = {
  /** Increases with every change; used by `/sandbox/state?since=` and the stream. */
  seq: number;
  now: number;
  title?: string;
  title_en?: string;
  /** The configuration's moments, in their order. */
  moments?: Moment[];
  guide?: Guide;
  /** Faults that are on; `client_too_old` changes how a person's client draws cards. */
  faults?: FaultSettings;
  apps: SandboxApp[];
  people: SandboxPerson[];
  chats: SandboxChat[];
  messages: SandboxMessage[];
};

/** `GET /sandbox/stream`: server-sent events, each `data:` one of these. */
export type SandboxEvent =
  | { kind: "message"; seq: number; message: SandboxMessage }
  | { kind: "chat"; seq: number; chat: SandboxChat }
  | { kind: "person"; seq: number; person: SandboxPerson }
  | { kind: "app"; seq: number; app: SandboxApp }
  | { kind: "script"; seq: number; run: ScriptRun }
  | { kind: "clock"; seq: number; now: number }
  | { kind: "templates"; seq: number }
  | { kind: "card_entity"; seq: number; card_id: string }
  | { kind: "faults"; seq: number; faults: FaultSettings }
  | { kind: "exchange"; seq: number; exchange: Exchange };

/** `GET /sandbox/scripts`: the configuration's scripts, and the runs so far, newest last. */
export type ScriptsView = { offered: Array<{ title: string; title_en: string }>; scripts: ScriptRun[] };

/**
 * One exchange with a bot, in either direction: HTTP, or method `WS` for the long connection. Bodies are
 * text; secrets and tokens are masked.
 */
export type Exchange = {
  id: number;
  at: number;
  direction: "to_bot" | "from_bot";
  method: string;
  path: string;
  status: number;
  ms: number;
  request_headers: Record<string, string>;
  request: string;
  /** The decrypted envelope of an encrypted delivery. */
  decrypted?: string;
  response: string;
  /** Problems found by the card rules when a card was sent: empty means none. */
  card_problems?: string[];
  person?: string;
  chat_id?: string;
};

/** `POST /sandbox/act`: what a person does in the client. */
export type Act =
  | {
      act: "press";
      as: string;
      message_id: string;
      /** By `name`, else `element_id`, else visible text; `nth` among those with the same text, from 0. */
      target: { name?: string; element_id?: string; text?: string; nth?: number };
      /**
       * The chosen option of a select, overflow or picker; the text of an input outside a form; the state of
       * a checker.
       */
      option?: string;
      input_value?: string;
      checked?: boolean;
    }
  | {
      act: "submit";
      as: string;
      message_id: string;
      /** The submit button, by `name` or visible text. */
      target: { name?: string; text?: string };
      /** Only the fields the person entered; the others keep their initial value, as in the client. */
      fill: Record<string, unknown>;
    }
  | { act: "send"; as: string; chat_id?: string; app_id?: string; content: Outgoing }
  | { act: "reply"; as: string; message_id: string; content: Outgoing; in_thread?: boolean }
  | { act: "recall"; as: string; message_id: string }
  | { act: "react" | "unreact"; as: string; message_id: string; emoji: string }
  | { act: "read"; as: string; chat_id: string }
  /** Opens the p2p chat with a bot, which pushes bot_p2p_chat_entered. */
  | { act: "enter"; as: string; app_id: string }
  | { act: "menu"; as: string; app_id: string; event_key: string }
  | { act: "create_group"; as: string; name: string; members: string[] }
  | { act: "change_group"; as: string; chat_id: string; name?: string; description?: string }
  /** `withdraw_people` withdraws an invitation. */
  | {
      act: "add_people" | "remove_people" | "withdraw_people";
      as: string;
      chat_id: string;
      people: string[];
    }
  | { act: "add_bot" | "remove_bot"; as: string; chat_id: string; app_id: string };

/** `@bot` is written `<at user_id="BOT_OPEN_ID"></at>` inside text, as in the platform's own text messages. */
export type Outgoing =
  | { kind: "text"; text: string }
  | { kind: "image"; name: string; base64: string }
  | { kind: "file"; name: string; base64: string };

/** The answer of `/sandbox/act`: HTTP 200 with this, or 400 with `{error}`, what is wrong with the act. */
export type ActResult = { ok: true; message_id?: string; chat_id?: string; outcome?: CardOutcome };
