import { parseArgs } from "node:util";
import { bundled } from "../bundled.ts";
import { prepareGround } from "./ground.ts";
import { runStorm } from "./run.ts";

// `npm run faults -- [--runs 200] [--seed 1] [--towns qikou,xinyi]`: so many quarters in a storm, one line each; a failed
// one names its seed and what was wrong, and exit 1 follows.

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    towns: { type: "string" },
    seconds: { type: "string", default: "45" },
  },
});
const bundle = await bundled("bot");
const ground = await prepareGround(values.towns?.split(","));
const first = Number(values.seed);
const end = first + Number(values.runs);
let failed = 0;
for (let seed = first; seed < end; seed += 1) {
  const longest = Number(values.seconds) * 1_000;
  const { problems, counts, ms } = await runStorm(seed, { ground, bundle, longest });
  console.log(
    `${problems.length === 0 ? "ok   " : "FAULT"} seed ${seed} ${(ms / 1_000).toFixed(1)} s ${JSON.stringify(counts)}`,
  );
  for (const problem of problems) console.log(`      ${problem}`);
  if (problems.length > 0) failed += 1;
}
console.log(`${end - first - failed} of ${end - first} runs clean`);
ground.remove();
process.exitCode = failed > 0 ? 1 : 0;
