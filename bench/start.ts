import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PRODUCT, ROOT, refresh } from "../build/bundle.mjs";
import { type Measure, option, percentile, report, rounded } from "./measure.ts";
import { SECRETS } from "./signed-request.ts";

// B5: from the start of the process to ready, and the memory it then holds, against a process that only imports the SDK,
// hono, libSQL and zod; in turn, on a database that is there already. And the demo: listening, and ready to be used; and
// the sandbox as a package of its own.

const ROUNDS = option("rounds", 5);
/** A program that has not said by then that it is ready never will, ms. */
const LONGEST = 60_000;
/** Memory is read once what begins at the start has ended, ms. */
const REST = 500;
const PAGE = 4096;
const IMPORTS = `
  await Promise.all(["@larksuiteoapi/node-sdk", "hono", "@libsql/client", "zod"].map((name) => import(name)));
  console.log("imported");
  setInterval(() => {}, 1000);
`;

type Started = { ms: number; megabytes: number };

const folder = mkdtempSync(join(tmpdir(), "tentowns-start-"));
const BOT = [join(ROOT, PRODUCT.folder, "bot.mjs")];
const production = {
  ...{ ...SECRETS, FEISHU_DOMAIN: "http://127.0.0.1:9", PORT: "0", NODE_ENV: "production", WORKERS: "1" },
  ...{ DATABASE_URL: `file:${folder}/start.db`, EVIDENCE_URL: `file:${folder}/evidence` },
};
const SANDBOX = [join(ROOT, "dist/feishu-sandbox/feishu-sandbox.js"), "--port", "0"];
const programs = {
  imports: () => start(["--input-type=module", "-e", IMPORTS], {}, /imported/),
  bot: () => start(BOT, production, /"listening"/),
  listening: () => start(BOT, { PORT: "0", TMPDIR: folder }, /"listening"/),
  usable: () => start(BOT, { PORT: "0", TMPDIR: folder }, /and choose who you are/),
  sandbox: () => start(SANDBOX, {}, /"url"/),
};
type Program = keyof typeof programs;

try {
  await refresh({ page: true });
  execFileSync(process.execPath, ["--import", "tsx", join(ROOT, "src/sandbox/pack/pack.ts")], { cwd: ROOT });
  const found: Record<Program, Started[]> = { imports: [], bot: [], listening: [], usable: [], sandbox: [] };
  // The first start makes the database.
  await programs.bot();
  const names: Program[] = ["imports", "bot", "listening", "usable", "sandbox"];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of names) found[name].push(await programs[name]());
  const median = (name: Program, what: keyof Started) =>
    percentile(
      found[name].map((one) => one[what]),
      0.5,
    );
  const time = (what: string, name: Program, goal: number): Measure => {
    const [value, against] = [median(name, "ms"), median("imports", "ms")];
    return {
      ...{ id: "B5", what, value: rounded(value), unit: "ms", against: rounded(against) },
      ...{ ratio: rounded(value / against), goal, met: value <= goal },
    };
  };
  const [held, least] = [median("bot", "megabytes"), median("imports", "megabytes")];
  report([
    time("start to ready", "bot", 1_000),
    {
      ...{ id: "B5", what: "memory when ready", value: rounded(held), unit: "MB", against: rounded(least) },
      ...{ ratio: rounded(held / least), goal: 1.3, met: held / least <= 1.3 },
    },
    time("demo: start to listening", "listening", 1_000),
    time("demo: start to usable", "usable", 4_000),
    time("sandbox as a package: start to listening", "sandbox", 1_000),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Starts a program; resolves with the time until it says so, and what it holds a moment later. */
async function start(args: string[], env: Record<string, string>, says: RegExp): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { PATH: process.env.PATH, ...env } });
  const ended = once(child, "exit");
  try {
    await saying(child, says);
    const ms = performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, REST));
    const [, pages = "0"] = readFileSync(`/proc/${child.pid}/statm`, "utf8").split(" ");
    return { ms, megabytes: (Number(pages) * PAGE) / 1e6 };
  } finally {
    child.kill("SIGKILL");
    await ended;
    // Whatever it started may still hold the other end.
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

function saying(child: ChildProcess, what: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`not ready: ${said}`)), LONGEST);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (what.test(said)) done();
    };
    const done = () => {
      clearTimeout(late);
      resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => {
      clearTimeout(late);
      reject(new Error(`ended: ${said}`));
    });
  });
}
