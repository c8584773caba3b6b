import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import Database from "libsql";
import { pipelineSchema, type StreamRequest } from "./hrana-protocol.ts";
import { openStream, Refused, type Stream, type Turns } from "./hrana-stream.ts";

// A database file over HTTP, as a Worker or several bots share it: sqld's and Turso's protocol (Hrana, JSON). A pipeline
// without a baton begins a stream; one that is not closed goes on with the baton of its last answer.

export type Sqld = {
  url: string;
  /** The requests since the last call, ms from then: how many there were, and which waited for which. */
  trips: () => Trip[];
  close: () => Promise<void>;
};
export type Trip = { sent: number; answered: number };

/** A stream nobody has used for this long is ended, ms; as long waits a write for the lock another stream holds. */
const PATIENCE = 10_000;

/** Serves a database file, whose migrations its first user applies. `away`: how far away it is, ms there and back. */
export async function serveDatabase(file: string, { away = 0 } = {}): Promise<Sqld> {
  const path = file.replace(/^file:/, "");
  const turns = oneAfterAnother();
  const idle: Array<InstanceType<typeof Database>> = [];
  const all = new Set<InstanceType<typeof Database>>();
  const streams = new Map<string, { stream: Stream; expiry: NodeJS.Timeout }>();
  let trips: Trip[] = [];

  function begin(): Stream {
    const database = idle.pop() ?? connect(path);
    all.add(database);
    return openStream(database, turns, () => idle.push(database));
  }

  function resume(baton: string): Stream {
    const found = streams.get(baton);
    if (!found) throw new Refused("BATON_UNKNOWN", "the stream has expired, or the baton was used before");
    streams.delete(baton);
    clearTimeout(found.expiry);
    return found.stream;
  }

  function keep(stream: Stream): string | null {
    if (stream.isClosed()) return null;
    const baton = randomUUID();
    const end = () => {
      streams.delete(baton);
      stream.close();
    };
    streams.set(baton, { stream, expiry: setTimeout(end, PATIENCE) });
    return baton;
  }

  async function pipeline(body: string): Promise<object> {
    const { baton, requests } = pipelineSchema.parse(JSON.parse(body));
    const stream = baton ? resume(baton) : begin();
    const results = [];
    for (const request of requests) results.push(await answered(stream, request));
    return { baton: keep(stream), base_url: null, results };
  }

  const server = createServer(async (request, response) => {
    const sent = performance.now();
    const body = await bodyOf(request);
    if (away > 0) await new Promise((resolve) => setTimeout(resolve, away));
    const say = (status: number, document: object) =>
      response
        .writeHead(status, { "content-type": "application/json" })
        .end(JSON.stringify(document), () => trips.push({ sent, answered: performance.now() }));
    if (request.method === "GET" && /^\/v[23]$/.test(request.url ?? "")) return say(200, {});
    if (request.method !== "POST" || !/^\/v[23]\/pipeline$/.test(request.url ?? "")) return say(404, {});
    try {
      say(200, await pipeline(body));
    } catch (error) {
      say(400, { message: error instanceof Error ? error.message : "unknown", code: codeOf(error) });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    trips: () => {
      const since = trips;
      trips = [];
      return since;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const { stream, expiry } of streams.values()) {
        clearTimeout(expiry);
        stream.close();
      }
      for (const database of all) database.close();
    },
  };
}

/** The most requests of which each was sent after the one before was answered: what a press waited for. */
export function sequential(trips: readonly Trip[]): number {
  let [count, until] = [0, Number.NEGATIVE_INFINITY];
  for (const { sent, answered } of trips.toSorted((a, b) => a.answered - b.answered))
    if (sent >= until) [count, until] = [count + 1, answered];
  return count;
}

function connect(path: string): InstanceType<typeof Database> {
  const database = new Database(path, { timeout: 0 });
  for (const pragma of ["journal_mode=WAL", "foreign_keys=ON"]) database.exec(`PRAGMA ${pragma}`);
  return database;
}

/** A request that fails is answered with its error; the ones after it are executed all the same. */
async function answered(stream: Stream, request: StreamRequest): Promise<object> {
  try {
    return { type: "ok", response: await stream.answer(request) };
  } catch (error) {
    const message = error instanceof Error ? error.message : "unknown";
    return { type: "error", error: { message, code: codeOf(error) } };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Refused ? error.code : "UNKNOWN";
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

/** The lock for writing: whoever asks while another stream holds it waits in line, and in the end is told that it is busy. */
function oneAfterAnother(): Turns {
  let holder: object | undefined;
  const waiting: Array<{ stream: object; go: () => void }> = [];
  return {
    take: (stream) => {
      if (holder === undefined || holder === stream) {
        holder = stream;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.splice(waiting.indexOf(entry), 1);
          reject(new Refused("SQLITE_BUSY", "SQLite error: database is locked"));
        }, PATIENCE);
        const entry = {
          stream,
          go: () => {
            clearTimeout(late);
            resolve();
          },
        };
        waiting.push(entry);
      });
    },
    giveBack: (stream) => {
      if (holder !== stream) return;
      const next = waiting.shift();
      holder = next?.stream;
      next?.go();
    },
  };
}
