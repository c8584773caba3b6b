// @ts-check
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { trimmed } from "./feishu-sdk.mjs";

// Bundles the product for Node and the page of the sandbox: `node build/bundle.mjs`, which `npm ci` runs. A bundle starts
// in a fraction of the time the sources take, and needs no package but libSQL's native code.

/** @typedef {import("esbuild").BuildOptions} BuildOptions */
/** @typedef {import("esbuild").Metafile} Metafile */

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** The programs for Node share their chunks; what is rarely needed is in chunks of its own. */
export const PRODUCT = {
  folder: "dist/bot",
  made: "bot.mjs",
  from: ["src", "cards", "db", "package-lock.json"],
};
export const PAGE = { folder: "dist/page", made: "main.js", from: ["src/sandbox", "package-lock.json"] };

/** Bundles the programs into dist/bot, here or in a folder that is to hold their files too; returns what went in. */
export function bundleProduct(root = ROOT) {
  return write(join(root, PRODUCT.folder), {
    entryPoints: {
      bot: "src/node.ts",
      tentowns: "src/cli/main.ts",
      sandbox: "src/sandbox/main.ts",
      "photos-process": "src/photos-process.ts",
      "worker-process": "src/processes/worker-process.ts",
    },
    platform: "node",
    target: "node20",
    minifyWhitespace: true,
    minifySyntax: true,
    charset: "utf8",
    chunkNames: "[name]-[hash]",
    outExtension: { ".js": ".mjs" },
    external: ["libsql"],
    // CommonJS packages ask for what Node gives them, and the SDK for its folder.
    banner: {
      js: 'import { createRequire as requireIn } from "node:module"; const require = requireIn(import.meta.url);',
    },
    define: { __dirname: '"/"' },
    plugins: [besideSources, withoutUncalled],
  });
}

/** Bundles the page into dist/page; returns what went in. */
export function bundlePage(root = ROOT) {
  return write(join(root, PAGE.folder), {
    entryPoints: { main: "src/sandbox/page/main.tsx" },
    target: "es2022",
    minify: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".svg": "text" },
  });
}

/**
 * Bundles anew what is older than its sources. Whoever runs from the folder keeps the chunks they began with.
 * @param {{ page: boolean }} needs
 */
export async function refresh({ page }) {
  await Promise.all([
    isStale(PRODUCT) ? bundleProduct() : undefined,
    page && isStale(PAGE) ? bundlePage() : undefined,
  ]);
}

/** @param {typeof PRODUCT} bundle */
function isStale({ folder, made, from }) {
  const since = timeOf(join(ROOT, folder, made));
  return from.flatMap(filesUnder).some((file) => timeOf(file) > since);
}

/** @param {string} path */
function filesUnder(path) {
  const full = join(ROOT, path);
  if (!statSync(full).isDirectory()) return [full];
  return readdirSync(full, { recursive: true, encoding: "utf8" }).map((name) => join(full, name));
}

/** @param {string} file */
function timeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * Files beside a source, such as migrations and packs, stay where they are and are found from the bundle. A source that asks
 * for its own ending looks for another program, which is beside the bundle.
 * @type {import("esbuild").Plugin}
 */
const besideSources = {
  name: "beside-sources",
  setup({ onLoad }) {
    onLoad({ filter: /\/(src|db)\/.*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      if (!source.includes("import.meta.url") || source.includes("extname(import.meta.url)"))
        return undefined;
      const there = JSON.stringify(relative(join(ROOT, PRODUCT.folder), path));
      return {
        contents: source.replaceAll("import.meta.url", `new URL(${there}, import.meta.url).href`),
        loader: "ts",
      };
    });
  },
};

/** @type {import("esbuild").Plugin} */
const withoutUncalled = {
  name: "without-uncalled",
  setup({ onLoad }) {
    onLoad({ filter: /@larksuiteoapi\/node-sdk\/.*\/index\.js$/ }, ({ path }) => ({
      contents: trimmed(readFileSync(path, "utf8")),
      loader: "js",
    }));
  },
};

/**
 * Each file appears whole, because others may be starting from the folder.
 * @param {string} folder
 * @param {BuildOptions} options
 * @returns {Promise<Metafile>}
 */
async function write(folder, options) {
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    bundle: true,
    splitting: true,
    format: "esm",
    absWorkingDir: ROOT,
    outdir: folder,
    write: false,
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
    ...options,
  });
  // The programs last: they name the chunks.
  for (const { path, contents } of (outputFiles ?? []).toReversed()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
  return metafile ?? { inputs: {}, outputs: {} };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  // A production folder, which lacks the tools, was given its bundle before.
  if (!existsSync(join(ROOT, "node_modules/esbuild"))) console.error("not bundled: esbuild is not installed");
  else {
    for (const bundle of [PRODUCT, PAGE])
      if (isStale(bundle)) rmSync(join(ROOT, bundle.folder), { recursive: true, force: true });
    await refresh({ page: true });
  }
}
