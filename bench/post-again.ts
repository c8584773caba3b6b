import { connect } from "node:net";

export type RateLimit = { perSecond: number; p50: number; p99: number };

/** A body with headers of its own, such as its signature. */
export type Signed = { body: string; headers: Record<string, string> };

/**
 * Posts bodies over some kept-alive connections, each one after the other, for a while, and counts the answers. Plain
 * sockets, so that the client costs little of the machine it shares with the server. Throws for an answer that is not 200
 * or does not start with `expected`.
 */
export async function postAgain(
  url: string,
  headers: Record<string, string>,
  bodies: ReadonlyArray<string | Signed>,
  options: { connections: number; seconds: number; expected: string },
): Promise<RateLimit> {
  const { hostname, port, pathname, search } = new URL(url);
  const requests = bodies.map((one) => {
    const { body, headers: own } = typeof one === "string" ? { body: one, headers: {} } : one;
    const length = Buffer.byteLength(body);
    const all = { host: `${hostname}:${port}`, "content-length": length, ...headers, ...own };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    return Buffer.from([`POST ${pathname}${search} HTTP/1.1`, ...lines, "", body].join("\r\n"));
  });
  const waits: number[] = [];
  const end = performance.now() + options.seconds * 1000;
  let next = 0;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let got = Buffer.alloc(0);
      let sentAt = 0;
      const send = () => {
        sentAt = performance.now();
        if (sentAt >= end) return socket.end(() => resolve());
        socket.write(requests[next++ % requests.length] ?? "");
      };
      socket.on("connect", send);
      socket.on("error", reject);
      socket.on("data", (part) => {
        got = got.length === 0 ? part : Buffer.concat([got, part]);
        const answer = wholeAnswer(got);
        if (answer === undefined) return;
        if (!answer.startsWith(options.expected)) return reject(new Error(answer.slice(0, 300)));
        waits.push(performance.now() - sentAt);
        got = Buffer.alloc(0);
        send();
      });
    });
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
