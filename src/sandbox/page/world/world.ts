import type { Guide } from "../../guide.ts";
import type { Moment, SandboxApp, SandboxChat, SandboxMessage, SandboxPerson } from "../../protocol.ts";
import type { Faults, PageEvent, PageState } from "./protocol-shapes.ts";

/** The page's copy of the sandbox's state. Never modified in place: a changed part is a new value. */
export type World = {
  seq: number;
  /** The configuration's title, and its English version; may be empty. */
  title: string;
  titleEn: string;
  /** The configuration's moments, past and future. */
  moments: readonly Moment[];
  /** What a first visitor is told; absent without one. */
  guide?: Guide;
  /** Faults that are on. */
  faults: Faults;
  /** `seq` of the last template published. */
  templatesAt: number;
  apps: readonly SandboxApp[];
  people: ReadonlyMap<string, SandboxPerson>;
  chats: ReadonlyMap<string, SandboxChat>;
  /** Messages of each chat, oldest first. */
  threads: ReadonlyMap<string, readonly SandboxMessage[]>;
  /** The last known sandbox time, and this machine's time at that moment, both UTC ms. */
  clock: { now: number; seenAt: number };
};

type Thread = readonly SandboxMessage[];

function placed(thread: Thread, message: SandboxMessage): Thread {
  const at = thread.findLastIndex((known) => known.message_id === message.message_id);
  if (at >= 0) return thread.with(at, message);
  const after = thread.findLastIndex((known) => known.create_time <= message.create_time);
  return thread.toSpliced(after + 1, 0, message);
}

/** Converts a complete state to a world. `seenAt` is this machine's time, ms. */
export function worldFrom(state: PageState, seenAt: number): World {
  const threads = new Map<string, SandboxMessage[]>();
  for (const message of state.messages) {
    const thread = threads.get(message.chat_id);
    if (thread) thread.push(message);
    else threads.set(message.chat_id, [message]);
  }
  for (const thread of threads.values()) thread.sort((a, b) => a.create_time - b.create_time);
  return {
    seq: state.seq,
    title: state.title ?? "",
    titleEn: state.title_en ?? state.title ?? "",
    moments: state.moments ?? [],
    ...(state.guide && { guide: state.guide }),
    faults: state.faults ?? {},
    templatesAt: 0,
    apps: state.apps,
    people: new Map(state.people.map((person) => [person.open_id, person])),
    chats: new Map(state.chats.map((chat) => [chat.chat_id, chat])),
    threads,
    clock: { now: state.now, seenAt },
  };
}

/** The world after some events; events already applied (by `seq`) are ignored. */
export function afterEvents(world: World, events: readonly PageEvent[], seenAt: number): World {
  const news = events.filter((event) => event.seq > world.seq && event.kind !== "exchange");
  if (news.length === 0) return world;
  const people = new Map(world.people);
  const chats = new Map(world.chats);
  const threads = new Map(world.threads);
  let { apps, clock, faults, seq, templatesAt } = world;
  for (const event of news) {
    seq = Math.max(seq, event.seq);
    if (event.kind === "person") people.set(event.person.open_id, event.person);
    if (event.kind === "chat") chats.set(event.chat.chat_id, event.chat);
    if (event.kind === "app") apps = apps.map((app) => (app.app_id === event.app.app_id ? event.app : app));
    if (event.kind === "faults") faults = event.faults;
    if (event.kind === "templates") templatesAt = event.seq;
    if (event.kind === "clock") clock = { now: event.now, seenAt };
    if (event.kind === "message") {
      const { message } = event;
      threads.set(message.chat_id, placed(threads.get(message.chat_id) ?? [], message));
    }
  }
  const only = (kind: PageEvent["kind"]): boolean => news.some((event) => event.kind === kind);
  return {
    ...world,
    seq,
    clock,
    apps,
    faults,
    templatesAt,
    people: only("person") ? people : world.people,
    chats: only("chat") ? chats : world.chats,
    threads: only("message") ? threads : world.threads,
  };
}

/** The current version of a message; undefined before the page has loaded. */
export function messageIn(
  world: World | undefined,
  { chat_id, message_id }: Pick<SandboxMessage, "chat_id" | "message_id">,
): SandboxMessage | undefined {
  return world?.threads.get(chat_id)?.find((one) => one.message_id === message_id);
}

/** The current sandbox time, UTC ms; `machine` is this machine's time, ms. */
export function sandboxNow(world: World, machine: number): number {
  return world.clock.now + (machine - world.clock.seenAt);
}
