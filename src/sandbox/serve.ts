import type { AddressInfo } from "node:net";
import { type HttpBindings, type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { pageApp } from "./api/page-app.ts";
import { sandboxApp } from "./api/sandbox-app.ts";
import { scriptApp } from "./api/script-app.ts";
import { acceptUpgrades } from "./long-connection/accept-upgrades.ts";
import { platformApp } from "./platform/platform-app.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SandboxOptions } from "./sandbox-options.ts";
import type { ScriptRuns } from "./scripts/script-runs.ts";

export type Served = { url: string; close(): Promise<void> };

const LAST_ANSWERS_MS = 100;

/** Serves the page, the sandbox's own API, the platform and the long connection. Rejects for a port that is taken. */
export async function serveSandbox(
  sandbox: Sandbox,
  scripts: ScriptRuns,
  options: Pick<SandboxOptions, "host" | "port">,
): Promise<Served> {
  const ends = new Set<() => void>();
  const { server, url } = await listen(serverApp(sandbox, scripts, ends), options);
  const cutLinks = acceptUpgrades(server, sandbox);
  return {
    url,
    close() {
      for (const end of ends) end();
      sandbox.links.closeAll();
      return closeServer(server, cutLinks);
    },
  };
}

function serverApp(sandbox: Sandbox, scripts: ScriptRuns, ends: Set<() => void>) {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route("/", pageApp(sandbox.store));
  app.route("/", scriptApp(scripts));
  app.route("/", sandboxApp(sandbox, ends));
  app.route("/", platformApp(sandbox));
  app.onError((error, c) => {
    console.error(`sandbox: ${c.req.method} ${c.req.path}:`, error);
    return c.json({ code: 2200, msg: "Internal Error", error: {} }, 500);
  });
  return app;
}

function listen(app: Hono<{ Bindings: HttpBindings }>, { host, port }: SandboxOptions) {
  const hostname = host ?? "127.0.0.1";
  return new Promise<{ server: ServerType; url: string }>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: port ?? 0, hostname }, (info: AddressInfo) =>
      resolve({ server, url: `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${info.port}` }),
    );
    server.once("error", reject);
  });
}

function closeServer(server: ServerType, cutLinks: () => void): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Answers on their way may finish; connections a client keeps open for later may not hold up the end.
    setTimeout(() => {
      cutLinks();
      if ("closeAllConnections" in server) server.closeAllConnections();
    }, LAST_ANSWERS_MS);
  });
}
