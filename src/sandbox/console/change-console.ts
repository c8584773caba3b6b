import * as z from "zod";
import type { Store } from "../store.ts";
import type { ConsoleView } from "./console-view.ts";
import { consoleView, madeLenient, madeStrict, published, saveSettings } from "./settings.ts";

const type = z
  .string()
  .regex(/^[a-z][\w.]*\.[\w.]+$/, "an event or callback is named like im.message.receive_v1");
const anything = <T extends z.ZodType>(list: T) => list.nullable().exactOptional();

/** `null` removes a list, which means no limit. */
const bodySchema = z.strictObject({
  strict: z.boolean().exactOptional(),
  events: anything(z.array(type)),
  callbacks: anything(z.array(type)),
  scopes: anything(z.array(z.string().min(1))),
  available_to: anything(z.array(z.string().min(1))),
  redirect_urls: anything(z.array(z.url({ protocol: /^https?$/ }))),
});

type Changed = { ok: true; console: ConsoleView } | { ok: false; error: string };

/**
 * Changes an app's console settings other than request URLs and modes: subscriptions, scopes, availability
 * and, for the sandbox, whether changes take effect only when published. Refuses people who do not exist.
 */
export function changeConsole(store: Store, appId: string, input: unknown): Changed {
  const app = store.app(appId);
  if (app === undefined) return { ok: false, error: `there is no app ${appId}` };
  const parsed = bodySchema.safeParse(input);
  if (!parsed.success) return { ok: false, error: z.prettifyError(parsed.error) };
  const { strict, ...lists } = parsed.data;
  const nobody = lists.available_to?.find((who) => store.person(who) === undefined);
  if (nobody !== undefined) return { ok: false, error: `there is no person ${nobody}` };
  const switched = strict === undefined ? app : strict ? madeStrict(app, true) : madeLenient(app);
  saveSettings(store, switched, lists);
  return seen(store, appId);
}

/** Publishes a version, which puts a strict app's changes into effect. Refuses when there are no changes. */
export function publishVersion(store: Store, appId: string): Changed {
  const app = store.app(appId);
  if (app === undefined) return { ok: false, error: `there is no app ${appId}` };
  const next = published(app);
  if (next === undefined) return { ok: false, error: "there is nothing to publish" };
  store.putApp(next);
  return seen(store, appId);
}

/** The console view of an app. */
export function seen(store: Store, appId: string): Changed {
  const app = store.app(appId);
  return app === undefined
    ? { ok: false, error: `there is no app ${appId}` }
    : { ok: true, console: consoleView(app) };
}
