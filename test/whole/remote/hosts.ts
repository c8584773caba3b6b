import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundled } from "../bundled.ts";
import { startChild } from "../child.ts";

// What the product runs on where its database is elsewhere: Node, and Cloudflare's workerd.

export type Host = {
  url: string;
  stop: () => Promise<void>;
  /** Has the heartbeat look at the time, after the database's clock was set to `now` (ISO): Node starts anew for it. */
  wake: (now: string) => Promise<unknown>;
};

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const ENTRY = join(ROOT, "src/worker.ts");

/** Node, as in production; `folder` is for its photos. */
export async function startOnNode(env: Record<string, string>, folder: string): Promise<Host> {
  const bundle = await bundled("bot");
  const kept = { ...env, EVIDENCE_URL: `file:${join(folder, "evidence")}` };
  let child = startChild({ bundle, env: kept });
  const urlOf = async () => {
    const [, port] = await child.said(/"what":"listening","port":(\d+)/);
    return `http://127.0.0.1:${port}`;
  };
  const stop = async () => void (await child.kill("SIGTERM"));
  const host: Host = {
    url: await urlOf(),
    stop,
    wake: async (now) => {
      await stop();
      child = startChild({ bundle, env: { ...kept, REHEARSAL_NOW: now } });
      host.url = await urlOf();
    },
  };
  return host;
}

/**
 * The Worker as built by wrangler, in the local workerd; `folder` is for wrangler's own files. `pack`: the path of another
 * city's pack, named in the configuration as the documents say.
 */
export async function startInWorkerd(
  env: Record<string, string>,
  folder: string,
  pack?: string,
): Promise<Host> {
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "wrangler.toml");
  writeFileSync(config, configWith(pack));
  // No telemetry, no update checks, and no files in the home folder.
  const quiet = {
    ...{ WRANGLER_SEND_METRICS: "false", WRANGLER_SEND_ERROR_REPORTS: "false", WRANGLER_HIDE_BANNER: "true" },
    ...{ CLOUDFLARE_CF_FETCH_ENABLED: "false", WRANGLER_LOG_PATH: join(folder, "logs") },
    WRANGLER_REGISTRY_PATH: join(folder, "registry"),
  };
  Object.assign(process.env, quiet);
  const { unstable_dev } = await import("wrangler");
  const worker = await unstable_dev(ENTRY, {
    config,
    ip: "127.0.0.1",
    port: 0,
    persist: false,
    logLevel: "none",
    inspect: false,
    vars: env,
    experimental: {
      disableExperimentalWarning: true,
      disableDevRegistry: true,
      watch: false,
      testScheduled: true,
    },
  });
  const url = `http://${worker.address}:${worker.port}`;
  return {
    url,
    wake: () => fetch(`${url}/__scheduled?cron=*+*+*+*+*`),
    stop: async () => {
      await worker.stop();
      for (const name of Object.keys(quiet)) delete process.env[name];
    },
  };
}

/** The shipped configuration for a folder elsewhere: its files are named from the root. */
function configWith(pack?: string): string {
  const text = readFileSync(join(ROOT, "wrangler.toml"), "utf8");
  const named = pack === undefined ? text : text.replace(/^("#pack" = ).*$/m, `$1"${pack}"`);
  return named.replaceAll('"./', `"${ROOT}`).replace(/^main = "/m, `main = "${ROOT}`);
}
