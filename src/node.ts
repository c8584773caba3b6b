import { serve } from "@hono/node-server";
import { schedule } from "node-cron";
import { QUESTIONS } from "../cards/ask/questions.ts";
import { KITS } from "../cards/record/kits.ts";
import { DatabaseUnusable, databaseTrouble, rootMessage } from "../db/database-unusable.ts";
import { folderStore } from "../db/evidence-store.ts";
import { openDatabase } from "../db/open.ts";
import { nextRunAt } from "../db/outbox.ts";
import { forgetRehearsalClock, putRehearsalClock } from "../db/rehearsal-clock.ts";
import { createApp } from "./app.ts";
import { sendPackage } from "./bot/acceptance/send-package.ts";
import { sendBook } from "./bot/books/send-book.ts";
import { botOpenId } from "./bot/bot-open-id.ts";
import { bulletinSender } from "./bot/bulletin/send-bulletin.ts";
import { selfCheck } from "./bot/doctor/self-check.ts";
import { handbookSender } from "./bot/handbook/send-handbook.ts";
import { handleCardAction } from "./bot/handle-card-action.ts";
import { handleEvent } from "./bot/handle-event.ts";
import { beat } from "./bot/heartbeat/beat.ts";
import { drainOutbox } from "./bot/outbox/drain-outbox.ts";
import { createPace } from "./bot/pace.ts";
import { townPlanFiles } from "./bot/plan/town-plan-files.ts";
import { loadCalendar } from "./bot/procedures/effects/calendar.ts";
import { loadNamings, packInForce } from "./bot/procedures/effects/naming.ts";
import { draftBulletin } from "./bot/quarter/draft-bulletin.ts";
import { warmUp } from "./bot/questions/warm-up.ts";
import { learnAlike } from "./bot/report/check-up.ts";
import { realClock, rehearsalClock } from "./clock.ts";
import { BadConfig, type Config, loadConfig, secretsOf } from "./config.ts";
import { cronLog } from "./cron-log.ts";
import type { Deps } from "./deps.ts";
import { docxToPdf } from "./export/bulletin/to-pdf.ts";
import { createFeishu } from "./feishu/client.ts";
import { countedCalls } from "./feishu/counted-calls.ts";
import { createRateLimit } from "./feishu/rate-limit.ts";
import { freeBytes } from "./free-bytes.ts";
import { loadProgramme } from "./load-programme.ts";
import { createLog, type Log } from "./log.ts";
import { createCounts } from "./metrics.ts";
import { photosInProcess } from "./photos-in-process.ts";
import { portProblem } from "./port-problem.ts";
import { readHandbook } from "./read-handbook.ts";
import { rehearsalRoutes } from "./rehearsal-routes.ts";

/** Timeout of one request to Feishu, ms. */
const TIMEOUT = 10_000;
/** Limits on how slowly a request may come in, ms: a delivery is a few kilobytes. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 20_000 };
/** Time for an answer already written to be sent before the process ends, ms. */
const FLUSH_TIME = 100;
/** Time a stop waits for open requests, ms: Feishu gives up on a callback after 3 s. */
const STOP_TIME = 3_000;

/** Errors an operator can fix are printed in words, without a stack. */
function fail(error: unknown): never {
  const known = error instanceof BadConfig || error instanceof DatabaseUnusable;
  console.error(known ? error.message : (portProblem(error, "PORT") ?? error));
  process.exit(1);
}

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createLog(config.logLevel, (line) => console.error(line), secretsOf(config));
  if (config.secrets) return run(config, log);
  const { startDemo } = await import("./cli/demo/start-demo.ts");
  const demo = await startDemo(config);
  await run(demo.config, log, demo.ready);
}

