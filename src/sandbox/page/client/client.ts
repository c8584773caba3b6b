import type { Act, Exchange, ScriptsView } from "../../protocol.ts";
import { type CardState, untouched } from "../card/card-state.ts";
import type { PageEvent } from "../world/protocol-shapes.ts";
import { type Route, readRoute, routeHash } from "../world/route.ts";
import { afterRuns } from "../world/script-runs.ts";
import { afterEvents, type World, worldFrom } from "../world/world.ts";
import { type ActAnswer, loadExchanges, loadScripts, loadState, openStream, sendAct } from "./api.ts";
import type { Confirmation } from "./confirmation.ts";
import { keepPerKey } from "./keep-per-key.ts";
import { type Observable, observable } from "./observable.ts";
import { loadSettings, type Settings, saveSettings } from "./settings.ts";
import { createToasts, type Toasts } from "./toasts.ts";

/** An unsent message: its text, the message it replies to, and attachments. */
export type Draft = { text: string; replyTo?: string; files: readonly File[] };

/** A person's unsent input for one version of a card. */
export type CardWork = { version: string; state: CardState };

export type Client = {
  world: Observable<World | undefined>;
  route: Observable<Route>;
  settings: Observable<Settings>;
  connection: Observable<"opening" | "open" | "lost">;
  exchanges: Observable<readonly Exchange[]>;
  scripts: Observable<ScriptsView>;
  /** Whether this page is moving the clock and waits for the bot's clock to follow. */
  moving: Observable<boolean>;
  confirmation: Observable<Confirmation | undefined>;
  toasts: Toasts;
  draft: (key: string) => Observable<Draft>;
  cardWork: (key: string) => Observable<CardWork>;
  act(act: Act): Promise<ActAnswer>;
  go(route: Route): void;
};

const keptExchanges = 1000;

// Events are collected and drawn together: after a few ms when there are few, at a fixed interval while a
// script plays.
const quick = 16;
const steady = 200;

function merged(known: readonly Exchange[], news: readonly Exchange[]): readonly Exchange[] {
  if (news.length === 0) return known;
  const byId = new Map([...known, ...news].map((exchange) => [exchange.id, exchange]));
  return [...byId.values()].sort((a, b) => a.id - b.id).slice(-keptExchanges);
}

function takeEvents(client: Client, world: World, events: readonly PageEvent[]): void {
  const exchanges = events.flatMap((event) => (event.kind === "exchange" ? [event.exchange] : []));
  client.exchanges.set(merged(client.exchanges.get(), exchanges));
  client.scripts.set(afterRuns(client.scripts.get(), events));
  client.world.set(afterEvents(world, events, Date.now()));
}

/** There are many exchanges and they are rarely viewed, so they are loaded after the chats. */
async function reloadExchanges(client: Client): Promise<void> {
  try {
    const loaded = await loadExchanges();
    client.exchanges.set(merged(loaded, client.exchanges.get()));
  } catch (error) {
    console.error(error);
  }
}

function followStream(client: Client): void {
  let waiting: PageEvent[] = [];
  let pace = quick;
  let loading = true;
  const flush = (): void => {
    const world = client.world.get();
    if (loading || !world || waiting.length === 0) return;
    const events = waiting;
    waiting = [];
    pace = events.length > 20 ? steady : quick;
    takeEvents(client, world, events);
  };
  const reload = async (): Promise<void> => {
    loading = true;
    try {
      const [state, scripts] = await Promise.all([loadState(), loadScripts()]);
      client.scripts.set(scripts);
      // A restarted sandbox numbers its exchanges from the beginning.
      client.exchanges.set([]);
      client.world.set(worldFrom(state, Date.now()));
      client.connection.set("open");
      void reloadExchanges(client);
    } catch (error) {
      console.error(error);
      client.connection.set("lost");
    }
    loading = false;
    flush();
  };
  openStream({
    onOpen: () => void reload(),
    onLost: () => client.connection.set("lost"),
    onEvent: (event) => {
      if (waiting.length === 0) setTimeout(flush, pace);
      waiting.push(event);
    },
  });
}

/** Connects the page to the sandbox that serves it. */
export function createClient(): Client {
  const client: Client = {
    world: observable<World | undefined>(undefined),
    route: observable(readRoute(location.hash)),
    settings: observable(loadSettings()),
    connection: observable<"opening" | "open" | "lost">("opening"),
    exchanges: observable<readonly Exchange[]>([]),
    scripts: observable<ScriptsView>({ offered: [], scripts: [] }),
    moving: observable(false),
    confirmation: observable<Confirmation | undefined>(undefined),
    toasts: createToasts(),
    draft: keepPerKey<Draft>({ text: "", files: [] }),
    cardWork: keepPerKey<CardWork>({ version: "", state: untouched }),
    act: sendAct,
    go(route) {
      const hash = routeHash(route);
      if (hash !== location.hash) history.pushState(null, "", hash);
      client.route.set(route);
    },
  };
  for (const change of ["hashchange", "popstate"]) {
    addEventListener(change, () => client.route.set(readRoute(location.hash)));
  }
  client.settings.subscribe(() => saveSettings(client.settings.get()));
  followStream(client);
  return client;
}
