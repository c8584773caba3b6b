import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundled } from "../bundled.ts";
import { startChild } from "../child.ts";

// What the product runs on where its database is elsewhere: Node, and Cloudflare's workerd.

export type Host = { url: string; stop: () => Promise<void> };

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const ENTRY = join(ROOT, "src/worker.ts");

/** Node, as in production; `folder` is for its photos. */
export async function startOnNode(env: Record<string, string>, folder: string): Promise<Host> {
  const child = startChild({
    bundle: await bundled("bot"),
    env: { ...env, EVIDENCE_URL: `file:${join(folder, "evidence")}` },
  });
  const [, port] = await child.said(/"what":"listening","port":(\d+)/);
  return { url: `http://127.0.0.1:${port}`, stop: async () => void (await child.kill("SIGTERM")) };
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
  return {
    url: `http://${worker.address}:${worker.port}`,
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
