// @ts-check
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundlePage, bundleProduct, PRODUCT, ROOT } from "./bundle.mjs";

// `npm run release`: an archive for this platform that starts with `node`, without npm or a package to install. The bundles,
// the files they read, libSQL's native code, the documents, and the notices of everything inside.

/** Copied as they are. */
const FILES = [
  ...["LICENSE", "CHANGELOG.md", "README.md", "README.zh-CN.md", "docs", "db/migrations", "db/programmes"],
  ...["src/sandbox/page/index.html", "src/sandbox/redirect/preload.mjs"],
  ...["deploy/start.sh", "deploy/healthy.sh", "deploy/tentowns.service"],
];

const { name, version, license, engines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/**
 * Puts the product together in an empty folder.
 * @param {string} out
 */
export async function assemble(out) {
  const made = await Promise.all([bundleProduct(out), bundlePage(out)]);
  for (const file of FILES) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    cpSync(join(ROOT, file), join(out, file), { recursive: true });
  }
  const native = nativePackages();
  for (const folder of native) cpSync(folder, join(out, folder.slice(ROOT.length)), { recursive: true });
  const bundled = made.flatMap(({ inputs }) =>
    Object.keys(inputs).flatMap((input) => packageOf(input) ?? []),
  );
  writeFileSync(join(out, "NOTICES.txt"), noticesOf([...bundled, ...native]));
  const [start, command] = ["bot", "tentowns"].map((program) => `${PRODUCT.folder}/${program}.mjs`);
  const manifest = {
    ...{ name, version, private: true, license, type: "module", engines, main: start },
    scripts: { start: `node ${start}`, tentowns: `node ${command}` },
  };
  writeFileSync(join(out, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** The folders of libSQL's package, what it loads, and its native code for this machine. */
function nativePackages() {
  /** @type {Set<string>} */
  const folders = new Set();
  /** @param {string} folder */
  const add = (folder) => {
    if (folders.has(folder)) return;
    folders.add(folder);
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    );
    for (const one of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = (createRequire(join(folder, "package.json")).resolve.paths(one) ?? [])
        .map((path) => join(path, one))
        .find(existsSync);
      // Code for other machines is not installed.
      if (found) add(found);
    }
  };
  add(join(ROOT, "node_modules/libsql"));
  return [...folders];
}

/**
 * The folder of the package a bundled file is from; null for our own.
 * @param {string} input
 */
function packageOf(input) {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return found?.[1] ? join(ROOT, found[1]) : null;
}

/**
 * Name, version and licence of each package, with the licence's text where the package has it.
 * @param {string[]} folders
 */
function noticesOf(folders) {
  const notices = [...new Set(folders)].map((folder) => {
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
    const terms = texts.map((file) => readFileSync(join(folder, file), "utf8").trim());
    return [`${about.name} ${about.version}: ${about.license ?? "see below"}`, ...terms].join("\n\n");
  });
  const line = "-".repeat(80);
  return `${notices.sort().join(`\n\n${line}\n\n`)}\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const release = join(ROOT, "dist/release");
  rmSync(release, { recursive: true, force: true });
  await assemble(join(release, name));
  const archive = `dist/release/${name}-${version}-${process.platform}-${process.arch}.tar.gz`;
  execFileSync("tar", ["-czf", join(ROOT, archive), "-C", release, name]);
  console.log(archive);
}
