import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { createApp } from "../src/app.ts";
import { httpServer } from "../src/http-server.ts";
import { hearWorker } from "../src/processes/hear-worker.ts";
import { ONE_CORE, startWorkers } from "../src/processes/workers.ts";
import { openPressWorld } from "./press-world.ts";
import { SECRETS } from "./signed-request.ts";

// The bot over HTTP in the midst of a quarter, `press-server.ts FOLDER TOWNS PROCESSES`: the process that writes, which this is,
// and the product's own workers. Nothing is sent, as in submits.ts.

const [, , folder = "", towns = "0", processes = "1"] = process.argv;
const world = await openPressWorld(folder, Number(towns), Date.now());
const pack = join(folder, `pack-${towns}.json`);
// Towns that the initials of the shipped pack stand for are not among the made-up ones.
writeFileSync(pack, JSON.stringify({ ...world.deps.programme, ambiguousInitials: {} }));
Object.assign(process.env, SECRETS, {
  ...{ DATABASE_URL: `file:${folder}/presses-${towns}.db`, EVIDENCE_URL: `file:${folder}`, PROGRAMME: pack },
  ...{ FEISHU_DOMAIN: "http://127.0.0.1:9", LOG_LEVEL: "error" },
});
const ended = () => {
  throw new Error("a worker ended");
};
const server = httpServer(createApp(world.deps, undefined, async () => {}));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
if (Number(processes) > 1) setFlagsFromString(ONE_CORE);
const workers = startWorkers({
  ...{ n: Number(processes) - 1, server, log: () => {}, mayStart: () => true, ended },
  hearing: () => hearWorker(world.deps, async () => {}),
});
// They say what they hold when they are ready.
while (workers.memory().some(({ rss }) => rss === 0)) await wait(20);
await wait(200);
const address = server.address();
console.log(
  JSON.stringify({
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/feishu/webhook`,
  }),
);
process.on("SIGTERM", () => process.exit(0));
