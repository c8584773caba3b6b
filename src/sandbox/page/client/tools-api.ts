import * as z from "zod/mini";
import { consoleShape, knownFaultsShape, templatesShape } from "../world/tool-shapes.ts";
import { ask } from "./ask.ts";

const done = z.object({ ok: z.literal(true) });
const changedConsole = z.object({ console: consoleShape });

/** Starts a script of the configuration. */
export const playOffered = (title: string) => ask("/sandbox/scripts", done, { offered: title });

/** Stops a script after the current step. */
export const stopScript = (id: string) => ask(`/sandbox/scripts/${encodeURIComponent(id)}/stop`, done, {});

/** Every card template. */
export const loadTemplates = () => ask("/sandbox/templates", templatesShape);

/** Loads the list of faults. */
export const loadFaults = () => ask("/sandbox/faults", knownFaultsShape);

/** Turns a fault on, or off with `null`. */
export const setFault = (name: string, set: Record<string, unknown> | null) =>
  ask("/sandbox/faults", done, { [name]: set });

const appPath = (appId: string, what: string): string => `/sandbox/apps/${encodeURIComponent(appId)}/${what}`;

/** Loads an app's developer console settings. */
export const loadConsole = (appId: string) => ask(appPath(appId, "console"), consoleShape);

/** Changes subscriptions, scopes, or whether changes wait for a published version. */
export const changeConsole = (appId: string, change: Record<string, unknown>) =>
  ask(appPath(appId, "console"), changedConsole, change);

/** Sets a request URL, which has to answer a challenge first. */
export const setUrl = (appId: string, which: "event_url" | "callback_url", url: string) =>
  ask(appPath(appId, "urls"), done, { [which]: url });

/** Chooses how events, or callbacks, are delivered to the bot. */
export const setMode = (
  appId: string,
  which: "event_mode" | "callback_mode",
  mode: "webhook" | "long_connection",
) => ask(appPath(appId, "modes"), done, { [which]: mode });

/** Publishes a version of an app's settings. */
export const publishVersion = (appId: string) => ask(appPath(appId, "publish"), changedConsole, {});
