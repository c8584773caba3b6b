import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Files beside a source, such as migrations and packs, are looked for where the source is. */
const ownUrls: Plugin = {
  name: "own-urls",
  setup({ onLoad }) {
    onLoad({ filter: /\/(src|db)\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: source.replaceAll("import.meta.url", url), loader: "ts" };
    });
  },
};

/**
 * The product in one file, made from the sources as they are now: it starts in a fraction of the time tsx takes, which
 * tests that start it dozens of times need. `remove` deletes it again.
 */
export async function bundleProduct(): Promise<{ file: string; remove: () => void }> {
  const dist = join(ROOT, "dist");
  mkdirSync(dist, { recursive: true });
  const folder = mkdtempSync(join(dist, "whole-"));
  const file = join(folder, "node.mjs");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  await build({
    entryPoints: [join(ROOT, "src/node.ts")],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    // The database is native code.
    external: ["@libsql/*", "libsql"],
    banner: {
      js: "import { createRequire as requireIn } from 'node:module'; globalThis.require = requireIn(import.meta.url);",
    },
    // The SDK asks for its folder when it is loaded.
    define: { __dirname: JSON.stringify("/") },
    plugins: [ownUrls],
  });
  return { file, remove };
}
