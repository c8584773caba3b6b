import { execFileSync } from "node:child_process";
import { chmod, cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

// Builds the sandbox as a separate package, `feishu-sandbox`, without dependencies: one bundle, the page and
// the preload. Writes to dist/feishu-sandbox and packs to dist/. The page has to be bundled first (node
// build/bundle.mjs).

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const OUT = root("dist/feishu-sandbox");

const DESCRIPTION =
  "A local Feishu (Lark) for developing and testing bots: API, events, cards and a chat page";
const MANIFEST = {
  name: "feishu-sandbox",
  version: "0.2.0",
  description: DESCRIPTION,
  type: "module",
  bin: { "feishu-sandbox": "feishu-sandbox.js" },
  files: ["feishu-sandbox.js", "preload.mjs", "page", "README.md"],
  engines: { node: ">=20.11" },
};

await rm(OUT, { recursive: true, force: true });
await mkdir(`${OUT}/page`, { recursive: true });
await build({
  entryPoints: [root("src/sandbox/main.ts")],
  outfile: `${OUT}/feishu-sandbox.js`,
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  format: "esm",
  // Bundled CommonJS packages need `require`.
  banner: {
    js: '#!/usr/bin/env node\nimport { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
  },
  define: { PACKED_PAGE: '"./page/"' },
  logLevel: "warning",
});
for (const name of await readdir(root("dist/page")))
  await cp(root(`dist/page/${name}`), `${OUT}/page/${name}`);
await cp(root("src/sandbox/page/index.html"), `${OUT}/page/index.html`);
await cp(root("src/sandbox/redirect/preload.mjs"), `${OUT}/preload.mjs`);
await cp(root("docs/sandbox.md"), `${OUT}/README.md`);
await writeFile(`${OUT}/package.json`, `${JSON.stringify(MANIFEST, undefined, 2)}\n`);
await chmod(`${OUT}/feishu-sandbox.js`, 0o755);
const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", root("dist")], { cwd: OUT });
console.log(packed.toString("utf8"));
