import type { CardMode } from "./card-rules/rule-book.ts";
import { type ChangeFeed, createChangeFeed } from "./change-feed.ts";
import type { ConsoleSettings } from "./console/console-view.ts";
import type { FaultSettings } from "./faults.ts";
import { freshId } from "./ids.ts";
import type {
  DeliveryMode,
  Exchange,
  SandboxApp,
  SandboxChat,
  SandboxMessage,
  SandboxPerson,
  SandboxState,
} from "./protocol.ts";
import type { ScriptRun } from "./scripts/script-run.ts";

/** An app's data in the developer console; the page never sees the secrets. */
export type AppRecord = SandboxApp & {
  app_secret: string;
  encrypt_key: string;
  verification_token: string;
  event_mode: DeliveryMode;
  callback_mode: DeliveryMode;
  /** How the app's cards are judged, if other than the sandbox's mode. */
  card_mode?: CardMode;
  /**
   * A strict app's draft settings, which take effect with its next version, and the number of its versions.
   */
  draft?: ConsoleSettings;
  version?: number;
};

/**
 * An uploaded file or image. `owner`: app_id or open_id of the uploader; `type`: the platform's file_type.
 */
export type Resource = {
  key: string;
  kind: "image" | "file";
  type: string;
  name: string;
  owner: string;
  bytes: Uint8Array;
};

/** A custom bot of a group; its token is all that is needed to send. */
export type HookRecord = {
  token: string;
  id: string;
  name: string;
  chat_id: string;
  /** If given, requests must be signed with it. */
  secret?: string;
  /** If any, a message must contain one of them. */
  keywords: string[];
};

export type Store = ReturnType<typeof createStore>;

/**
 * The sandbox's state, in memory. Every change gets the next `seq` and is passed to the listeners; values are
 * replaced, never modified in place.
 */
export function createStore() {
  const feed = createChangeFeed();
  const who = whoIsWho(feed);
  const chats = chatTable(feed);
  const messages = messageTable(feed);
  const resources = new Map<string, Resource>();
  const hooks = new Map<string, HookRecord>();
  return {
    ...who,
    ...chats,
    ...messages,
    listen: feed.listen,
    resource: (key: string) => resources.get(key),
    resources: () => [...resources.values()],
    putResource(resource: Resource): Resource {
      resources.set(resource.key, resource);
      return resource;
    },
    hook: (token: string) => hooks.get(token),
    hooks: () => [...hooks.values()],
    putHook: (hook: HookRecord) => void hooks.set(hook.token, hook),
    tellClock: (now: number) => feed.tell({ kind: "clock", now }),
    tellTemplates: () => feed.tell({ kind: "templates" }),
    tellCardEntity: (card_id: string) => feed.tell({ kind: "card_entity", card_id }),
    tellScript: (run: ScriptRun) => feed.tell({ kind: "script", run }),
    tellFaults: (faults: FaultSettings) => feed.tell({ kind: "faults", faults }),
    tellExchange: (exchange: Exchange) => feed.tell({ kind: "exchange", exchange }),
    /** All apps; people, chats and messages only if changed after `since`. */
    state: (now: number, since = 0): SandboxState => ({
      seq: feed.seq(),
      now,
      apps: who.apps().map(withoutSecrets),
      people: who.people().filter((person) => feed.isNewer(person.open_id, since)),
      chats: chats.chats().filter((chat) => feed.isNewer(chat.chat_id, since)),
      messages: messages.messages().filter((message) => feed.isNewer(message.message_id, since)),
    }),
  };
}

function whoIsWho(feed: ChangeFeed) {
  const apps = new Map<string, AppRecord>();
  const people = new Map<string, SandboxPerson>();
  return {
    app: (id: string) => apps.get(id),
    apps: () => [...apps.values()],
    putApp(app: AppRecord): AppRecord {
      apps.set(app.app_id, app);
      feed.tell({ kind: "app", app: withoutSecrets(app) });
      return app;
    },
    person: (id: string) => people.get(id),
    people: () => [...people.values()],
    putPerson(person: SandboxPerson): SandboxPerson {
      people.set(person.open_id, person);
      feed.tell({ kind: "person", person }, person.open_id);
      return person;
    },
  };
}

function chatTable(feed: ChangeFeed) {
  const chats = new Map<string, SandboxChat>();
  const p2p = new Map<string, string>();
  function putChat(chat: SandboxChat): SandboxChat {
    chats.set(chat.chat_id, chat);
    if (chat.type === "p2p") p2p.set(`${chat.members[0]} ${chat.bots[0]}`, chat.chat_id);
    feed.tell({ kind: "chat", chat }, chat.chat_id);
    return chat;
  }
  return {
    chat: (id: string) => chats.get(id),
    chats: () => [...chats.values()],
    putChat,
    /** The chat of a person with a bot, created when needed. */
    p2pChat(openId: string, appId: string): SandboxChat {
      const known = chats.get(p2p.get(`${openId} ${appId}`) ?? "");
      if (known !== undefined) return known;
      const chat_id = freshId("oc_");
      return putChat({ chat_id, type: "p2p", name: "", members: [openId], bots: [appId], dissolved: false });
    },
  };
}

function messageTable(feed: ChangeFeed) {
  const messages = new Map<string, SandboxMessage>();
  const byChat = new Map<string, string[]>();
  const readTimes = new Map<string, { messageId: string; openId: string; at: number }>();
  const noteReadAt = (messageId: string, openId: string, at: number) =>
    void readTimes.set(`${messageId} ${openId}`, { messageId, openId, at });
  function putMessage(message: SandboxMessage): SandboxMessage {
    const { message_id, chat_id } = message;
    if (!messages.has(message_id)) {
      const inChat = byChat.get(chat_id) ?? [];
      inChat.push(message_id);
      byChat.set(chat_id, inChat);
    }
    messages.set(message_id, message);
    feed.tell({ kind: "message", message }, message_id);
    return message;
  }
  return {
    message: (id: string) => messages.get(id),
    messages: () => [...messages.values()],
    /** Messages of one chat, oldest first. */
    messagesOf: (chatId: string): SandboxMessage[] =>
      (byChat.get(chatId) ?? []).flatMap((id) => messages.get(id) ?? []),
    putMessage,
    /** Records that a person read a message at `at` (UTC ms); later reads are ignored. */
    markRead(message: SandboxMessage, openId: string, at: number): void {
      if (message.read_by.includes(openId)) return;
      noteReadAt(message.message_id, openId, at);
      putMessage({ ...message, read_by: [...message.read_by, openId] });
    },
    /** When the person read the message, UTC ms. */
    readAt: (messageId: string, openId: string): number => readTimes.get(`${messageId} ${openId}`)?.at ?? 0,
    noteReadAt,
    readTimes: (): Array<[messageId: string, openId: string, at: number]> =>
      [...readTimes.values()].map(({ messageId, openId, at }) => [messageId, openId, at]),
  };
}

function withoutSecrets(app: AppRecord): SandboxApp {
  const { app_secret: _secret, encrypt_key: _key, verification_token: _token, ...rest } = app;
  const { draft: _draft, version: _version, card_mode: _mode, ...shown } = rest;
  return shown;
}
