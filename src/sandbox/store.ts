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

/** What the developer console knows of an app; the page never sees the secrets. */
export type AppRecord = SandboxApp & {
  app_secret: string;
  encrypt_key: string;
  verification_token: string;
  event_mode: DeliveryMode;
  callback_mode: DeliveryMode;
  /** How the app's cards are judged, when apart from the sandbox's own mode. */
  card_mode?: CardMode;
  /** Settings of a strict app that act from its next version on, and how many versions there were. */
  draft?: ConsoleSettings;
  version?: number;
};

/** Bytes somebody uploaded. `owner` is the app_id or open_id of the uploader; `type` the platform's file_type. */
export type Resource = {
  key: string;
  kind: "image" | "file";
  type: string;
  name: string;
  owner: string;
  bytes: Uint8Array;
};

/** A custom bot of a group; whoever knows its token can send. */
export type HookRecord = {
  token: string;
  id: string;
  name: string;
  chat_id: string;
  /** Sends have to be signed with it. */
  secret?: string;
  /** A send has to hold one of them. */
  keywords: string[];
};

export type Store = ReturnType<typeof createStore>;

/**
 * Everything the sandbox remembers, in memory. Each change passes through here, gets the next `seq` and is told to the
 * listeners; values are replaced, never edited in place.
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
    /** Apps always; people, chats and messages only if changed after `since`. */
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
    /** The chat of one person with one bot; made on first use. */
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
    /** Notes that a person has seen a message, `at` UTC ms; once is enough. */
    markRead(message: SandboxMessage, openId: string, at: number): void {
      if (message.read_by.includes(openId)) return;
      noteReadAt(message.message_id, openId, at);
      putMessage({ ...message, read_by: [...message.read_by, openId] });
    },
    /** UTC ms when the person read the message. */
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
