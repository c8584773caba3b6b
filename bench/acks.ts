import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { cpuSeconds, type Measure, option, report, rounded } from "./measure.ts";
import { postAgain } from "./post-again.ts";
import { messageEvent, signedRequest } from "./signed-request.ts";

// B2: signed message events acknowledged a second, each stored first and answered meanwhile or later, against the official
// SDK's own HTTP adapter with an empty handler, in turn within one run; and the same until the last reply is stored. Server and client are two processes on one
// machine; what a server's own processor time allows is a line of its own. `--seconds N` for a shorter run.

const SECONDS = option("seconds", 2);
const TURNS = 3;
const CONNECTIONS = 32;
/** More than either server answers in one turn. */
const EVENTS = 12_000 * SECONDS;
/** What officials and leaders send most. */
const TEXTS = ["我有什么没办", "排名", "什么时候截止", "谢谢", "帮助"];
const started = z.object({ url: z.string() });
const running: ChildProcess[] = [];

try {
  const [bot, sdk] = [await start("bot"), await start("sdk")];
  const rates = { bot: { acks: 0, cpu: 0 }, sdk: { acks: 0, cpu: 0 } };
  let answering = 0;
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [name, server] of [
      ["sdk", sdk],
      ["bot", bot],
    ] as const) {
      const requests = Array.from({ length: name === "bot" ? EVENTS / 2 : EVENTS }, (_, n) =>
        event(`${name}${turn}-${n}`, n),
      );
      const before = cpuSeconds(server.pid);
      const options = { connections: CONNECTIONS, seconds: SECONDS, expected: "" };
      const { perSecond } = await postAgain(server.url, {}, requests, options);
      rates[name].acks += perSecond * SECONDS;
      if (name === "bot") answering += await untilAnswered(server.url);
      rates[name].cpu += cpuSeconds(server.pid) - before;
    }
  const seconds = TURNS * SECONDS;
  report([
    compared(
      "signed message events acknowledged, stored to be answered",
      rates.bot.acks / seconds,
      rates.sdk.acks / seconds,
    ),
    compared(
      "the same until the last reply is stored",
      rates.bot.acks / (seconds + answering),
      rates.sdk.acks / seconds,
    ),
    compared(
      "answered for a second of the server's processor",
      rates.bot.acks / rates.bot.cpu,
      rates.sdk.acks / rates.sdk.cpu,
    ),
  ]);
} finally {
  for (const server of running) server.kill();
}

/** Waits until everything acknowledged is answered; the time it took, s. */
async function untilAnswered(hook: string): Promise<number> {
  const started = performance.now();
  for (;;) {
    const metrics = await (await fetch(new URL("/metrics", hook))).text();
    const [, n] = metrics.match(/^tentowns_events_unanswered (\d+)$/m) ?? [];
    if (n === undefined) throw new Error("no count of what is unanswered");
    if (n === "0") return (performance.now() - started) / 1_000;
    await wait(50);
  }
}

function compared(what: string, value: number, against: number): Measure {
  const ratio = value / against;
  return {
    id: "B2",
    what,
    value: rounded(value),
    unit: "a second",
    against: rounded(against),
    ratio: rounded(ratio),
    goal: 0.5,
    met: ratio >= 0.5,
  };
}

function event(id: string, n: number): { body: string; headers: Record<string, string> } {
  const text = TEXTS[n % TEXTS.length] ?? "";
  const { body, headers } = signedRequest("im.message.receive_v1", messageEvent("ou_leader", text, id), id);
  return { body, headers };
}

async function start(which: "bot" | "sdk"): Promise<{ url: string; pid: number }> {
  const file = fileURLToPath(new URL("ack-server.ts", import.meta.url));
  const server = spawn(process.execPath, ["--import", "tsx", file, which], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.push(server);
  const line = await new Promise<string>((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`${which} ended with ${code}`)));
    server.stdout?.once("data", (data) => resolve(String(data)));
  });
  return { ...started.parse(JSON.parse(line)), pid: server.pid ?? 0 };
}
