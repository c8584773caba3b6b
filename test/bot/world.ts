import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { sql } from "drizzle-orm";
import { QUESTIONS, type Question } from "../../cards/ask/questions.ts";
import type { ProcedureKit } from "../../cards/record/kit.ts";
import { KITS } from "../../cards/record/kits.ts";
import { commit } from "../../db/commit.ts";
import { folderStore } from "../../db/evidence-store.ts";
import { openDatabase } from "../../db/open.ts";
import { nextRunAt } from "../../db/outbox.ts";
import { putPerson } from "../../db/roster.ts";
import { createApp } from "../../src/app.ts";
import { sendPackage } from "../../src/bot/acceptance/send-package.ts";
import { sendBook } from "../../src/bot/books/send-book.ts";
import { selfCheck } from "../../src/bot/doctor/self-check.ts";
import { joinPhotos } from "../../src/bot/evidence/join-photos.ts";
import { lookAtBytes } from "../../src/bot/evidence/look-at-bytes.ts";
import { drainOutbox } from "../../src/bot/outbox/drain-outbox.ts";
import { townPlanFiles } from "../../src/bot/plan/town-plan-files.ts";
import { packInForce } from "../../src/bot/procedures/effects/naming.ts";
import { draftBulletin } from "../../src/bot/quarter/draft-bulletin.ts";
import { type RehearsalClock, rehearsalClock } from "../../src/clock.ts";
import { loadConfig, secretsOf } from "../../src/config.ts";
import type { Deps } from "../../src/deps.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import { withDeputies } from "../../src/domain/programme/roster.ts";
import { createFeishu } from "../../src/feishu/client.ts";
import { countedCalls } from "../../src/feishu/counted-calls.ts";
import type { RateLimit } from "../../src/feishu/rate-limit.ts";
import { loadProgramme } from "../../src/load-programme.ts";
import { createLog } from "../../src/log.ts";
import { createCounts } from "../../src/metrics.ts";
import { rehearsalRoutes } from "../../src/rehearsal-routes.ts";
import type { Act, ActResult, SandboxMessage } from "../../src/sandbox/protocol.ts";
import { type RunningSandbox, startSandbox } from "../../src/sandbox/start.ts";
import { blankDatabase } from "../db/blank-database.ts";
import { IN_MEMORY } from "../in-memory.ts";
import { PATIENT } from "../slow-machine.ts";
import { filesIn, resumed, type WorldCopy, writeFiles } from "./world-copy.ts";

// The whole product and the whole sandbox, over HTTP, on a database file: the basis of all bot tests.

const DATABASE = "test.db";
/** The longest delay by the rate limit, ms. */
const TURN = 1_000;

export type World = {
  deps: Deps;
  clock: RehearsalClock;
  sandbox: RunningSandbox;
  botUrl: string;
  /** Performs a person's act in the client; throws the sandbox's reason if impossible. */
  act: (act: Act) => Promise<ActResult>;
  /** Resolves when nothing is in progress in either direction. */
  settle: () => Promise<void>;
  /** Moves the bot's clock, over HTTP, and the platform's. */
  moveTo: (iso: string) => Promise<void>;
  /** Sets both clocks at once, as after an outage: nothing happens on the way. */
  jumpTo: (iso: string) => Promise<void>;
  /** Changes the platform by the sandbox's API: `faults`, `people/ID`, `chats/ID`. */
  change: (what: string, to: Record<string, unknown>) => Promise<void>;
  /** Messages a person can see in their private chat with the bot, oldest first. */
  inbox: (openId: string) => SandboxMessage[];
  /** Messages of a group, oldest first. */
  group: (chatId: string) => SandboxMessage[];
  /** Every logged line. */
  logged: string[];
  /** The world as it is now, with which another can begin. */
  copy: () => Promise<WorldCopy>;
  close: () => Promise<void>;
};

export type WorldOptions = {
  people: Person[];
  programme?: Programme;
  /** Procedures to use instead of the product's own. */
  procedures?: readonly ProcedureKit[];
  questions?: readonly Question[];
  /** ISO start time of both clocks. */
  now?: string;
  groups?: Array<{ name: string; members: string[]; chat_id: string; bots?: string[] }>;
  adminOpenIds?: string[];
  /** Mobile numbers in the contacts, by open_id. */
  mobiles?: Record<string, string>;
  /** Places a server between bot and platform: takes the platform's URL, returns the one for the bot. */
  between?: (platformUrl: string) => Promise<string>;
  /** How long a call to the platform may take, ms: longer where a shared machine may be slow and no fault is tested. */
  timeoutMs?: number;
  /** A world of the same people to begin with, at its time: by default an empty one. */
  copy?: WorldCopy | undefined;
};

/** As the sandbox's: a test of the limits gives its own. */
const UNLIMITED: RateLimit = { turn: async () => {}, pauseOf: () => 0, rest: () => {} };

