import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the third-party clients. */
export const FOLDER = fileURLToPath(new URL("./programs/", import.meta.url));

/**
 * Installs the clients by their lock file, unless installed. Install scripts are not run: one of them would
 * build an unused key ring.
 */
export async function installClients(): Promise<void> {
  if (isInstalled()) return;
  const child = spawn("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: FOLDER,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (part) => {
    errors += part;
  });
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status !== 0) throw new Error(`npm ci in test/third-party/programs failed: ${errors.slice(-2_000)}`);
}

// npm records the installed versions beside the modules; an older record belongs to an older lock file.
function isInstalled(): boolean {
  const note = `${FOLDER}node_modules/.package-lock.json`;
  return existsSync(note) && versions(note) === versions(`${FOLDER}package-lock.json`);
}

function versions(file: string): string {
  const { packages }: { packages: Record<string, { version?: string }> } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, { version }]) => `${path} ${version}`)
    .sort()
    .join("\n");
}
