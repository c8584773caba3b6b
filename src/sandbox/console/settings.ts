import type { AppRecord, Store } from "../store.ts";
import type { ConsoleSettings, ConsoleView } from "./console-view.ts";

// An app's settings in the developer console. A strict app has two sets: the one in effect, and a draft that
// takes effect when published (feishu-contract 10.3).

const KEYS = [
  "event_url",
  "callback_url",
  "event_mode",
  "callback_mode",
  "events",
  "callbacks",
  "scopes",
  "available_to",
  "redirect_urls",
  "menu",
] as const satisfies Array<keyof ConsoleSettings>;

/** Settings of an unpublished app: no events, no scopes, no users. */
const UNPUBLISHED: ConsoleSettings = {
  event_url: "",
  callback_url: "",
  event_mode: "webhook",
  callback_mode: "webhook",
  events: [],
  callbacks: [],
  scopes: [],
  available_to: [],
  menu: [],
};

/** The settings the console shows: for a strict app its draft. */
export function settingsOf(app: AppRecord): ConsoleSettings {
  return app.draft ?? actingOf(app);
}

/**
 * Saves settings; for a strict app they take effect with its next version. Returns the settings the console
 * then shows.
 */
export function saveSettings(store: Store, app: AppRecord, change: ConsoleChange): ConsoleSettings {
  const settings = changed(settingsOf(app), change);
  store.putApp(app.draft === undefined ? withSettings(app, settings) : { ...app, draft: settings });
  return settings;
}

/** Changed settings; `null` removes a list, which means no limit. */
export type ConsoleChange = Partial<Omit<ConsoleSettings, keyof Lists>> & Lists;
type Lists = {
  [Key in "events" | "callbacks" | "scopes" | "available_to" | "redirect_urls"]?: string[] | null;
};

function changed(settings: ConsoleSettings, change: ConsoleChange): ConsoleSettings {
  const { events, callbacks, scopes, available_to, redirect_urls, ...rest } = { ...settings, ...change };
  return { ...rest, ...listed({ events, callbacks, scopes, available_to, redirect_urls }) };
}

function listed(lists: { [Key in keyof Lists]: Lists[Key] | undefined }): Partial<ConsoleSettings> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined && list !== null));
}

/** The app with a separate draft; one that was never published loses its settings in effect. */
export function madeStrict(app: AppRecord, isPublished: boolean): AppRecord {
  if (app.draft !== undefined) return app;
  const draft = actingOf(app);
  if (isPublished) return { ...app, draft, version: 1 };
  return { ...withSettings(app, UNPUBLISHED), draft, version: 0 };
}

/** The app without a draft; the draft's settings take effect at once. */
export function madeLenient({ draft, version: _none, ...app }: AppRecord): AppRecord {
  return draft === undefined ? app : withSettings(app, draft);
}

/** The app with its draft published; undefined when the draft has no changes. */
export function published(app: AppRecord): AppRecord | undefined {
  if (app.draft === undefined || (unpublished(app).length === 0 && app.version !== 0)) return undefined;
  return { ...withSettings(app, app.draft), version: (app.version ?? 0) + 1 };
}

/** The console as `GET /sandbox/apps/:id/console` shows it. */
export function consoleView(app: AppRecord): ConsoleView {
  return {
    strict: app.draft !== undefined,
    version: app.version ?? 1,
    unpublished: unpublished(app),
    settings: settingsOf(app),
    acting: actingOf(app),
  };
}

function unpublished(app: AppRecord): string[] {
  const { draft } = app;
  if (draft === undefined) return [];
  return KEYS.filter((key) => JSON.stringify(draft[key]) !== JSON.stringify(app[key]));
}

function actingOf(app: AppRecord): ConsoleSettings {
  const { event_url, callback_url, event_mode, callback_mode, menu } = app;
  const { events, callbacks, scopes, available_to, redirect_urls } = app;
  const lists = listed({ events, callbacks, scopes, available_to, redirect_urls });
  return { event_url, callback_url, event_mode, callback_mode, menu, ...lists };
}

// An absent setting means no limit, so the app's previous values have to be removed.
function withSettings(app: AppRecord, settings: ConsoleSettings): AppRecord {
  const { events: _e, callbacks: _c, scopes: _s, available_to: _a, redirect_urls: _r, ...rest } = app;
  return { ...rest, ...settings };
}

/**
 * Whether an app is subscribed to an event or callback type; without a list of subscriptions it gets all
 * types.
 */
export function isSubscribed(app: AppRecord, kind: "event" | "callback", type: string): boolean {
  return (kind === "event" ? app.events : app.callbacks)?.includes(type) ?? true;
}
