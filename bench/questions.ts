import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QUESTIONS } from "../cards/ask/questions.ts";
import { KITS } from "../cards/record/kits.ts";
import { folderStore } from "../db/evidence-store.ts";
import { type Db, openDatabase } from "../db/open.ts";
import { createApp } from "../src/app.ts";
import { lookAtBytes } from "../src/bot/evidence/look-at-bytes.ts";
import { warmUp } from "../src/bot/questions/warm-up.ts";
import { loadConfig } from "../src/config.ts";
import type { Deps } from "../src/deps.ts";
import type { Programme } from "../src/domain/programme/programme.ts";
import { createFeishu } from "../src/feishu/client.ts";
import { createRateLimit } from "../src/feishu/rate-limit.ts";
import { createCounts } from "../src/metrics.ts";
import { grownProgramme } from "./grown-programme.ts";
import { fillQuarters } from "./questions-world.ts";
import { SECRETS, signedRequest } from "./signed-request.ts";

// B6: a question answered, from the signed event to the reply stored in the outbox, the first one after a start included;
// against an event that is only acknowledged. `--towns N` measures a larger programme instead, with a goal of 60 ms.

const SIZES = [{ towns: 13, goal: 30 }];
const ROUNDS = 8;
const NOW = Date.parse("2026-10-12T10:00:00+08:00");
const folder = mkdtempSync(join(tmpdir(), "tentowns-questions-"));

type Measure = {
  id: string;
  what: string;
  value: number;
  unit: string;
  against: number;
  ratio: number;
  goal: number;
  met: boolean;
};

try {
  const measures: Measure[] = [];
  const asked = Number(process.argv[process.argv.indexOf("--towns") + 1]);
  const sizes = process.argv.includes("--towns") ? [{ towns: asked, goal: 60 }] : SIZES;
  for (const { towns, goal } of sizes) measures.push(...(await measured(towns, goal)));
  if (process.argv.includes("--json")) for (const one of measures) console.log(JSON.stringify(one));
  else console.table(measures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measured(towns: number, goal: number): Promise<Measure[]> {
  const programme = grownProgramme(towns);
  const file = `file:${join(folder, `${towns}.db`)}`;
  const filled = await openDatabase(file);
  const leader = await fillQuarters(depsOver(filled.db, programme));
  filled.close();
  // A start of its own: a new connection, and the pack as it is read from the file.
  const { db, close } = await openDatabase(file);
  const deps = depsOver(db, structuredClone(programme));
  await warmUp(deps);
  const app = createApp(deps);
  const ask = async (type: string, event: unknown, id: string): Promise<number> => {
    const request = signedRequest(type, event, id);
    const started = performance.now();
    const answer = await app.request("/feishu/webhook", request);
    await answer.text();
    if (answer.status !== 200) throw new Error(`${answer.status} for ${id}`);
    return performance.now() - started;
  };
  const questions = questionsOf(programme);
  const waits: Array<{ text: string; ms: number }> = [];
  const acks: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [i, text] of questions.entries()) {
      const id = `${round}-${i}`;
      waits.push({ text, ms: await ask("im.message.receive_v1", messageOf(leader, text, id), id) });
      acks.push(await ask("im.message.message_read_v1", {}, `read-${id}`));
    }
  const stored = await db.all<{ n: number }>("select count(*) n from outbox");
  if ((stored[0]?.n ?? 0) < waits.length) throw new Error("a question has no stored reply");
  close();
  if (process.argv.includes("--each")) printEach(waits);
  const against = percentile(acks, 0.5);
  const ms = waits.map((one) => one.ms);
  const one = (what: string, value: number): Measure => ({
    id: "B6",
    what: `question to stored reply, ${towns} towns, ${what}`,
    value: Math.round(value * 10) / 10,
    unit: "ms",
    against: Math.round(against * 10) / 10,
    ratio: Math.round((value / against) * 10) / 10,
    goal,
    met: value <= goal,
  });
  return [
    one("p99", percentile(ms, 0.99)),
    one("median", percentile(ms, 0.5)),
    one("first after start", ms[0] ?? 0),
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
    "帮助",
    "谢谢",
    "今天天气不错",
  ];
}

function messageOf(openId: string, text: string, id: string): unknown {
  return {
    sender: { sender_id: { open_id: openId }, sender_type: "user" },
    message: {
      message_id: `om_${id}`,
      chat_id: "oc_bench",
      chat_type: "p2p",
      create_time: String(NOW),
      message_type: "text",
      content: JSON.stringify({ text }),
    },
  };
}

function printEach(waits: ReadonlyArray<{ text: string; ms: number }>): void {
  const texts = [...new Set(waits.map(({ text }) => text))];
  console.table(
    texts.map((text) => {
      const ms = waits.filter((one) => one.text === text).map((one) => one.ms);
      const round = (n: number) => Math.round(n * 10) / 10;
      return {
        text,
        first: round(ms[0] ?? 0),
        median: round(percentile(ms, 0.5)),
        longest: round(Math.max(...ms)),
      };
    }),
  );
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function depsOver(db: Db, programme: Programme): Deps {
  const config = loadConfig({ ...SECRETS, FEISHU_DOMAIN: "http://127.0.0.1:9" });
  const feishu = createFeishu({
    appId: SECRETS.FEISHU_APP_ID,
    appSecret: SECRETS.FEISHU_APP_SECRET,
    domain: config.feishuDomain,
    timeoutMs: 1000,
    log: () => {},
  });
  return {
    config,
    db,
    evidence: folderStore(`file:${folder}`),
    feishu: { ...feishu, botInfo: async () => ({ openId: "ou_bot", name: "bot" }) },
    lookAtPhoto: async (bytes) => lookAtBytes(bytes),
    rateLimit: createRateLimit(() => performance.now()),
    clock: { now: () => NOW },
    // Sending is not what is measured here.
    defer: () => {},
    log: () => {},
    counts: createCounts(() => null),
    programme,
    procedures: KITS,
    questions: QUESTIONS,
  };
}
