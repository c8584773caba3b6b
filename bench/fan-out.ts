import { tmpdir } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { timeAtTheLimit } from "./fan-out-platform.ts";
import { push } from "./fan-out-push.ts";
import { type Measure, report, rounded } from "./measure.ts";

// B4: one card to each of 21,421 people (every township-level division there is) in virtual time, by the real outbox on a
// real file, against what the platform's own limit allows.

const RECEIVERS = 21_421;

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");
const samples: Array<{ sent: number; heap: number; cpu: number }> = [];
const watch = (sent: number): void => {
  if (typeof collect === "function") collect();
  samples.push({
    sent,
    heap: process.memoryUsage().heapUsed / 1e6,
    cpu: process.cpuUsage(started).user / 1000,
  });
};

const limit = timeAtTheLimit(RECEIVERS);
const started = process.cpuUsage();
const begun = performance.now();
const { took, platform, rows, answers } = await push(RECEIVERS, tmpdir(), watch);
const seconds = (ms: number) => Math.round(ms / 100) / 10;
const over = (ms: number, than: number) => `${((ms / than - 1) * 100).toFixed(2)} %`;

const sent: Measure = {
  id: "B4",
  what: `one card to each of ${RECEIVERS} people, virtual time, against the platform's own limit`,
  value: Math.round((platform.counts.taken / took) * 60_000),
  unit: "a minute",
  against: Math.round((RECEIVERS / limit) * 60_000),
  ratio: rounded(limit / took),
  goal: 0.95,
  met: limit / took >= 0.95 && platform.counts.refused === 0,
};
report([sent]);
if (!process.argv.includes("--json")) details();

function details(): void {
  console.table({
    "the outbox": {
      "virtual s": seconds(took),
      "a minute": Math.round((platform.counts.taken / took) * 60_000),
    },
    "the limit, sent the moment it allows": {
      "virtual s": seconds(limit),
      "a minute": Math.round((RECEIVERS / limit) * 60_000),
    },
    "1,000 a minute": { "virtual s": seconds(RECEIVERS * 60), "a minute": 1000 },
  });
  const perThousand = samples.slice(1).map(({ cpu }, n) => cpu - (samples[n]?.cpu ?? 0));
  const heaps = samples.map(({ heap }) => Math.round(heap));
  console.log(
    [
      `over the limit's own time: ${over(took, limit)}; over 1,000 a minute: ${over(took, RECEIVERS * 60)}`,
      `refused by the platform: ${platform.counts.refused}; entries: ${JSON.stringify(rows)}`,
      `messages a receiver: ${Math.min(...platform.received)} to ${Math.max(...platform.received)}; ${answers.length} of them asked in the midst of it`,
      `and had their answer after ${seconds(Math.min(...answers))} to ${seconds(Math.max(...answers))} s`,
      `heap, MB, every 1,000: ${heaps.join(" ")}`,
      `CPU, ms a message: ${[...perThousand.slice(0, 3), ...perThousand.slice(-3)].map((ms) => (ms / 1000).toFixed(2)).join(" ")} (first and last three thousand)`,
      `real time: ${seconds(performance.now() - begun)} s`,
    ].join("\n"),
  );
}
