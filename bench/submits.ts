import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { actionToken } from "../cards/action.ts";
import { commit } from "../db/commit.ts";
import { openDatabase } from "../db/open.ts";
import { putPerson } from "../db/roster.ts";
import { createApp } from "../src/app.ts";
import { openPeriod } from "../src/bot/quarter/open-period.ts";
import type { Programme } from "../src/domain/programme/programme.ts";
import { loadProgramme } from "../src/load-programme.ts";
import { depsOver, NOW } from "./bench-deps.ts";
import { signedRequest } from "./signed-request.ts";

// B1: durable card submits a second, and the longest wait when 5,000 arrive at once, against bare commits of one row on
// the same disk. Every answer is a 200 after the report's revision, the audit row and the event's key are on disk.

const SUBMITS = 5_000;

const folder = mkdtempSync(join(tmpdir(), "tentowns-bench-"));
try {
  const bare = await bareCommits(join(folder, "bare.db"));
  const { perSecond, longest, p50, cpu } = await submits(join(folder, "submits.db"));
  console.table({
    "bare commits of one row": {
      "per second": Math.round(bare),
      "median ms": "",
      "longest ms": "",
      "CPU ms each": "",
    },
    "card submits, 5,000 at once": {
      "per second": Math.round(perSecond),
      "median ms": p50,
      "longest ms": longest,
      "CPU ms each": cpu,
    },
    "Feishu's limit": { "per second": "", "median ms": "", "longest ms": 3000, "CPU ms each": "" },
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bareCommits(file: string): Promise<number> {
  const { db, close } = await openDatabase(`file:${file}`);
  await db.run(sql`create table bench (id integer primary key, text text)`);
  const started = performance.now();
  for (let i = 0; i < SUBMITS; i += 1)
    await db.run(sql`insert into bench (text) values (${"x".repeat(200)})`);
  const rate = SUBMITS / ((performance.now() - started) / 1000);
  close();
  return rate;
}

type Submitted = { perSecond: number; longest: number; p50: number; cpu: number };

async function submits(file: string): Promise<Submitted> {
  const programme = grown(SUBMITS);
  const { db, close } = await openDatabase(`file:${file}`);
  const deps = depsOver(db, programme, folder);
  const people = programme.towns.map((town) =>
    putPerson(db, {
      openId: `ou_${town.slug}`,
      name: town.slug,
      role: "town_official",
      area: town.slug,
      locale: "zh-CN",
    }),
  );
  await commit(db, { audit: { actor: "bench", kind: "people", subject: "" }, writes: people }, NOW);
  await openPeriod(deps, "2026Q3", "bench", []);
  const app = createApp(deps);
  const requests = programme.towns.map((town, i) => request(town.slug, i));
  const waits: number[] = [];
  const started = performance.now();
  const before = process.cpuUsage();
  await Promise.all(
    requests.map(async (one) => {
      const answer = await app.request("/feishu/webhook", one);
      const body = await answer.text();
      if (answer.status !== 200 || !body.includes("已保存"))
        throw new Error(`${answer.status} ${body.slice(0, 200)}`);
      waits.push(performance.now() - started);
    }),
  );
  const used = process.cpuUsage(before);
  close();
  const cpu = Math.round((used.user + used.system) / SUBMITS / 10) / 100;
  waits.sort((a, b) => a - b);
  const longest = Math.round(waits.at(-1) ?? 0);
  return { perSecond: SUBMITS / (longest / 1000), longest, p50: Math.round(waits[SUBMITS / 2] ?? 0), cpu };
}

/** The shipped pack with as many towns as there are submits: each official has a report of their own. */
function grown(towns: number): Programme {
  const pack = loadProgramme("luliang-ten-towns");
  const [first] = pack.towns;
  if (!first) throw new Error("the pack has no towns");
  return {
    ...pack,
    towns: Array.from({ length: towns }, (_, i) => ({
      ...first,
      slug: `town${i}`,
      code: `code${i}`,
      aliases: [],
    })),
  };
}

/** One official's saved investment form, encrypted and signed as Feishu would. */
function request(town: string, n: number): RequestInit {
  const name = actionToken({
    kind: "save",
    period: "2026Q3",
    town,
    section: "investment",
    revision: "1",
    // biome-ignore lint/suspicious/noThenProperty: a field of the token, never a promise
    then: "overview",
  });
  const event = {
    operator: { open_id: `ou_${town}` },
    token: "c-bench",
    action: {
      tag: "button",
      name,
      value: { action: name },
      form_value: {
        "investment/plan": "12000",
        "investment/cumulative": "8820",
        "investment/source.private": "8820",
      },
    },
    context: { open_message_id: `om_bench${n}`, open_chat_id: `oc_bench${n}` },
  };
  return signedRequest("card.action.trigger", event, `event${n}`);
}
