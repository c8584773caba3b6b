import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { grownProgramme } from "./grown-programme.ts";
import { cpuSecondsOfAll } from "./measure.ts";
import { openPost, requestBytes } from "./post-again.ts";
import { isDoneIn, PRESSES, type PressName, pressRequests } from "./press-requests.ts";

// Presses of a programme's towns over HTTP to the bot in processes of its own (press-server.ts). Client and servers share the
// machine; requests are signed before the time is taken.

export type Presser = {
  towns: string[];
  /** Each item's presses one after the other, the items over some connections at once; the wait for each answer since `from`, or since it was sent, ms. */
  press: (sequences: Signed[][], over: Connections, from?: number) => Promise<number[]>;
  signed: (name: PressName, town: string) => Signed;
  connect: (n: number) => Promise<Connections>;
  /** What the processor has spent on all of the bot's processes, s. */
  cpu: () => number;
  close: () => void;
};
type Signed = { name: PressName; town: string; bytes: Buffer };
type Connections = Array<Awaited<ReturnType<typeof openPost>>>;

const started = z.object({ url: z.string() });

export async function startPresser(folder: string, size: number, processes: number): Promise<Presser> {
  const file = fileURLToPath(new URL("press-server.ts", import.meta.url));
  const server = spawn(process.execPath, ["--import", "tsx", file, folder, String(size), String(processes)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { url } = started.parse(JSON.parse(await firstLine(server)));
  const programme = grownProgramme(size);
  const request = pressRequests(programme, Date.now());
  const opened: Connections = [];
  return {
    towns: programme.towns.map(({ slug }) => slug),
    signed: (name, town) => {
      const { init } = request(name, town);
      return { name, town, bytes: requestBytes(url, {}, init) };
    },
    connect: async (n) => {
      const connections = await Promise.all(Array.from({ length: n }, () => openPost(url)));
      opened.push(...connections);
      return connections;
    },
    press: async (sequences, over, from) => {
      const left = [...sequences];
      const waits: number[] = [];
      const one = async ({ post }: Connections[number]) => {
        for (let presses = left.pop(); presses !== undefined; presses = left.pop())
          for (const { name, town, bytes } of presses) {
            const since = from ?? performance.now();
            const body = await post(bytes);
            if (!isDoneIn(name, body)) throw new Error(`${name} of ${town}: ${body.slice(0, 200)}`);
            waits.push(performance.now() - since);
          }
      };
      await Promise.all(over.map(one));
      return waits;
    },
    cpu: () => cpuSecondsOfAll(server.pid ?? 0),
    close: () => {
      for (const { close } of opened) close();
      server.kill();
    },
  };
}

/** Every press of a town, in order. */
export function allPresses({ signed }: Presser, town: string): Signed[] {
  return PRESSES.map((name) => signed(name, town));
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`ended with ${code}`)));
    server.stdout?.once("data", (data) => resolve(String(data)));
  });
}
