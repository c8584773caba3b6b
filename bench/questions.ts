import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../db/open.ts";
import { createApp } from "../src/app.ts";
import { warmUp } from "../src/bot/questions/warm-up.ts";
import type { Deps } from "../src/deps.ts";
import type { Programme } from "../src/domain/programme/programme.ts";
import { depsOver } from "./bench-deps.ts";
import { grownProgramme } from "./grown-programme.ts";
import { type Measure, percentile, report, rounded } from "./measure.ts";
import { fillQuarters } from "./questions-world.ts";
import { messageEvent, signedRequest } from "./signed-request.ts";

// B6: a question answered, from the signed event to the reply stored in the outbox, the first one after a start included;
// against an event that is only acknowledged. With 13 towns and with as many as the country has; `--towns N` measures one
// size alone, `--each` prints every question. CPU is the process', and tells more than the clock on a shared machine.

const SIZES = [
  { towns: 13, goal: 30 },
  { towns: 21_421, goal: 60 },
];
const ROUNDS = 8;
const folder = mkdtempSync(join(tmpdir(), "tentowns-questions-"));

/** Milliseconds a question took, by the clock and of the processor. */
type Took = { text: string; ms: number; cpu: number };

try {
  const measures: Measure[] = [];
  const asked = Number(process.argv[process.argv.indexOf("--towns") + 1]);
  const sizes = process.argv.includes("--towns") ? [{ towns: asked, goal: asked > 2_000 ? 60 : 30 }] : SIZES;
  for (const { towns, goal } of sizes) measures.push(...(await measured(towns, goal)));
  report(measures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measured(towns: number, goal: number): Promise<Measure[]> {
  const programme = grownProgramme(towns);
  const file = `file:${join(folder, `${towns}.db`)}`;
  const filled = await openDatabase(file);
  const leader = await fillQuarters(depsOver(filled.db, programme, folder));
  filled.close();
  // A start of its own: a new connection, and the pack as it is read from the file.
  const { db, close } = await openDatabase(file);
  let answered: Promise<unknown> = Promise.resolve();
  const deps: Deps = {
    ...depsOver(db, structuredClone(programme), folder),
    defer: (work) => {
      answered = work();
    },
  };
  await warmUp(deps);
  const app = createApp(deps, undefined, async () => {});
  const ask = async (type: string, event: unknown, id: string): Promise<Omit<Took, "text">> => {
    const request = signedRequest(type, event, id);
    const [started, before] = [performance.now(), process.cpuUsage()];
    const answer = await app.request("/feishu/webhook", request);
    await answer.text();
    await answered;
    if (answer.status !== 200) throw new Error(`${answer.status} for ${id}`);
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - started, cpu: (user + system) / 1000 };
  };
  const questions = questionsOf(programme);
  const waits: Took[] = [];
  const acks: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [i, text] of questions.entries()) {
      const id = `${round}-${i}`;
      waits.push({ text, ...(await ask("im.message.receive_v1", messageEvent(leader, text, id), id)) });
      acks.push((await ask("im.message.message_read_v1", {}, `read-${id}`)).ms);
    }
  const stored = await db.all<{ n: number }>("select count(*) n from outbox");
  if ((stored[0]?.n ?? 0) < waits.length) throw new Error("a question has no stored reply");
  close();
  if (process.argv.includes("--each")) printEach(waits);
  const against = percentile(acks, 0.5);
  const one = (what: string, value: number): Measure => ({
    id: "B6",
    what: `question to stored reply, ${towns} towns, ${what}`,
    value: rounded(value),
    unit: "ms",
    against: rounded(against),
    ratio: rounded(value / against),
    goal,
    met: value <= goal,
  });
  const [ms, cpu] = [waits.map((took) => took.ms), waits.map((took) => took.cpu)];
  return [
    one("p99", percentile(ms, 0.99)),
    one("median", percentile(ms, 0.5)),
    one("first after start", ms[0] ?? 0),
    one("p99, CPU", percentile(cpu, 0.99)),
    one("median, CPU", percentile(cpu, 0.5)),
  ];
}

/** One of each kind that people ask most, about towns all over the list. */
function questionsOf({ towns }: Programme): string[] {
  const town = (share: number) => towns[Math.floor((towns.length - 1) * share)]?.short ?? "";
  return [
    `${town(0)}怎么样`,
    `${town(0.5)}投资多少`,
    `${town(1)}二季度得分`,
    `${town(0.3)}形象进度`,
    `${town(0.7)}为什么是这个名次`,
    `${town(0.2)}和${town(0.8)}比差在哪`,
    `${town(0.4)}怎么才能上升一位`,
    `${town(0.6)}定位是什么`,
    `${town(0.1)}谁负责`,
    "前三",
    "什么时候截止",
    "我有什么没办",
    "得分怎么算",
    "排名",
    "投资最多的镇",
    "全市一共投了多少",
    `${town(0.9)}投资走势`,
    `${town(0.05)}投资占全市多少`,
    "谁还没报",
    "全市怎么样",
    "帮助",
    "谢谢",
    "今天天气不错",
    "泵站机组检修那个事办得咋样",
  ];
}

function printEach(waits: readonly Took[]): void {
  const texts = [...new Set(waits.map(({ text }) => text))];
  console.table(
    texts.map((text) => {
      const mine = waits.filter((one) => one.text === text);
      const [ms, cpu] = [mine.map((one) => one.ms), mine.map((one) => one.cpu)];
      return {
        text,
        first: rounded(ms[0] ?? 0),
        median: rounded(percentile(ms, 0.5)),
        longest: rounded(Math.max(...ms)),
        "CPU median": rounded(percentile(cpu, 0.5)),
        "CPU longest": rounded(Math.max(...cpu)),
      };
    }),
  );
}
