import { Server } from "node:net";
import { databaseTrouble, rootMessage } from "../../db/database-unusable.ts";
import { openDatabase } from "../../db/open.ts";
import { writeThrough } from "../../db/writer.ts";
import { createApp } from "../app.ts";
import { botOpenId } from "../bot/bot-open-id.ts";
import { loadAdopted } from "../bot/procedures/effects/adopted.ts";
import { warmUp } from "../bot/questions/warm-up.ts";
import { allAnswered } from "../bot/receive-event.ts";
import { realClock } from "../clock.ts";
import { loadConfig, secretsOf } from "../config.ts";
import { finish, httpServer } from "../http-server.ts";
import { loadProgramme } from "../load-programme.ts";
import { createLog, type Log } from "../log.ts";
import { nodeDeps } from "../node-deps.ts";
import { openLine } from "./line.ts";
import { metricsSchema, paceSchema, TELL, type ToWriter, toWorkerSchema } from "./messages.ts";
import { workerWriter } from "./worker-writer.ts";

// A process that answers requests beside the one that writes (src/node.ts), which started it: it verifies, reads, decides
// and draws. What it changes is written there, and there the outbox is sent and the clock is heard.

/** How often it looks for what was adopted by a command or on another machine, as a heartbeat does, ms. */
const LOOK = 60_000;

const [, , number = "0"] = process.argv;
const config = loadConfig(process.env);
const plainLog = createLog(config.logLevel, (line) => console.error(line), secretsOf(config));
const log: Log = (level, what, fields) => plainLog(level, what, { process: Number(number), ...fields });

// The process that started this one decides about its end; without that one nothing could be written.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
process.on("disconnect", () => process.exit(0));
process.on("unhandledRejection", (error) => {
  logFailure(error);
  process.exit(1);
});

const line = openLine<ToWriter>(process, async (said) => {
  const { kind } = toWorkerSchema.parse(said);
  const { deps, server } = await started;
  if (kind === "adopted") return loadAdopted(deps).catch(logFailure);
  await finish(server);
  await allAnswered(deps);
  process.exit(0);
});
const started = start();
await started;
tellMemory();
setInterval(tellMemory, TELL);
setInterval(() => void started.then(({ deps }) => loadAdopted(deps)).catch(logFailure), LOOK);
line.tell({ kind: "ready" });

/** Everything but listening. */
async function start() {
  const { secrets } = config;
  if (!secrets) throw new Error("no secrets");
  const { db } = await openDatabase(config.databaseUrl);
  writeThrough(db, workerWriter(line));
  const deps = nodeDeps(
    { config, secrets, db, pack: loadProgramme(config.programme) },
    {
      clock: realClock,
      pace: async (openId) => paceSchema.parse(await line.ask({ kind: "pace", openId })),
      defer: (work) => setImmediate(() => work().catch(logFailure)),
      log,
      counts: {
        add: (counter, labels) => line.tell({ kind: "count", counter, labels }),
        beat: () => {},
        read: async () => metricsSchema.parse(await line.ask({ kind: "counts" })),
      },
    },
  );
  const server = httpServer(createApp(deps, undefined, async () => line.tell({ kind: "send" })));
  process.on("message", (_, shared) => {
    if (shared instanceof Server)
      server.listen(shared, () => log("info", "worker listening", { pid: process.pid }));
  });
  await loadAdopted(deps);
  await warmUp(deps).catch(logFailure);
  void botOpenId(deps);
  return { deps, server };
}

function tellMemory(): void {
  const { rss, heapUsed } = process.memoryUsage();
  line.tell({ kind: "memory", rss, heapUsed });
}

/** Whether the bot goes on without its database is decided in one place. */
function logFailure(error: unknown): void {
  const trouble = databaseTrouble(error);
  if (trouble) line.tell({ kind: "trouble", why: trouble.message });
  log("error", "background work failed", { error: rootMessage(error) });
}
