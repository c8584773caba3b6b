import type { Exchange, SandboxApp } from "../../protocol.ts";

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

const leftOut = new Set(["host", "content-length", "connection", "accept-encoding", "transfer-encoding"]);

function addressOf(exchange: Exchange, apps: readonly SandboxApp[], origin: string): string {
  if (/^https?:/.test(exchange.path)) return exchange.path;
  if (exchange.direction === "from_bot") return `${origin}${exchange.path}`;
  const url = [...apps.flatMap((app) => [app.event_url, app.callback_url])].find(
    (one) => one.endsWith(exchange.path) || one.includes(exchange.path),
  );
  return url ?? exchange.path;
}

/**
 * The exchange as a curl command; `origin` is the sandbox's own address. Masked secrets stay masked.
 * Undefined for exchanges over the long connection.
 */
export function curlOf(exchange: Exchange, apps: readonly SandboxApp[], origin: string): string | undefined {
  if (exchange.method === "WS") return undefined;
  const headers = Object.entries(exchange.request_headers).filter(
    ([name]) => !leftOut.has(name.toLowerCase()),
  );
  return [
    `curl -X ${exchange.method} ${quoted(addressOf(exchange, apps, origin))}`,
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(exchange.request ? [`--data-raw ${quoted(exchange.request)}`] : []),
  ].join(" \\\n  ");
}