export async function startWorld(options: WorldOptions): Promise<World> {
  const folder = mkdtempSync(join(IN_MEMORY, "tentowns-"));
  const { copy } = options;
  const start = copy?.now ?? Date.parse(options.now ?? "2026-10-12T10:00:00+08:00");
  const now = new Date(start).toISOString();
  const sandbox = await startSandbox(
    {
      apps: [{ name: "bot", card_mode: "documented" }],
      people: options.people.map((p) => ({
        open_id: p.openId,
        name: p.name === "" ? p.openId : p.name,
        ...(options.mobiles?.[p.openId] ? { mobile: options.mobiles[p.openId] ?? "" } : {}),
      })),
      groups: options.groups ?? [],
      now,
      // Tests press faster than people.
      faults: { limits_off: true },
    },
    { ...PATIENT, ...(copy ? { copy: resumed(copy) } : {}) },
  );
  const [app] = sandbox.apps;
  if (!app) throw new Error("no app");
  const domain = options.between ? await options.between(sandbox.url) : sandbox.url;
  const config = loadConfig({
    FEISHU_APP_ID: app.app_id,
    FEISHU_APP_SECRET: app.app_secret,
    FEISHU_ENCRYPT_KEY: app.encrypt_key,
    FEISHU_VERIFICATION_TOKEN: app.verification_token,
    FEISHU_DOMAIN: domain,
    DATABASE_URL: `file:${join(folder, DATABASE)}`,
    EVIDENCE_URL: `file:${join(folder, "evidence")}`,
    ADMIN_OPEN_IDS: (options.adminOpenIds ?? []).join(","),
    REHEARSAL_NOW: now,
  });
  writeFiles(folder, copy?.files ?? new Map([[DATABASE, await blankDatabase()]]));
  const { db, close: closeDb } = await openDatabase(config.databaseUrl);
  const clock = rehearsalClock(start);
  const logged: string[] = [];
  const log = createLog("debug", (line) => logged.push(line), secretsOf(config));
  const running = new Set<Promise<unknown>>();
  const feishu = createFeishu({
    appId: app.app_id,
    appSecret: app.app_secret,
    domain,
    timeoutMs: options.timeoutMs ?? 30_000,
    log: (level, line) => log(level, line),
  });
  const counts = createCounts(() => process.memoryUsage());
  const pack = options.programme ?? loadProgramme("luliang-ten-towns");
  const deps: Deps = {
    config,
    db,
    evidence: folderStore(config.evidenceUrl),
    feishu: countedCalls(feishu, (api, result) => counts.add("feishu_calls_total", { api, result })),
    lookAtPhoto: async (bytes) => lookAtBytes(bytes),
    joinPhotos: async (pair) => joinPhotos(pair),
    rateLimit: UNLIMITED,
    clock,
    defer: (work) => {
      const run = work().finally(() => running.delete(run));
      running.add(run);
    },
    log,
    counts,
    get programme() {
      return packInForce(db, pack);
    },
    procedures: options.procedures ?? KITS,
    questions: options.questions ?? QUESTIONS,
    sendPackage,
    selfCheck,
    // No file is made: a world would take half as long again. Whoever needs one gives the sender.
    bulletins: { draft: draftBulletin, send: async () => {} },
    townPlanFiles,
    sendBook,
  };
  if (!copy) await settleIn(deps, options.people);
  const server = serve({ fetch: createApp(deps, rehearsalRoutes(deps, clock)).fetch, port: 0 });
  await new Promise<void>((resolve) => server.once("listening", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  const botUrl = `http://127.0.0.1:${address.port}`;
  const hook = `${botUrl}/feishu/webhook`;
  const set = await sandbox.setUrls(app.app_id, { event_url: hook, callback_url: hook });
  if (!set.ok) throw new Error(`challenge failed: ${JSON.stringify(set)}`);

  const settle = async (): Promise<void> => {
    do {
      await sandbox.idle();
      await Promise.all([...running]);
      await drainOutbox(deps);
      await passTurn();
    } while (running.size > 0);
  };
  /**
   * Lets a message delayed by the rate limit go out by moving the clock a second. A failed one keeps waiting.
   */
  const passTurn = async (): Promise<void> => {
    for (;;) {
      const next = await nextRunAt(db);
      if (next === null || next - clock.now() > TURN) return;
      clock.moveTo(Math.max(next, clock.now()));
      await drainOutbox(deps);
    }
  };
  const act = async (what: Act): Promise<ActResult> => {
    const body = await post(`${sandbox.url}/sandbox/act`, what);
    if (!isActResult(body)) throw new Error(`the sandbox refused ${what.act}: ${JSON.stringify(body)}`);
    await settle();
    return body;
  };
  return {
    deps,
    clock,
    sandbox,
    botUrl,
    act,
    settle,
    moveTo: async (iso) => {
      await post(`${botUrl}/rehearsal/clock`, { now: iso });
      await post(`${sandbox.url}/sandbox/clock`, { now: iso });
      await settle();
    },
    jumpTo: async (iso) => {
      clock.moveTo(Date.parse(iso));
      await post(`${sandbox.url}/sandbox/clock`, { now: iso });
      await settle();
    },
    change: async (what, to) => {
      const answer = await post(`${sandbox.url}/sandbox/${what}`, to);
      if (!isActResult(answer)) throw new Error(`the sandbox refused ${what}: ${JSON.stringify(answer)}`);
      await settle();
    },
    logged,
    inbox: (openId) => {
      const { chats, messages } = sandbox.state();
      const chat = chats.find((c) => c.type === "p2p" && c.members.includes(openId));
      return messages.filter((m) => m.chat_id === chat?.chat_id);
    },
    group: (chatId) => sandbox.state().messages.filter((m) => m.chat_id === chatId),
    copy: async () => {
      await db.run(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
      return { now: clock.now(), files: filesIn(folder), platform: sandbox.copy() };
    },
    close: async () => {
      await settle();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await sandbox.close();
      closeDb();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Puts the people who have a name on the roster. */
async function settleIn({ db, clock }: Deps, listed: readonly Person[]): Promise<void> {
  const people = withDeputies(listed.filter((p) => p.name !== ""));
  const writes = people.map((p) => putPerson(db, p));
  await commit(db, { audit: { actor: "test", kind: "test.people", subject: "" }, writes }, clock.now());
}

async function post(url: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.json();
}

function isActResult(body: unknown): body is ActResult {
  return typeof body === "object" && body !== null && "ok" in body && body.ok === true;
}
