import { once } from "node:events";
import { connect } from "node:net";

export type RateLimit = { perSecond: number; p50: number; p99: number };

/** A body with headers of its own, such as its signature. */
export type Signed = { body: string; headers: Record<string, string> };

/** A request as it goes over a socket, made beforehand so that it costs nothing when it is sent. */
export function requestBytes(url: string, headers: Record<string, string>, one: string | Signed): Buffer {
  const { hostname, port, pathname, search } = new URL(url);
  const { body, headers: own } = typeof one === "string" ? { body: one, headers: {} } : one;
  const length = String(Buffer.byteLength(body));
  const all = { host: `${hostname}:${port}`, ...headers, ...own, "content-length": length };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([`POST ${pathname}${search} HTTP/1.1`, ...lines, "", body].join("\r\n"));
}

/**
 * A kept-alive connection for one request after the other, each answered by its body in latin1. A plain socket, so that
 * the client costs little of the machine it shares with the server. Rejects an answer that is not 200.
 */
export async function openPost(url: string) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  let got = Buffer.alloc(0);
  let waiting: { resolve: (body: string) => void; reject: (error: unknown) => void } | undefined;
  socket.on("error", (error) => waiting?.reject(error));
  socket.on("data", (part) => {
    got = got.length === 0 ? part : Buffer.concat([got, part]);
    const answer = wholeAnswer(got);
    if (answer === undefined) return;
    got = Buffer.alloc(0);
    if (answer.startsWith("not 200")) waiting?.reject(new Error(answer.slice(0, 300)));
    else waiting?.resolve(answer);
  });
  return {
    post: (request: Buffer) =>
      new Promise<string>((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/**
 * Posts bodies over some connections for a while, and counts the answers. Throws for an answer that is not 200 or does not
 * start with `expected`.
 */
export async function postAgain(
  url: string,
  headers: Record<string, string>,
  bodies: ReadonlyArray<string | Signed>,
  options: { connections: number; seconds: number; expected: string },
): Promise<RateLimit> {
  const requests = bodies.map((one) => requestBytes(url, headers, one));
  const waits: number[] = [];
  const end = performance.now() + options.seconds * 1000;
  let next = 0;
  const one = async () => {
    const { post, close } = await openPost(url);
    for (;;) {
      const sentAt = performance.now();
      if (sentAt >= end) return close();
      const answer = await post(requests[next++ % requests.length] ?? Buffer.alloc(0));
      if (!answer.startsWith(options.expected)) throw new Error(answer.slice(0, 300));
      waits.push(performance.now() - sentAt);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: options.connections }, one));
  const perSecond = Math.round(waits.length / ((performance.now() - started) / 1000));
  waits.sort((a, b) => a - b);
  const at = (share: number) => Number((waits[Math.floor(waits.length * share)] ?? 0).toFixed(1));
  return { perSecond, p50: at(0.5), p99: at(0.99) };
}

/** The body of an answer that has arrived whole and says 200. */
function wholeAnswer(bytes: Buffer): string | undefined {
  const text = bytes.toString("latin1");
  const head = text.indexOf("\r\n\r\n");
  if (head === -1) return undefined;
  if (!text.startsWith("HTTP/1.1 200 ")) return `not 200: ${text}`;
  const body = text.slice(head + 4);
  const [, length] = text.slice(0, head).match(/content-length: (\d+)/i) ?? [];
  if (length !== undefined) return body.length >= Number(length) ? body : undefined;
  return body.endsWith("0\r\n\r\n") ? body.replace(/^[0-9a-f]+\r\n/, "") : undefined;
}
