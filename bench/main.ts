import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// Every measurement in a process of its own, one after the other, each with what it is compared with (design.md 9).

const BENCHES = ["submits.ts", "reads.ts", "score.ts", "sandbox-messages.ts", "fan-out.ts", "questions.ts"];

for (const bench of BENCHES) {
  console.log(`\n${bench}`);
  const file = fileURLToPath(new URL(bench, import.meta.url));
  const { status } = spawnSync(process.execPath, ["--import", "tsx", file, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
