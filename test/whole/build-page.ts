import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Builds the page if it is missing; `npm test` does so before. */
export function buildPage(): void {
  if (existsSync(new URL("../../dist/page/main.js", import.meta.url))) return;
  execFileSync("npm", ["run", "-s", "build:page"], { cwd: fileURLToPath(new URL("../..", import.meta.url)) });
}
