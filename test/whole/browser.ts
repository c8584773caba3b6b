import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import decompress from "woff2-encoder/decompress";
import * as z from "zod";

// The browser of the tests: the one named by CHROMIUM, otherwise the one from npm. The Chinese font always
// comes from npm, so that a page looks the same on every machine.

const MODULES = fileURLToPath(new URL("../../node_modules", import.meta.url));
const CACHE = join(MODULES, ".cache/tentowns");
const CHROMIUM = "@sparticuz/chromium";
const FONT = "@fontsource-variable/noto-sans-sc";

export type InstalledBrowser = {
  executablePath: string;
  /** Additional environment variables it needs. */
  env: Record<string, string>;
};

/** Why no browser is available; undefined if one is. */
export function whyNoBrowser(): string | undefined {
  const machine = `${process.platform}-${process.arch}`;
  if (process.env.CHROMIUM || machine === "linux-x64") return undefined;
  return `no browser comes by npm for ${machine}: name an installed one in CHROMIUM`;
}

/** Unpacks the browser if needed. Throws if CHROMIUM names a missing file. */
export async function installedBrowser(): Promise<InstalledBrowser> {
  const fonts = await chineseFont();
  const env = { FONTCONFIG_FILE: join(fonts, "fonts.conf") };
  const named = process.env.CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM names no file: ${named}`);
    return { executablePath: named, env };
  }
  const browser = await unpacked(CHROMIUM, unpackChromium);
  // A machine with only Node lacks the libraries, which the package contains.
  const libraries = join(browser, "al2023/lib");
  return { executablePath: join(browser, "chromium"), env: { ...env, LD_LIBRARY_PATH: libraries } };
}

/** The folder of the Chinese font, as files a program uses that is given their folder. */
export function chineseFont(): Promise<string> {
  return unpacked(FONT, unpackFonts);
}

/**
 * The folder of a package's unpacked files. Created atomically, even if several processes unpack at the same
 * time.
 */
async function unpacked(name: string, unpack: (folder: string) => Promise<void>): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(MODULES, name, "package.json"), "utf8")));
  const folder = join(CACHE, `${name.replace("/", "+")}-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const partial = await mkdtemp(`${folder}-`);
  await unpack(partial);
  await rename(partial, folder).catch(async (error: unknown) => {
    await rm(partial, { recursive: true });
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

/** The package unpacks into the temporary folder, and its libraries only if it detects AWS. */
async function unpackChromium(folder: string): Promise<void> {
  const program = `import chromium from "${CHROMIUM}"; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: MODULES,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
  });
}

/** The font consists of web fonts for character ranges; a browser uses only unpacked ones as system fonts. */
async function unpackFonts(folder: string): Promise<void> {
  const source = join(MODULES, FONT, "files");
  const files = (await readdir(source)).filter((file) => file.endsWith(".woff2"));
  for (const file of files)
    await writeFile(join(folder, `${file}.ttf`), await decompress(await readFile(join(source, file))));
  await writeFile(
    join(folder, "fonts.conf"),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`,
  );
}
