import { createClient } from "@libsql/client";
import { QUESTIONS } from "../../cards/ask/questions.ts";
import { KITS } from "../../cards/record/kits.ts";
import { verifyAudit } from "../../db/audit-chain.ts";
import { folderStore } from "../../db/evidence-store.ts";
import { openDatabase } from "../../db/open.ts";
import { findReport } from "../../db/reports.ts";
import { audit, outbox, reportRevision } from "../../db/schema.ts";
import { lookAtBytes } from "../../src/bot/evidence/look-at-bytes.ts";
import { openPeriod } from "../../src/bot/quarter/open-period.ts";
import { type Demo, loadDemo } from "../../src/cli/demo/demo-file.ts";
import { seedHistory } from "../../src/cli/demo/seed-demo.ts";
import { loadConfig } from "../../src/config.ts";
import type { Deps } from "../../src/deps.ts";
import { type PeriodId, parsePeriod } from "../../src/domain/calendar/period.ts";
import type { Role } from "../../src/domain/programme/people.ts";
import { reportId } from "../../src/domain/report/report.ts";
import { createFeishu } from "../../src/feishu/client.ts";
import { createRateLimit } from "../../src/feishu/rate-limit.ts";
import { loadProgramme } from "../../src/load-programme.ts";
import { createCounts } from "../../src/metrics.ts";

// A quarter of one town in a database file, written and read while no other process has it open.

const PROGRAMME = "luliang-ten-towns";
const TOWN = "qikou";
const COUNTY = "linxian";

/** The stored state of the town's report, and all messages and audit rows. */
export type OnDisk = {
  status: string;
  revision: number;
  /** The actual progress of the town's second project, %. */
  actual: number | null;
  /** Every stored revision. */
  revisions: number[];
  /** Kinds of the audit log's rows, in order. */
  done: string[];
  chain: Awaited<ReturnType<typeof verifyAudit>>;
  said: Array<typeof outbox.$inferSelect>;
};

/** The demo with one town, its county and its two published quarters; and the people with other `roles`. */
export function smallDemo(roles: readonly Role[] = []): Demo {
  const demo = loadDemo(PROGRAMME);
  if (!demo) throw new Error("the pack has no demo");
  const people = demo.people.filter(
    ({ role, area, locale }) => roles.includes(role) || ([TOWN, COUNTY].includes(area) && locale === "zh-CN"),
  );
  const figures = Object.entries(demo.figures).map(([period, towns]) => {
    const own = towns[TOWN];
    return [period, own ? { [TOWN]: own } : {}];
  });
  return { ...demo, people, groups: [], figures: Object.fromEntries(figures) };
}

/** Writes the demo and opens its quarter; the resulting cards wait in the outbox. */
export async function writeQuarter(env: Record<string, string>, demo: Demo): Promise<void> {
  await withQuarter(env, async (deps) => {
    await seedHistory(deps, demo);
    await openPeriod(deps, quarter(), "test", []);
  });
}

/** Works on a database file that no process has open, at the rehearsal's time; nothing is sent. */
export async function withQuarter<T>(
  env: Record<string, string>,
  work: (deps: Deps) => Promise<T>,
): Promise<T> {
  const config = loadConfig(env);
  const { db, close } = await openDatabase(config.databaseUrl);
  const deps: Deps = {
    config,
    db,
    evidence: folderStore(config.evidenceUrl),
    // Never called: messages wait for the process.
    feishu: createFeishu({
      appId: "nobody",
      appSecret: "nothing",
      domain: config.feishuDomain,
      timeoutMs: 1,
      log: () => {},
    }),
    lookAtPhoto: async (bytes) => lookAtBytes(bytes),
    rateLimit: createRateLimit(() => performance.now()),
    clock: { now: () => config.rehearsalNow ?? 0 },
    defer: () => {},
    log: () => {},
    counts: createCounts(() => null),
    programme: loadProgramme(config.programme),
    procedures: KITS,
    questions: QUESTIONS,
  };
  try {
    return await work(deps);
  } finally {
    close();
  }
}

/** Reads the stored state like `audit verify` and `doctor`. */
export async function readQuarter(databaseUrl: string): Promise<OnDisk> {
  const { db, close } = await openDatabase(databaseUrl);
  try {
    const report = await findReport(db, quarter(), TOWN);
    const kept = await db.select().from(reportRevision);
    return {
      status: report?.status ?? "",
      revision: report?.revision ?? 0,
      actual: report?.content.image.projects[1]?.actual ?? null,
      revisions: kept.filter((row) => row.report === reportId(quarter(), TOWN)).map((row) => row.revision),
      done: (await db.select().from(audit)).map((row) => row.kind),
      chain: await verifyAudit(db),
      said: await db.select().from(outbox),
    };
  } finally {
    close();
  }
}

/** Resolves as soon as another process has stored one more change. */
export async function nextChange(databaseUrl: string): Promise<{ comes: Promise<void> }> {
  const client = createClient({ url: databaseUrl, timeout: 5_000 });
  const rows = async () => (await client.execute("select max(seq) as seq from audit")).rows[0]?.seq;
  const before = await rows();
  const watch = async () => {
    while ((await rows()) === before) await new Promise((resolve) => setImmediate(resolve));
    client.close();
  };
  return { comes: watch() };
}

export function quarter(): PeriodId {
  const period = parsePeriod("2026Q3");
  if (!period) throw new Error("no quarter");
  return period;
}
