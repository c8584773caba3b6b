import { readFileSync, writeFileSync } from "node:fs";
import { loadProgramme } from "../src/load-programme.ts";
import { readmeWithTable } from "../test/cards/ask/readme-table.ts";

// Writes the table of questions into docs/questions.md and its Chinese sister: `npx tsx .ci/question-table.ts`. A test holds that they are in step.

const programme = loadProgramme("luliang-ten-towns");
for (const [file, locale] of [
  ["docs/questions.md", "en"],
  ["docs/questions.zh-CN.md", "zh-CN"],
] as const)
  writeFileSync(file, readmeWithTable(readFileSync(file, "utf8"), programme, locale));
