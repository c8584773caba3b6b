import type { Server } from "node:net";
import { availableParallelism } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { schedule } from "node-cron";
import { DatabaseUnusable, databaseTrouble, rootMessage } from "../db/database-unusable.ts";
import { fileProblem } from "../db/file-problem.ts";
import { openDatabase } from "../db/open.ts";
import { nextRunAt } from "../db/outbox.ts";
import { forgetRehearsalClock, putRehearsalClock } from "../db/rehearsal-clock.ts";
import { writerOf, writeThrough } from "../db/writer.ts";
import { createApp } from "./app.ts";
import { botOpenId } from "./bot/bot-open-id.ts";
import { handleCardAction } from "./bot/handle-card-action.ts";
import { beat } from "./bot/heartbeat/beat.ts";
import { sendSoon } from "./bot/outbox/drain-outbox.ts";
import { createPace } from "./bot/pace.ts";
import { isAdoption, loadAdopted } from "./bot/procedures/effects/adopted.ts";
import { warmUp } from "./bot/questions/warm-up.ts";
import { allAnswered, answerLeftOver, receiveEvent } from "./bot/receive-event.ts";
import { learnAlike } from "./bot/report/check-up.ts";
import { realClock, rehearsalClock } from "./clock.ts";
import { BadConfig, type Config, loadConfig, secretsOf } from "./config.ts";
import { cronLog } from "./cron-log.ts";
import type { Deps } from "./deps.ts";
import { finish, httpServer, STOP_TIME } from "./http-server.ts";
import { loadProgramme } from "./load-programme.ts";
import { createLog, type Log } from "./log.ts";
import { createCounts, type Memory } from "./metrics.ts";
import { nodeDeps } from "./node-deps.ts";
import { portProblem } from "./port-problem.ts";
import { hearWorker } from "./processes/hear-worker.ts";
import { processCount } from "./processes/process-count.ts";
import { ONE_CORE, startWorkers, type Workers } from "./processes/workers.ts";
import { rehearsalRoutes } from "./rehearsal-routes.ts";

/** Time for an answer already written to be sent before the process ends, ms. */
const FLUSH_TIME = 100;

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
  const pack = loadProgramme(config.programme);
  const { db } = await openDatabase(config.databaseUrl, config.databaseAuthToken);
  const rehearsal = config.rehearsalNow === null ? null : rehearsalClock(config.rehearsalNow);
  if (rehearsal) await putRehearsalClock(db, Date.now(), rehearsal.now());
  else await forgetRehearsalClock(db);
  let wake = async (): Promise<void> => {};
  let workers: Workers | undefined;
  const deps = nodeDeps(
    { config, secrets, db, pack },
    {
      clock: rehearsal ?? realClock,
      // In a rehearsal a script may act for everybody.
      pace: rehearsal ? undefined : createPace(pack.perMinute, () => performance.now()),
      defer: (work) =>
        setImmediate(() =>
          work()
            .then(() => wake())
            .catch((error: unknown) => logFailure(log, error)),
        ),
      log,
      counts: createCounts(() => sum([process.memoryUsage(), ...(workers?.memory() ?? [])])),
    },
  );
  await loadAdopted(deps);
  await learnAlike(deps);
  // Whatever cannot be answered now is told to whoever asks it.
  await warmUp(deps).catch((error: unknown) => logFailure(log, error));
  const server = httpServer(createApp(deps, rehearsal ? rehearsalRoutes(deps, rehearsal) : undefined));
  const port = await listen(server, config);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void stop(deps, server, workers));
  const { n: processes, alone } = processCount(config, availableParallelism());
  if (alone !== null && (config.workers ?? 1) > 1) log("warn", "one process", { reason: alone });
  log("info", "listening", { port, programme: pack.id, events: config.events, processes });
  if (config.events === "long-connection") await connect(deps, secrets);
  await ready?.(deps);
  // Asked before anybody needs it.
  void botOpenId(deps);
  wake = keepSending(deps);
  answerForOthers(deps);
  if (processes > 1) workers = startBeside(deps, server, processes - 1);
}

/** Resolves with the port once requests are taken in. */
async function listen(server: Server, { port, host }: Config): Promise<number> {
  server.on("error", fail);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}

/** Answers what a process that has ended had acknowledged. */
function answerForOthers(deps: Deps): void {
  deps.defer(async () => {
    await answerLeftOver(deps, true);
    await sendSoon(deps);
  });
}

/** Processes that answer beside this one, which writes for them; what is adopted in one of them all have to know. */
function startBeside(deps: Deps, server: Server, n: number): Workers {
  const { db, log } = deps;
  setFlagsFromString(ONE_CORE);
  const workers = startWorkers({
    ...{ n, server, log },
    // A new one would open what is there now.
    mayStart: () => fileProblem(db) === null,
    ended: () => answerForOthers(deps),
    hearing: () => hearWorker(deps, () => sendSoon(deps)),
  });
  const write = writerOf(db);
  writeThrough(db, async (change, over) => {
    const outcome = await write(change, over);
    if (outcome.kind !== "written" || !change.audit || !isAdoption(change.audit.kind)) return outcome;
    workers.tell({ kind: "adopted" });
    await loadAdopted(deps);
    return outcome;
  });
  return workers;
}

function sum(all: readonly Memory[]): Memory {
  const of = (what: keyof Memory) => all.reduce((whole, one) => whole + one[what], 0);
  return { rss: of("rss"), heapUsed: of("heapUsed") };
}

/** Finishes open requests and answers what came with them. Entries in the outbox are sent after the next start. */
async function stop(deps: Deps, server: Server, workers: Workers | undefined): Promise<void> {
  const finished = finish(server).then(() => allAnswered(deps));
  await Promise.race([Promise.all([finished, workers?.stop()]), wait(STOP_TIME)]);
  process.exit(0);
}

async function connect(deps: Deps, secrets: { appId: string; appSecret: string }): Promise<void> {
  const { openLongConnection } = await import("./feishu/long-connection.ts");
  const { appId, appSecret } = secrets;
  await openLongConnection(
    { appId, appSecret, domain: deps.config.feishuDomain, log: (level, line) => deps.log(level, line) },
    async (delivery) => {
      deps.counts.add("deliveries_total", { kind: delivery.kind });
      const send = () => sendSoon(deps);
      if (delivery.kind === "event") {
        await receiveEvent(deps, delivery, send);
        return {};
      }
      deps.defer(send);
      return handleCardAction(deps, delivery);
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
    if (wait < 60_000) timer = setTimeout(() => attempt(sendSoon), Math.max(wait, 250));
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
  // A line that takes twenty minutes to send holds up no deadline.
  const beatOnly = () => beat(deps, undefined, async () => deps.defer(() => sendSoon(deps)));
  schedule("* * * * *", () => attempt(beatOnly), { noOverlap: true, logger: cronLog(deps.log) });
  void attempt(beatOnly);
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
