import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createFeishu } from "../../src/feishu/client.ts";
import type { Feishu } from "../../src/feishu/feishu.ts";

export type Seen = { method: string; url: URL; headers: Headers; body: Buffer; json: unknown };
type Answer = (seen: Seen, response: ServerResponse) => void;

export const appSecret = "app-secret-0123456789abcdef";

/**
 * A server that answers like the platform; undefined routes get 404. Tokens are `t-token-1`, `t-token-2` and
 * so on.
 */
export const startPlatform = async () => {
  const seen: Seen[] = [];
  const routes = new Map<string, Answer>();
  const server = createServer(async (request, response) => {
    const one = await read(request);
    seen.push(one);
    const answer = routes.get(`${one.method} ${one.url.pathname}`);
    if (answer) answer(one, response);
    else response.writeHead(404).end("404 page not found");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const domain = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const log: string[] = [];

  const on = (route: string, answer: Answer) => routes.set(route, answer);
  const asked = (path: string) => seen.filter((one) => one.url.pathname === path);
  on(`POST ${tokenPath}`, (_, response) => {
    const tenant_access_token = `t-token-${asked(tokenPath).length}`;
    reply(response, 200, { code: 0, msg: "ok", tenant_access_token, expire: 7200 });
  });
  const connect = (timeoutMs = 5000): Feishu =>
    createFeishu({
      appId: "cli_0123456789abcdef",
      appSecret,
      domain,
      timeoutMs,
      log: (level, line) => log.push(`${level} ${line}`),
    });
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { domain, seen, asked, on, log, connect, stop };
};

export type Platform = Awaited<ReturnType<typeof startPlatform>>;

export const tokenPath = "/open-apis/auth/v3/tenant_access_token/internal";

export const reply = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify(body));
};

/** An answer with code 0. */
export const ok =
  (data: unknown): Answer =>
  (_, response) =>
    reply(response, 200, { code: 0, msg: "success", data });

const read = async (request: IncomingMessage): Promise<Seen> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const isJson = headers.get("content-type")?.startsWith("application/json") === true;
  return {
    method: request.method ?? "",
    url: new URL(request.url ?? "/", "http://platform.test"),
    headers,
    body,
    json: isJson && body.length > 0 ? JSON.parse(body.toString("utf8")) : undefined,
  };
};
