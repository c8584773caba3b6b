import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { type Chance, pass } from "./seeded.ts";

// A network between bot and platform that loses, delays and doubles what passes through it, in one direction or the
// other.

export type Network = {
  url: string;
  /** Where requests go; it changes when the bot is started again. */
  leadTo: (url: string) => void;
  /** A bad network from now on, and a good one again. */
  rage: () => void;
  calm: () => void;
  /** What happened, by kind. */
  counts: Record<string, number>;
  close: () => Promise<void>;
};

const SHARES = { lost: 0.04, unanswered: 0.04, doubled: 0.06, delayed: 0.1 };
const LONGEST_DELAY = 400;

export async function startNetwork(chance: Chance): Promise<Network> {
  let target = "";
  let stormy = false;
  const counts: Record<string, number> = {};
  const happens = (what: keyof typeof SHARES): boolean => {
    const drawn = chance.of(SHARES[what]);
    if (!stormy || !drawn) return false;
    counts[what] = (counts[what] ?? 0) + 1;
    return true;
  };
  const server = createServer(async (request, response) => {
    const body = await buffer(request).catch(() => null);
    if (body === null || happens("lost")) return request.socket.destroy();
    if (happens("delayed")) await pass(chance.between(1, LONGEST_DELAY));
    const send = () => forward(target, request, body);
    const [answer] = await Promise.all([send(), happens("doubled") ? send() : null]);
    if (answer === null || happens("unanswered")) return request.socket.destroy();
    respond(response, answer.head, answer.body);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    leadTo: (url) => {
      target = url;
    },
    rage: () => {
      stormy = true;
    },
    calm: () => {
      stormy = false;
    },
    counts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answer = { head: Response; body: Buffer };

async function forward(target: string, request: IncomingMessage, body: Buffer): Promise<Answer | null> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === "string" && !/^(host|connection|content-length|transfer-encoding)$/.test(name))
      headers.set(name, value);
  const { method = "GET" } = request;
  try {
    const head = await fetch(`${target}${request.url ?? ""}`, {
      ...{ method, headers },
      ...(method === "GET" || method === "HEAD" ? {} : { body: new Uint8Array(body) }),
    });
    return { head, body: Buffer.from(await head.arrayBuffer()) };
  } catch {
    // Nobody is there, or no longer.
    return null;
  }
}

function respond(response: ServerResponse, head: Response, body: Buffer): void {
  response.statusCode = head.status;
  for (const [name, value] of head.headers)
    if (!/^(connection|content-length|content-encoding|transfer-encoding)$/.test(name))
      response.setHeader(name, value);
  response.end(body);
}
