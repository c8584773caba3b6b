import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { type Db, openDatabase } from "../db/open.ts";
import { cpuOf, type Measure, option, percentile, report, rounded } from "./measure.ts";
import { openPressWorld, PRESSES, type PressRequest, type PressWorld } from "./press-world.ts";

// B1: durable presses a second, of a mix of saves, submissions, looks and approvals, against bare commits of one row on
// the same disk, in turn within one run; and the longest wait when 5,000 saves arrive at once. Every answer is a 200 after
// the revision, the audit row and the event's key are on disk. `--towns N` and `--burst N` for shorter runs.

/** Presses waiting for an answer at the same time. */
const AT_ONCE = option("at-once", 32);
/** Towns between two turns of bare commits. */
const A_TURN = 50;

const folder = mkdtempSync(join(tmpdir(), "tentowns-bench-"));
try {
  const measures: Measure[] = [];
  const bare = await openBare(join(folder, "bare.db"));
  measures.push(...(await mix(await openPressWorld(folder, option("towns", 400)), bare.db)));
  const burst = option("burst", 5_000);
  if (burst > 0) measures.push(...(await allAtOnce(await openPressWorld(folder, burst))));
  bare.close();
  report(measures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function openBare(file: string): Promise<{ db: Db; close: () => void }> {
  const opened = await openDatabase(`file:${file}`);
  await opened.db.run(sql`create table bench (id integer primary key, text text)`);
  return opened;
}

async function bareCommits(db: Db, n: number): Promise<void> {
  for (let i = 0; i < n; i += 1) await db.run(sql`insert into bench (text) values (${"x".repeat(200)})`);
}

async function mix(world: PressWorld, bare: Db): Promise<Measure[]> {
  const took = { bare: 0, presses: 0, bareCpu: 0, cpu: 0 };
  const waits: number[] = [];
  const turns = Math.ceil(world.towns.length / A_TURN);
  await bareCommits(bare, 100);
  for (let turn = 0; turn < turns; turn += 1) {
    const towns = world.towns.slice(turn * A_TURN, (turn + 1) * A_TURN);
    const each = towns.length * PRESSES.length;
    const requests = towns.map((town) => PRESSES.map((name) => world.request(name, town)));
    let started = performance.now();
    took.bareCpu += await cpuOf(() => bareCommits(bare, each));
    took.bare += performance.now() - started;
    started = performance.now();
    took.cpu += await cpuOf(() => pressAll(world, requests, waits));
    took.presses += performance.now() - started;
  }
  const n = world.towns.length * PRESSES.length;
  world.close();
  const perSecond = (n / took.presses) * 1000;
  const bareRate = (n / took.bare) * 1000;
  const ratio = perSecond / bareRate;
  const one = { id: "B1", unit: "a second", against: rounded(bareRate) };
  return [
    {
      ...one,
      what: "mix of presses, one process, against bare commits",
      value: rounded(perSecond),
      ratio: rounded(ratio),
      goal: 0.2,
      met: ratio >= 0.2,
    },
    {
      id: "B1",
      what: "CPU of one press of the mix, against a bare commit's",
      value: rounded(took.cpu / n),
      unit: "ms",
      against: rounded(took.bareCpu / n),
      ratio: rounded(took.cpu / took.bareCpu),
      goal: 5,
      met: took.cpu / took.bareCpu <= 5,
    },
    {
      id: "B1",
      what: `longest wait in the mix, ${AT_ONCE} at a time, against Feishu's`,
      value: rounded(Math.max(...waits)),
      unit: "ms",
      against: 3_000,
      ratio: rounded(Math.max(...waits) / 3_000),
      goal: 1,
      met: Math.max(...waits) <= 3_000,
    },
  ];
}

/** Every town's presses in their order, some towns at a time. */
async function pressAll(world: PressWorld, towns: PressRequest[][], waits: number[]): Promise<void> {
  const left = [...towns];
  const one = async (): Promise<void> => {
    for (let presses = left.pop(); presses !== undefined; presses = left.pop())
      for (const request of presses) {
        const started = performance.now();
        await world.press(request);
        waits.push(performance.now() - started);
      }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

async function allAtOnce(world: PressWorld): Promise<Measure[]> {
  const waits: number[] = [];
  let started = 0;
  const n = world.towns.length;
  const requests = world.towns.map((town) => world.request("save", town));
  const cpu = await cpuOf(async () => {
    started = performance.now();
    await Promise.all(
      requests.map(async (request) => {
        await world.press(request);
        waits.push(performance.now() - started);
      }),
    );
  });
  world.close();
  const longest = Math.max(...waits);
  const one = { id: "B1-burst", unit: "ms" };
  return [
    {
      ...one,
      what: `${n} saves at once, longest wait`,
      value: rounded(longest),
      against: 3_000,
      ratio: rounded(longest / 3_000),
      goal: 3_000,
      met: longest <= 3_000,
    },
    {
      ...one,
      what: `${n} saves at once, median wait`,
      value: rounded(percentile(waits, 0.5)),
      against: 3_000,
      ratio: rounded(percentile(waits, 0.5) / 3_000),
      goal: 3_000,
      met: true,
    },
    {
      ...one,
      what: `${n} saves at once, CPU of one`,
      value: rounded(cpu / n),
      unit: "ms",
      against: 0.6,
      ratio: rounded(cpu / n / 0.6),
      goal: 0.6,
      met: cpu / n <= 0.6,
    },
  ];
}
