import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { type Db, openDatabase } from "../db/open.ts";
import { cpuOf, type Measure, option, percentile, report, rounded } from "./measure.ts";
import { PRESSES, type PressRequest } from "./press-requests.ts";
import { openPressWorld, type PressWorld } from "./press-world.ts";
import { allPresses, type Presser, startPresser } from "./presses-over-http.ts";

// B1: durable presses a second, of a mix of saves, submissions, looks and approvals, against bare commits of one row on
// the same disk, in turn within one run; and the longest wait when 5,000 saves arrive at once. Every answer is a 200 after
// the revision, the audit row and the event's key are on disk. Both in one process, without HTTP, and over HTTP with as many
// processes as cores (`--processes N`), which client and bare commits share. The first turn, in which code is compiled, does
// not count. `--towns N` and `--burst N` for shorter runs.

/** Presses waiting for an answer at the same time. */
const AT_ONCE = option("at-once", 32);
const TOWNS = option("towns", 400);
/** Towns between two turns of bare commits. */
const A_TURN = Math.min(50, Math.ceil(TOWNS / 4));
/** Processes over HTTP; and connections over which a burst comes, each with its share of it. */
const PROCESSES = option("processes", Math.max(2, availableParallelism()));
const CONNECTIONS = 500;

const folder = mkdtempSync(join(tmpdir(), "tentowns-bench-"));
try {
  const measures: Measure[] = [];
  const bare = await openBare(join(folder, "bare.db"));
  measures.push(...(await mix(await openPressWorld(folder, TOWNS), bare.db)));
  measures.push(...(await mixOverHttp(await startPresser(subfolder("mix"), TOWNS, PROCESSES), bare.db)));
  const burst = option("burst", 5_000);
  if (burst > 0) {
    measures.push(...(await allAtOnce(await openPressWorld(folder, burst))));
    measures.push(await burstOverHttp(await startPresser(subfolder("burst"), burst, PROCESSES)));
  }
  bare.close();
  report(measures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function subfolder(name: string): string {
  return mkdtempSync(join(folder, name));
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
  const turns = turnsOf(world.towns);
  await bareCommits(bare, 100);
  for (const [turn, towns] of turns.entries()) {
    const each = towns.length * PRESSES.length;
    const requests = towns.map((town) => PRESSES.map((name) => world.request(name, town)));
    const mine = turn === 0 ? [] : waits;
    const plain = await timed(() => bareCommits(bare, each));
    const pressed = await timed(() => pressAll(world, requests, mine));
    if (turn === 0) continue;
    took.bare += plain.ms;
    took.bareCpu += plain.cpu;
    took.presses += pressed.ms;
    took.cpu += pressed.cpu;
  }
  const n = counted(turns);
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

/** Towns by turn; the first does not count. */
function turnsOf(towns: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(towns.length / A_TURN) }, (_, turn) =>
    towns.slice(turn * A_TURN, (turn + 1) * A_TURN),
  );
}

function counted([, ...turns]: readonly string[][]): number {
  return turns.flat().length * PRESSES.length;
}

async function timed(work: () => Promise<unknown>): Promise<{ ms: number; cpu: number }> {
  const started = performance.now();
  const cpu = await cpuOf(work);
  return { ms: performance.now() - started, cpu };
}

async function mixOverHttp(presser: Presser, bare: Db): Promise<Measure[]> {
  const took = { bare: 0, bareCpu: 0, presses: 0, client: 0, cpu: 0 };
  const waits: number[] = [];
  const turns = turnsOf(presser.towns);
  const over = await presser.connect(AT_ONCE);
  for (const [turn, towns] of turns.entries()) {
    const sequences = towns.map((town) => allPresses(presser, town));
    const plain = await timed(() => bareCommits(bare, towns.length * PRESSES.length));
    let waited: number[] = [];
    const before = presser.cpu();
    const pressed = await timed(async () => {
      waited = await presser.press(sequences, over);
    });
    if (turn === 0) continue;
    took.bare += plain.ms;
    took.presses += pressed.ms;
    took.bareCpu += plain.cpu;
    took.client += pressed.cpu;
    took.cpu += (presser.cpu() - before) * 1000;
    waits.push(...waited);
  }
  presser.close();
  const n = counted(turns);
  const [perSecond, bareRate] = [(n / took.presses) * 1000, (n / took.bare) * 1000];
  const ratio = perSecond / bareRate;
  const longest = Math.max(...waits);
  const [cpu, bareCpu] = [took.cpu / n, took.bareCpu / n];
  return [
    {
      ...{
        id: "B1",
        unit: "ms",
        value: rounded(cpu),
        against: rounded(bareCpu),
        ratio: rounded(cpu / bareCpu),
      },
      what: `CPU of one press over HTTP, all ${PROCESSES} processes, against a bare commit's`,
      ...{ goal: 5, met: cpu / bareCpu <= 5 },
    },
    {
      ...{ id: "B1", unit: "a second", against: rounded(bareRate), value: rounded(perSecond) },
      what: `the same mix over HTTP, ${PROCESSES} processes; the client takes ${rounded(took.client / n)} ms of CPU a press`,
      ...{ ratio: rounded(ratio), goal: 0.4, met: ratio >= 0.4 },
    },
    {
      ...{ id: "B1", unit: "ms", against: 3_000, value: rounded(longest) },
      what: `longest wait over HTTP, ${AT_ONCE} at a time, against Feishu's`,
      ...{ ratio: rounded(longest / 3_000), goal: 1, met: longest <= 3_000 },
    },
  ];
}

async function burstOverHttp(presser: Presser): Promise<Measure> {
  const requests = presser.towns.map((town) => [presser.signed("save", town)]);
  const over = await presser.connect(Math.min(CONNECTIONS, requests.length));
  const longest = Math.max(...(await presser.press(requests, over, performance.now())));
  presser.close();
  return {
    ...{ id: "B1-burst", unit: "ms", value: rounded(longest), against: 3_000 },
    what: `${requests.length} saves at once over HTTP, ${PROCESSES} processes, longest wait`,
    ...{ ratio: rounded(longest / 3_000), goal: 3_000, met: longest <= 3_000 },
  };
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
