import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// Every measurement in a process of its own, one after the other, each with what it is compared with (design.md 9).
// `--json`: one line a measure, and nothing else; what is not measured against a goal is left out.

const MEASURED = [
  "submits.ts",
  "acks.ts",
  "score.ts",
  "fan-out.ts",
  "questions.ts",
  "growth.ts",
  "start.ts",
  "trips.ts",
];
const SHOWN = ["reads.ts", "claims.ts", "sandbox-messages.ts"];

const asJson = process.argv.includes("--json");
for (const bench of asJson ? MEASURED : [...MEASURED, ...SHOWN]) {
  if (!asJson) console.log(`\n${bench}`);
  const file = fileURLToPath(new URL(bench, import.meta.url));
  const { status } = spawnSync(process.execPath, ["--import", "tsx", file, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
