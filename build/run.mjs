// @ts-check
import { existsSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { PRODUCT, ROOT, refresh } from "./bundle.mjs";

// Runs a program from its bundle: `node build/run.mjs bot`, `tentowns COMMAND`, `sandbox`. Where the tools are installed,
// what was changed since is bundled first; production takes the bundle that is there.

const [program = "bot"] = process.argv.splice(2, 1);
const bundle = join(ROOT, PRODUCT.folder, `${program}.mjs`);
const { NODE_ENV, FEISHU_APP_ID } = process.env;

if (NODE_ENV !== "production" && existsSync(join(ROOT, "node_modules/esbuild")))
  await refresh({ page: program === "sandbox" || (program === "bot" && !FEISHU_APP_ID) });
if (!existsSync(bundle)) {
  console.error("not bundled yet: run `npm ci` once with the development dependencies");
  process.exit(1);
}
// Newer versions of Node keep what they have compiled for the next start.
Reflect.get(module, "enableCompileCache")?.();
await import(bundle);