/** Runs the server until the process ends. `ready` is called once the bot is reachable, before the heartbeat starts. */
async function run(config: Config, log: Log, ready?: (deps: Deps) => Promise<void>): Promise<void> {
  const { secrets } = config;
  if (!secrets) throw new Error("no secrets");
  const programme = loadProgramme(config.programme);
  const { db } = await openDatabase(config.databaseUrl, config.databaseAuthToken);
  await Promise.all([loadCalendar({ db }), loadNamings({ db, programme })]);
  const rehearsal = config.rehearsalNow === null ? null : rehearsalClock(config.rehearsalNow);
  if (rehearsal) await putRehearsalClock(db, Date.now(), rehearsal.now());
  else await forgetRehearsalClock(db);
  const feishu = createFeishu({
    appId: secrets.appId,
    appSecret: secrets.appSecret,
    domain: config.feishuDomain,
    timeoutMs: TIMEOUT,
    log: (level, line) => log(level, line),
  });
  const counts = createCounts(() => process.memoryUsage());
  const photos = photosInProcess(log);
  const deps: Deps = {
    config,
    db,
    evidence: folderStore(config.evidenceUrl),
    feishu: countedCalls(feishu, (api, result) => counts.add("feishu_calls_total", { api, result })),
    lookAtPhoto: photos.look,
    joinPhotos: photos.join,
    rateLimit: createRateLimit(() => performance.now()),
    clock: rehearsal ?? realClock,
    // In a rehearsal a script may act for everybody.
    ...(rehearsal ? {} : { pace: createPace(programme.perMinute, () => performance.now()) }),
    defer: (work) =>
      setImmediate(() =>
        work()
          .then(() => wake())
          .catch((error: unknown) => logFailure(log, error)),
      ),
    log,
    counts,
    get programme() {
      return packInForce(db, programme);
    },
    procedures: KITS,
    questions: QUESTIONS,
    sendPackage,
    townPlanFiles,
    sendBook,
    sendHandbook: handbookSender(readHandbook),
    selfCheck,
    freeBytes: () => freeBytes(config.databaseUrl),
    bulletins: { draft: draftBulletin, send: bulletinSender(docxToPdf) },
  };
  await learnAlike(deps);
  // Whatever cannot be answered now is told to whoever asks it.
  await warmUp(deps).catch((error: unknown) => logFailure(log, error));
  let wake = async (): Promise<void> => {};
  const app = createApp(deps, rehearsal ? rehearsalRoutes(deps, rehearsal) : undefined);
  const { port: wanted, host: hostname } = config;
  const server = serve({ fetch: app.fetch, port: wanted, hostname, serverOptions: PATIENCE });
  server.on("error", fail);
  await new Promise<void>((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop(server));
  log("info", "listening", { port, programme: programme.id, events: config.events });
  if (config.events === "long-connection") await connect(deps, secrets);
  await ready?.(deps);
  // Asked before anybody needs it.
  void botOpenId(deps);
  wake = keepSending(deps);
}

/** Finishes open requests first. Entries in the outbox are sent after the next start. */
function stop(server: ReturnType<typeof serve>): void {
  server.close(() => process.exit(0));
  setTimeout(() => process.exit(0), STOP_TIME);
}

async function connect(deps: Deps, secrets: { appId: string; appSecret: string }): Promise<void> {
  const { openLongConnection } = await import("./feishu/long-connection.ts");
  const { appId, appSecret } = secrets;
  await openLongConnection(
    { appId, appSecret, domain: deps.config.feishuDomain, log: (level, line) => deps.log(level, line) },
    async (delivery) => {
      deps.counts.add("deliveries_total", { kind: delivery.kind });
      deps.defer(() => drainOutbox(deps));
      if (delivery.kind === "callback") return handleCardAction(deps, delivery);
      await handleEvent(deps, delivery);
      return {};
    },
  );
}

/**
 * Runs the heartbeat every minute, and drains the outbox between two runs whenever an entry is due. Returns a function
 * that checks for due entries again, to be called after new ones were queued.
 */
function keepSending(deps: Deps): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    const next = await nextRunAt(deps.db);
    const wait = next === null ? 60_000 : next - deps.clock.now();
    clearTimeout(timer);
    if (wait < 60_000) timer = setTimeout(() => attempt(drainOutbox), Math.max(wait, 250));
  };
  const wake = (): Promise<void> => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };
  const attempt = async (work: (deps: Deps) => Promise<unknown>): Promise<void> => {
    try {
      await work(deps);
      await wake();
    } catch (error) {
      logFailure(deps.log, error);
    }
  };
  schedule("* * * * *", () => attempt(beat), { noOverlap: true, logger: cronLog(deps.log) });
  void attempt(beat);
  return wake;
}

/** The process ends without its database: unsaved changes must not be taken for done. */
function logFailure(log: Log, error: unknown): void {
  const trouble = databaseTrouble(error);
  if (trouble) setTimeout(() => fail(trouble), FLUSH_TIME);
  log("error", "background work failed", { error: rootMessage(error) });
}

process.on("unhandledRejection", fail);
await main().catch(fail);
