// @ts-check
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// zod without its JSON Schema: every schema it makes can write itself as one, which a Worker never asks for and which no
// bundler can leave out. A Worker takes the folder that `node build/zod.mjs` writes.

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const OUT = join(ROOT, "dist/zod");
const LEFT_OUT = ["to-json-schema", "json-schema-processors"];

rmSync(OUT, { recursive: true, force: true });
cpSync(join(ROOT, "node_modules/zod"), OUT, {
  recursive: true,
  filter: (path) => !/\.(?:[cm]?ts|cjs|md)$|zod\/src$/.test(path),
});
for (const file of LEFT_OUT) {
  const path = join(OUT, `v4/core/${file}.js`);
  writeFileSync(path, standsInFor(readFileSync(path, "utf8")));
}

/**
 * The same names, none of which does anything. Two of them make a schema's methods, and are called for every schema.
 * @param {string} module
 */
function standsInFor(module) {
  const names = [...module.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name = ""]) => name);
  const refuse = "() => { throw new Error('JSON Schema is left out of the Worker'); }";
  return [
    `const refuse = ${refuse};`,
    ...names.map(
      (name) => `export const ${name} = ${/^create\w*Method$/.test(name) ? "() => refuse" : "refuse"};`,
    ),
  ].join("\n");
}
