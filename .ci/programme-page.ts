import { writeFileSync } from "node:fs";
import { programmePage } from "../test/docs/programme-page.ts";

// Writes docs/programme.md and docs/programme.zh-CN.md: `npx tsx .ci/programme-page.ts`. A test holds that they are true.

writeFileSync("docs/programme.md", programmePage("en"));
writeFileSync("docs/programme.zh-CN.md", programmePage("zh-CN"));
