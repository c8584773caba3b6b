import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { type HttpBindings, type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { pageApp } from "./api/page-app.ts";
import { refuseForeign } from "./api/refuse-foreign.ts";
import { sandboxApp } from "./api/sandbox-app.ts";
import { scriptApp } from "./api/script-app.ts";
import { acceptUpgrades } from "./long-connection/accept-upgrades.ts";
import { platformApp } from "./platform/platform-app.ts";
import { type Certificate, createCertificate } from "./redirect/certificate.ts";
import { PLATFORM_HOSTS } from "./redirect/platform-hosts.ts";
import { acceptTunnels } from "./redirect/tunnel.ts";
import type { Sandbox } from "./sandbox.ts";
import type { HttpsOptions, SandboxOptions } from "./sandbox-options.ts";
import type { ScriptRuns } from "./scripts/script-runs.ts";

export type Served = { url: string; https?: { url: string; certificate: string }; close(): Promise<void> };

const LAST_ANSWERS_MS = 100;

/**
 * Serves the page, the sandbox's own API, the platform and the long connection; with `https` also over TLS
 * and as a proxy for the platform's hosts. Rejects when a port is taken.
 */
export async function serveSandbox(
  sandbox: Sandbox,
  scripts: ScriptRuns,
  options: Pick<SandboxOptions, "host" | "port" | "https">,
): Promise<Served> {
  const ends = new Set<() => void>();
  const app = serverApp(sandbox, scripts, ends);
  const plain = await listen(app, options);
  const front = options.https && (await listenSecurely(app, options, options.https));
  const cutTunnels = front === undefined ? () => {} : acceptTunnels(plain.server, front.port);
  const servers = [plain.server, ...(front === undefined ? [] : [front.server])];
  const cuts = servers.map((server) => ({ server, cutLinks: acceptUpgrades(server, sandbox) }));
  return {
    url: plain.url,
    ...(front && { https: { url: front.url, certificate: front.certificate } }),
    async close() {
      for (const end of ends) end();
      sandbox.links.closeAll();
      const cut = (cutLinks: () => void) => () => {
        cutLinks();
        cutTunnels();
      };
      await Promise.all(cuts.map(({ server, cutLinks }) => closeServer(server, cut(cutLinks))));
    },
  };
}

type App = ReturnType<typeof serverApp>;

function serverApp(sandbox: Sandbox, scripts: ScriptRuns, ends: Set<() => void>) {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use("/sandbox/*", refuseForeign);
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

function listen(app: App, { host, port }: Pick<SandboxOptions, "host" | "port">, tls?: Certificate) {
  const hostname = host ?? "127.0.0.1";
  const secure = tls === undefined ? {} : { createServer, serverOptions: tls };
  return new Promise<{ server: ServerType; url: string; port: number }>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: port ?? 0, hostname, ...secure }, (info: AddressInfo) => {
      const name = hostname.includes(":") ? `[${hostname}]` : hostname;
      const scheme = tls === undefined ? "http" : "https";
      resolve({ server, url: `${scheme}://${name}:${info.port}`, port: info.port });
    });
    server.once("error", reject);
  });
}

async function listenSecurely(app: App, { host }: Pick<SandboxOptions, "host">, https: HttpsOptions) {
  const tls = https.certificate ?? createCertificate([...PLATFORM_HOSTS, "localhost"], Date.now());
  const at = { ...(host === undefined ? {} : { host }), port: https.port };
  return { ...(await listen(app, at, tls)), certificate: tls.cert };
}

function closeServer(server: ServerType, cutLinks: () => void): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Answers in progress may finish, but idle keep-alive connections must not delay the end.
    setTimeout(() => {
      cutLinks();
      if ("closeAllConnections" in server) server.closeAllConnections();
    }, LAST_ANSWERS_MS);
  });
}
