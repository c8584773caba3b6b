import { spawnSync } from "node:child_process";
import type { RunningSandbox } from "../../../src/sandbox/start.ts";
import type { BotProcess } from "../bot-process.ts";
import type { Network } from "./bad-network.ts";
import { type Chance, pass } from "./seeded.ts";

// What happens to the process, its disk and the platform while people work.

export type Struck = {
  sandbox: RunningSandbox;
  bot: BotProcess;
  /** From the platform to the bot. */
  toBot: Network;
  /** What happened, by kind. */
  counts: Record<string, number>;
  /** Ends of the process that nothing explains. */
  problems: string[];
};

const MINUTE = 60_000;
/** A claim of a dead process expires after a minute. */
const LEASE = 61_000;

type Strike = (struck: Struck, chance: Chance) => Promise<void>;

const STRIKES: Record<string, Strike> = {
  kill: async (struck, chance) => {
    await struck.bot.kill();
    await pass(chance.between(0, 400));
    if (chance.of(0.5)) await struck.sandbox.moveClock({ advance_ms: LEASE });
    await startAgain(struck);
  },
  stop: async ({ bot }, chance) => {
    bot.child()?.signal("SIGSTOP");
    await pass(chance.between(100, 1_500));
    bot.child()?.signal("SIGCONT");
  },
  "full disk": async (struck, chance) => {
    const { bot } = struck;
    const pid = String(bot.child()?.pid);
    spawnSync("prlimit", ["--pid", pid, `--fsize=${chance.between(1, 64) * 4_096}:`]);
    const ended = await Promise.race([bot.child()?.ended, pass(chance.between(100, 800))]);
    spawnSync("prlimit", ["--pid", pid, "--fsize=unlimited:"]);
    if (ended) await startAgain(struck);
  },
  // What is due by then goes out while other things happen.
  clock: async (struck, chance) => {
    await Promise.race([moveBoth(struck, chance.between(1, 6) * MINUTE), pass(2_000)]);
  },
  "platform's own trouble": async ({ sandbox }, chance) => {
    const fault = chance.pick(["status_5xx", "rate_limit", "token_expired"]);
    await setFaults(sandbox, { [fault]: { value: true, next: chance.between(1, 6) } });
  },
};

/** Strikes until `isOver`, one thing after the other. */
export async function storm(struck: Struck, chance: Chance, isOver: () => boolean): Promise<void> {
  const [first = "kill", ...others] = Object.keys(STRIKES);
  while (!isOver()) {
    await pass(chance.between(150, 900));
    if (isOver()) return;
    const what = chance.pick([first, ...others]);
    struck.counts[what] = (struck.counts[what] ?? 0) + 1;
    await STRIKES[what]?.(struck, chance);
    await explained(struck);
  }
}

/** Notes an end of the process that was not caused here, and starts it again. */
export async function explained(struck: Struck): Promise<void> {
  const child = struck.bot.child();
  const ended = await Promise.race([child?.ended, pass(0)]);
  if (!ended || !child) return;
  const inWords = /^(the database cannot be used|cannot use the database): /m.test(child.output());
  if (!inWords || ended.code !== 1)
    struck.problems.push(
      `the process ended by itself: ${JSON.stringify(ended)}\n${child.output().slice(-2_000)}`,
    );
  await startAgain(struck);
}

export async function startAgain({ sandbox, bot, toBot }: Struck): Promise<void> {
  toBot.leadTo(await bot.start(new Date(sandbox.state().now).toISOString()));
}

/** Moves the platform's clock, and the bot's where it can hear of it. */
export async function moveBoth({ sandbox, bot }: Pick<Struck, "bot" | "sandbox">, ms: number): Promise<void> {
  await sandbox.moveClock({ advance_ms: ms });
  const [, port] = /"what":"listening","port":(\d+)/.exec(bot.child()?.output() ?? "") ?? [];
  const now = new Date(sandbox.state().now).toISOString();
  const headers = { "content-type": "application/json" };
  await fetch(`http://127.0.0.1:${port}/rehearsal/clock`, {
    ...{ method: "POST", headers, body: JSON.stringify({ now }) },
  }).catch(() => null);
}

export async function setFaults(
  { url }: Pick<RunningSandbox, "url">,
  switches: Record<string, unknown>,
): Promise<void> {
  const headers = { "content-type": "application/json" };
  await fetch(`${url}/sandbox/faults`, { method: "POST", headers, body: JSON.stringify(switches) });
}
