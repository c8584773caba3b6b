// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// chinese-days without the arrangements of the years before any programme: a year that is not there is unknown, as one that
// is still to come. A Worker takes the file that `node build/chinese-days.mjs` writes.

const FIRST = 2024;
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const OUT = join(ROOT, "dist/chinese-days.mjs");

/** The years stand in one chain, the newest first: `r.y(2026).ny()….y(2025)`. */
const EARLIER = new RegExp(`\\.y\\(${FIRST - 1}\\).*(?=[,;])`);
const whole = readFileSync(join(ROOT, "node_modules/chinese-days/dist/index.es.js"), "utf8");
const text = whole.replace(EARLIER, "");
if (text === whole || text.includes(".y(2004)")) throw new Error("chinese-days is written in another way");
mkdirSync(join(ROOT, "dist"), { recursive: true });
writeFileSync(OUT, text);
