import { sandboxState } from "./api/sandbox-app.ts";
import { assemble } from "./assemble.ts";
import { settingsOf } from "./console/settings.ts";
import { challengeUrl } from "./delivery/challenge.ts";
import { setUrls } from "./delivery/set-urls.ts";
import { furnish } from "./furnish.ts";
import { copyOf, type Keeper, keepState, loadKept, restore } from "./keep/keep-state.ts";
import { keptCertificate } from "./keep/kept-certificate.ts";
import type { SandboxCopy } from "./keep/kept-state.ts";
import { moveClock } from "./move-clock.ts";
import type { SandboxState } from "./protocol.ts";
import { readConfig } from "./read-config.ts";
import { guideView } from "./read-guide.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SandboxConfig } from "./sandbox-config.ts";
import type { SandboxOptions } from "./sandbox-options.ts";
import type { ScriptRun } from "./scripts/script-run.ts";
import { createScriptRuns, type ScriptRuns } from "./scripts/script-runs.ts";
import { type Served, serveSandbox } from "./serve.ts";

type AppCredentials = {
  app_id: string;
  app_secret: string;
  encrypt_key: string;
  verification_token: string;
};

export type RunningSandbox = {
  url: string;
  /** The HTTPS server, if requested, and its certificate (PEM). */
  https?: { url: string; certificate: string };
  /** Credentials of every app of the configuration, in order. */
  apps: AppCredentials[];
  /** The answer of `GET /sandbox/state`. */
  state(): SandboxState;
  /** Sets an app's request URLs after a challenge, like `POST /sandbox/apps/:id/urls`. */
  setUrls(appId: string, urls: { event_url?: string; callback_url?: string }): ReturnType<typeof setUrls>;
  /** Moves the clock forward, like `POST /sandbox/clock`. */
  moveClock(to: { now: string } | { advance_ms: number }): ReturnType<typeof moveClock>;
  /** Moves the sandbox's clock alone, to a later time (UTC ms), as while a story is prepared. */
  passTo(ms: number): void;
  /** Resolves when no event is being delivered to a bot. */
  idle(): Promise<void>;
  /** Whether the first app has a request URL or a connected client, so that it gets events. */
  isReachable(): boolean;
  /** What `--data` keeps of it, as it is now: another sandbox can begin with this. */
  copy(): SandboxCopy;
  /**
   * Plays a script (scripts/script-schema.ts) to its end. `settle` resolves when the bot has finished
   * reacting; without it, steps wait for the cards they need. Throws for an invalid script.
   */
  play(script: unknown, settle?: () => Promise<void>): Promise<ScriptRun>;
  /** The script runs so far, with all their steps. */
  scripts: Pick<ScriptRuns, "list" | "find">;
  close(): Promise<void>;
};

/**
 * Starts a local Feishu. Throws for an invalid configuration, naming each wrong path, and for a port that is
 * taken. The configuration's URLs are challenged in the background; the exchange log shows the results. With
 * `data` a stored state takes precedence over the configuration's apps, people and groups, as does a `copy`.
 */
export async function startSandbox(
  config: SandboxConfig,
  options: SandboxOptions = {},
): Promise<RunningSandbox> {
  const read = readConfig(config);
  if (!read.ok) throw new Error(`the sandbox configuration is wrong:\n${read.problems.join("\n")}`);
  const { data } = options;
  const kept = options.copy ?? (data === undefined ? undefined : await loadKept(data));
  const sandbox = assemble(read.config, options, kept?.state);
  if (kept === undefined) furnish(sandbox, read.config);
  else restore(sandbox, kept);
  // A guide that names nobody is a mistake of the configuration, not of the first visitor.
  if (sandbox.guide !== undefined) guideView(sandbox.store, sandbox.guide);
  const switched = sandbox.faults.change(read.config.faults ?? {});
  if (!switched.ok) throw new Error(`faults: ${switched.error}`);
  const scripts = createScriptRuns(sandbox, read.config.scripts);
  const served = await serveSandbox(sandbox, scripts, await withCertificate(options));
  const keeper = data === undefined ? undefined : keepState(sandbox, data);
  void challengeAll(sandbox);
  return running(sandbox, scripts, served, keeper);
}

async function withCertificate(options: SandboxOptions): Promise<SandboxOptions> {
  const { https, data } = options;
  if (https === undefined || https.certificate !== undefined || data === undefined) return options;
  return { ...options, https: { ...https, certificate: await keptCertificate(data, Date.now()) } };
}

function running(
  sandbox: Sandbox,
  scripts: ScriptRuns,
  served: Served,
  keeper: Keeper | undefined,
): RunningSandbox {
  return {
    url: served.url,
    ...(served.https === undefined ? {} : { https: served.https }),
    apps: sandbox.store.apps().map(({ app_id, app_secret, encrypt_key, verification_token }) => ({
      app_id,
      app_secret,
      encrypt_key,
      verification_token,
    })),
    state: () => sandboxState(sandbox),
    setUrls: (appId, urls) => setUrls(sandbox.wire, sandbox.store, appId, urls),
    moveClock: (to) => moveClock(sandbox, to),
    passTo(ms) {
      if (sandbox.clock.moveTo(ms)) sandbox.store.tellClock(ms);
    },
    idle: () => sandbox.courier.idle(),
    isReachable: () => isReachable(sandbox),
    copy: () => copyOf(sandbox),
    async play(script, settle) {
      const started = scripts.start(script, settle);
      if (!started.ok) throw new Error(`the script is wrong:\n${started.error}`);
      return started.done;
    },
    scripts,
    async close() {
      scripts.stopAll();
      sandbox.courier.stop();
      await served.close();
      await keeper?.end();
    },
  };
}

function isReachable({ store, links }: Pick<Sandbox, "links" | "store">): boolean {
  const [first] = store.apps();
  if (first?.event_mode !== "long_connection") return (first?.event_url ?? "") !== "";
  return links.count(first.app_id) > 0;
}

async function challengeAll(sandbox: Pick<Sandbox, "store" | "wire">): Promise<void> {
  for (const app of sandbox.store.apps()) {
    const { event_url, callback_url } = settingsOf(app);
    for (const url of new Set([event_url, callback_url])) {
      if (url !== "") await challengeUrl(sandbox.wire, app, url);
    }
  }
}
