import { parseArgs } from "node:util";
import { PARSERS } from "./parsers.ts";

// `npm run fuzz -- [--cases 100000] [--seed N] [--only WORD] [--path P]`: made inputs for every parser of outside input, one
// line each; exit 1 when one of them throws, takes too long or answers what cannot be true. With seed and path of a fault
// its input alone is tried again.

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "100000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    only: { type: "string", default: "" },
    path: { type: "string" },
  },
});
const cases = values.path === undefined ? Number(values.cases) : 1;
const seed = Number(values.seed);
console.log(`seed ${seed}, ${cases} cases a parser`);
for (const { name, fuzz } of PARSERS.filter((one) => one.name.includes(values.only))) {
  const started = performance.now();
  try {
    await fuzz(cases, seed, values.path);
    console.log(`ok    ${name}: ${((performance.now() - started) / 1_000).toFixed(1)} s`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`FAULT ${name}: ${error instanceof Error ? error.message : error}`);
  }
}
