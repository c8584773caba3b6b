import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../../db/open.ts";
import { nextRunAt } from "../../../db/outbox.ts";
import { countReceived } from "../../../db/received.ts";
import { startSandbox } from "../../../src/sandbox/start.ts";
import { IN_MEMORY } from "../../in-memory.ts";
import { PATIENT } from "../../slow-machine.ts";
import { botProcess, envOf } from "../bot-process.ts";
import { withQuarter } from "../quarter-on-disk.ts";
import { startNetwork } from "./bad-network.ts";
import { whatIsWrong } from "./checks.ts";
import { type Ground, NOW } from "./ground.ts";
import { type At, ask, type Diary, fillIn, review } from "./people.ts";
import { pass, seeded } from "./seeded.ts";
import { explained, moveBoth, type Struck, setFaults, startAgain, storm } from "./weather.ts";

// A rehearsed quarter in a storm: people fill in, review and ask while the process is killed and stopped, its disk is
// full, the clock jumps, the platform has its troubles, and the network loses, delays and doubles in both directions.

/** `problems`: what was wrong afterwards; empty after a clean run. `counts`: what happened. */
export type Run = { seed: number; problems: string[]; counts: Record<string, number>; ms: number };

const MINUTE = 60_000;
/** The platform's waits before it delivers an event again, and a claim's expiry before them. */
const LADDER = [61_000, 5 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE];
const QUESTIONS = ["排名", "碛口怎么样", "谁还没报", "什么时候截止", "帮助"] as const;
/** The longest a storm lasts in which something was saved, ms. */
const LONGEST = 45_000;

export async function runStorm(
  seed: number,
  { ground, bundle, longest = LONGEST }: { ground: Ground; bundle: string; longest?: number },
): Promise<Run> {
  const started = performance.now();
  const chance = seeded(seed);
  const folder = mkdtempSync(join(IN_MEMORY, "tentowns-storm-"));
  ground.into(folder);
  const people = ground.people.map(({ openId, name }) => ({ open_id: openId, name }));
  const sandbox = await startSandbox(
    { apps: [{ name: "bot" }], people, now: NOW, faults: { limits_off: true } },
    PATIENT,
  );
  const [app] = sandbox.apps;
  if (!app) throw new Error("no app");
  const [toBot, toPlatform] = [
    await startNetwork(chance.apart("to bot")),
    await startNetwork(chance.apart("to platform")),
  ];
  toPlatform.leadTo(sandbox.url);
  const env = envOf(sandbox, folder, toPlatform.url);
  const bot = botProcess(env, bundle, true);
  const struck: Struck = { sandbox, bot, toBot, counts: {}, problems: [] };
  const diary: Diary = { saves: [], submitted: [], approved: [], messages: [] };
  try {
    await startAgain(struck);
    const hook = `${toBot.url}/feishu/webhook`;
    const set = await sandbox.setUrls(app.app_id, { event_url: hook, callback_url: hook });
    if (!set.ok) throw new Error(set.error);
    const until = performance.now() + longest;
    let done = false;
    // On a machine with other work it goes on until something was done in it.
    const isOver = () => done || (performance.now() > until && diary.saves.length > 0);
    toBot.rage();
    toPlatform.rage();
    const at = (name: string): At => ({ sandbox, chance: chance.apart(name), diary, isOver });
    const working = everybody(ground, at).then(() => {
      done = true;
    });
    await Promise.all([working, storm(struck, chance.apart("storm"), isOver)]);
    for (const network of [toBot, toPlatform]) network.calm();
    await setFaults(sandbox, { status_5xx: null, rate_limit: null, token_expired: null });
    await afterwards(struck, env.DATABASE_URL ?? "");
    struck.problems.push(...linesThatAreNoJson(bot.child()?.output() ?? ""));
    await bot.kill();
    const state = sandbox.state();
    const offline = { ...env, REHEARSAL_NOW: new Date(state.now).toISOString() };
    const wrong = await withQuarter(offline, (deps) => whatIsWrong({ deps, ground, diary, state }));
    const counts = {
      ...struck.counts,
      ...summed(toBot.counts, toPlatform.counts),
      saves: diary.saves.length,
      submitted: diary.submitted.length,
      approved: diary.approved.length,
      messages: diary.messages.length,
    };
    return { seed, problems: [...struck.problems, ...wrong], counts, ms: performance.now() - started };
  } finally {
    await bot.kill();
    await Promise.all([toBot.close(), toPlatform.close(), sandbox.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The officials of the towns, their reviewers, and all others, who ask. */
async function everybody(ground: Ground, at: (name: string) => At): Promise<void> {
  const { people, towns, wanted, reviewedBy } = ground;
  const first = new Set<string>();
  await Promise.all(
    people.map(({ openId, role, area }) => {
      const post = `${role} ${area}`;
      const isFirst = !first.has(post);
      first.add(post);
      if (role === "town_official" && isFirst && towns.includes(area))
        return fillIn(at(openId), { openId, town: area, wanted: wanted.get(area) ?? {} });
      if (role === "county_reviewer" && isFirst)
        return review(at(openId), { openId, towns: reviewedBy(area) });
      return ask(at(openId), openId, QUESTIONS);
    }),
  );
}

/** The storm is over: what was lost is delivered again, and what is owed is sent. */
async function afterwards(struck: Struck, databaseUrl: string): Promise<void> {
  await explained(struck);
  const { db, close } = await openDatabase(databaseUrl);
  try {
    for (const ms of LADDER) {
      await moveBoth(struck, ms);
      const until = performance.now() + 60_000;
      for (;;) {
        await struck.sandbox.idle();
        await explained(struck);
        const next = await nextRunAt(db);
        const isSent = next === null || next > struck.sandbox.state().now + 1_000;
        if (isSent && (await countReceived(db)) === 0) break;
        if (performance.now() > until) {
          struck.problems.push("what was received is not answered, or what is owed not sent");
          return;
        }
        await pass(50);
      }
    }
  } finally {
    close();
  }
}

function linesThatAreNoJson(output: string): string[] {
  const strange = output.split("\n").filter((line) => line !== "" && !line.startsWith("{"));
  return strange.slice(0, 3).map((line) => `a line that is no JSON: ${line}`);
}

function summed(...all: Array<Record<string, number>>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [what, n] of all.flatMap((one) => Object.entries(one))) sums[what] = (sums[what] ?? 0) + n;
  return sums;
}
