// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// chinese-days without the arrangements of the years before any programme, where a year that is not there is unknown, as one
// that is still to come; and with nothing but what is called, since no bundler leaves out a part of its default export. A
// Worker takes the file that `node build/chinese-days.mjs` writes.

const FIRST = 2024;
const CALLED = ["getDayDetail", "getLunarDate"];
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const OUT = join(ROOT, "dist/chinese-days.mjs");

const whole = readFileSync(join(ROOT, "node_modules/chinese-days/dist/index.es.js"), "utf8");
// The years stand in one chain, the newest first: `r.y(2026).ny()….y(2025)`.
const years = without(whole, new RegExp(`\\.y\\(${FIRST - 1}\\).*(?=[,;])`), "");
// It ends `Dt = { ...tt, ...ot }; export { Dt as default, J as getDayDetail, … }`.
const given = Object.fromEntries(
  [...years.matchAll(/(\S+) as (\w+)/g)].map(([, own = "", name = ""]) => [name, own]),
);
const called = CALLED.map((name) => `${name}: ${given[name]}`).join(", ");
const text = without(years, /(\S+ = \{)\s*\.\.\.[^}]*(\};)\s*export \{[^}]*\};/, `$1 ${called} $2`);
mkdirSync(join(ROOT, "dist"), { recursive: true });
writeFileSync(OUT, `${text.trimEnd()}\nexport { ${given.default} as default };\n`);

/**
 * @param {string} text
 * @param {RegExp} part
 * @param {string} instead
 */
function without(text, part, instead) {
  if (!part.test(text)) throw new Error("chinese-days is written in another way");
  return text.replace(part, instead);
}
