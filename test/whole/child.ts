import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { IN_MEMORY } from "../in-memory.ts";

// The product as a separate process with only the environment given by a test.

export type Ended = { code: number | null; signal: NodeJS.Signals | null };
export type Child = {
  /**
   * Resolves with the match once stdout and stderr together match the pattern; rejects if the process ends
   * before.
   */
  said: (pattern: RegExp) => Promise<RegExpExecArray>;
  output: () => string;
  ended: Promise<Ended>;
  pid: number;
  /** Sends a signal that does not end it: `SIGSTOP`, `SIGCONT`. */
  signal: (signal: NodeJS.Signals) => void;
  /** Kills the process and resolves when it has ended; with SIGKILL by default, like a power failure. */
  kill: (signal?: NodeJS.Signals) => Promise<Ended>;
};

export type ChildOptions = {
  /** The bundle to run, see `bundled`; or a script that runs it. */
  bundle: string;
  env?: Record<string, string>;
  /** Makes file permissions apply to root too; see `whyUnbound`. */
  bound?: boolean | undefined;
  /** A write beyond a limit on the size of files fails, as on a full disk, instead of ending the process. */
  limited?: boolean | undefined;
};

const LIMITED = ["bash", "-c", `trap '' XFSZ; exec "$0" "$@"`];

const isRoot = process.getuid?.() === 0;
const DROPPED = "-dac_override,-dac_read_search";
/** Runs root without the capability to bypass permissions. */
const BIND = ["setpriv", `--inh-caps=${DROPPED}`, `--bounding-set=${DROPPED}`];

/** Why file permissions cannot be enforced for the user the product runs as; undefined if they are. */
export function whyUnbound(): string | undefined {
  const [command = "", ...options] = BIND;
  const holds = !isRoot || spawnSync(command, [...options, "true"]).status === 0;
  return holds ? undefined : "root may write anywhere, and setpriv cannot take that away here";
}

const alive = new Set<() => void>();
// If a test file is aborted, its processes are ended too.
process.on("exit", () => {
  for (const end of alive) end();
});

/** Starts the product as in production. */
export function startChild({ bundle, env = {}, bound = false, limited = false }: ChildOptions): Child {
  const around = [...(bound && isRoot ? BIND : []), ...(limited ? LIMITED : [])];
  const run = bundle.endsWith(".sh") ? [bundle] : [process.execPath, bundle];
  const [command = "", ...args] = [...around, ...run];
  const { PATH = "", HOME = "" } = process.env;
  // Of its own, since one that is killed removes nothing.
  const temporary = mkdtempSync(join(IN_MEMORY, "tentowns-child-"));
  const child = spawn(command, args, {
    // One process, but for tests of several.
    env: { PATH, HOME, TMPDIR: temporary, PORT: "0", WORKERS: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const clear = () => rmSync(temporary, { recursive: true, force: true });
  const end = () => {
    child.kill("SIGKILL");
    clear();
  };
  alive.add(end);
  let output = "";
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    // There is no further output after "close".
    child.once("close", (code, signal) => {
      alive.delete(end);
      clear();
      resolve({ code, signal });
    });
  });
  const said = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output);
        if (!found) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      void ended.then(() => reject(new Error(`ended without saying ${pattern}:\n${output}`)), reject);
      look();
    });
  return {
    said,
    pid: child.pid ?? 0,
    signal: (signal) => void child.kill(signal),
    output: () => output,
    ended,
    kill: (signal = "SIGKILL") => {
      child.kill(signal);
      return ended;
    },
  };
}
