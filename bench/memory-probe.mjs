// @ts-check
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

// Loaded into a process beside its program (`node --import`): writes what memory it holds into a file of its own, every
// MEMORY_EVERY ms; and at every fourth time, what is left after a collection. The product knows nothing of it.

const { MEMORY_FOLDER: folder, MEMORY_EVERY: every } = process.env;
/** How often a collection is made; at each time it would flatter what the process holds by itself. */
const COLLECTED = 4;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
let looks = 0;

function look() {
  const { rss, heapTotal, heapUsed, external } = process.memoryUsage();
  let live = null;
  if (looks % COLLECTED === 0) {
    collect();
    live = process.memoryUsage().heapUsed;
  }
  looks += 1;
  const line = { rss, heapTotal, heapUsed, external, live };
  appendFileSync(join(folder ?? "", `${process.pid}.jsonl`), `${JSON.stringify(line)}\n`);
}

if (folder) setInterval(look, Number(every)).unref();
