import { type ChildProcess, fork } from "node:child_process";
import type { Server } from "node:net";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Log } from "../log.ts";
import type { Memory } from "../metrics.ts";
import { openLine } from "./line.ts";
import { TELL, type ToWorker, type ToWriter, toWriterSchema } from "./messages.ts";

/** The program beside this one: a source, or a bundle. */
const PROGRAM = new URL(`./worker-process${extname(import.meta.url)}`, import.meta.url);
/** A worker that lives shorter than this is started again after a pause that doubles, ms. */
const SETTLED = 60_000;
const SHORTEST_PAUSE = 500;
const LONGEST_PAUSE = 60_000;
/**
 * A worker that said nothing so many times is hung: nobody else can take the connections it holds. Counted at looks of our
 * own, so that a machine that stood still is not held against it. The second: until it is ready.
 */
const SILENT = 5;
const SILENT_AT_START = 20;

/** Every process has a core of its own: helpers that share out one's garbage would take it from another, which costs 7 %. */
export const ONE_CORE = "--no-parallel-scavenge";

export type Workers = {
  /** Says something to each of them. */
  tell: (message: ToWorker) => void;
  /** What each holds, as it last said. */
  memory: () => Memory[];
  /** Has them finish and end; none is started again. Resolves when all have ended. */
  stop: () => Promise<void>;
};

type Worker = {
  child: ChildProcess;
  tell: (message: ToWorker) => void;
  memory: Memory;
  ready: boolean;
  /** Looks since it last said something. */
  silent: number;
};

type Given = {
  /** How many. */
  n: number;
  /** What they listen on too: the system gives each new connection to whoever takes it first. */
  server: Server;
  log: Log;
  /** Whether one may be started now; otherwise it is asked again later. */
  mayStart: () => boolean;
  /** Called when one ended that was not to: what it had in hand is left over. */
  ended: () => void;
  /** What answers a worker's messages; made for each. */
  hearing: () => (message: ToWriter) => unknown;
};

/** Starts processes that answer requests beside this one, and others in the place of those that end. */
export function startWorkers({ n, server, log, mayStart, ended, hearing }: Given): Workers {
  const alive = new Map<number, Worker>();
  let stopping = false;

  function start(worker: number, pause = SHORTEST_PAUSE): void {
    const again = (next: number) => setTimeout(() => start(worker, next), next).unref();
    if (stopping) return;
    if (!mayStart()) {
      again(pause);
      return;
    }
    const began = performance.now();
    const child = startProcess(worker);
    const hear = hearing();
    const line = openLine<ToWorker>(child, (said) => {
      const message = toWriterSchema.parse(said);
      own.silent = 0;
      if (message.kind === "memory") own.memory = message;
      else if (message.kind === "ready") {
        own.ready = true;
        child.send("listen", server);
      } else return hear(message);
    });
    const own = { child, tell: line.tell, memory: { rss: 0, heapUsed: 0 }, ready: false, silent: 0 };
    alive.set(worker, own);
    child.once("exit", (code, signal) => {
      alive.delete(worker);
      if (stopping) return;
      log("warn", "worker ended", { process: worker, code, signal });
      ended();
      const hasLived = performance.now() - began >= SETTLED;
      again(hasLived ? SHORTEST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE));
    });
  }

  for (let worker = 1; worker <= n; worker += 1) start(worker);
  setInterval(() => endHung(alive, log), TELL).unref();
  return {
    tell: (message) => {
      for (const { tell } of alive.values()) tell(message);
    },
    memory: () => [...alive.values()].map(({ memory }) => memory),
    stop: async () => {
      stopping = true;
      const ended = [...alive.values()].map(({ child, tell }) => {
        tell({ kind: "stop" });
        return new Promise((resolve) => child.once("exit", resolve));
      });
      await Promise.all(ended);
    },
  };
}

/** Ends workers that are hung. Another starts in the place of each, as after any end. */
function endHung(alive: ReadonlyMap<number, Worker>, log: Log): void {
  for (const [worker, own] of alive) {
    own.silent += 1;
    if (own.silent <= (own.ready ? SILENT : SILENT_AT_START)) continue;
    log("error", "worker silent", { process: worker, seconds: (own.silent * TELL) / 1_000 });
    own.child.kill("SIGKILL");
  }
}

/** A process of its own numbers, that starts with this one's environment and ends with it. */
function startProcess(worker: number): ChildProcess {
  const isSource = PROGRAM.pathname.endsWith(".ts");
  const child = fork(fileURLToPath(PROGRAM), [String(worker)], {
    // A source needs its loader.
    execArgv: isSource ? [ONE_CORE, "--import", "tsx"] : [ONE_CORE],
    serialization: "advanced",
  });
  child.on("error", () => {});
  return child;
}
