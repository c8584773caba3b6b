import { type SpawnOptions, spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { bundled } from "../whole/bundled.ts";

type Program = Parameters<typeof bundled>[0];
export type Ran = { code: number | null; stdout: string; stderr: string };

const ROOT = join(import.meta.dirname, "../..");

/**
 * Runs one of our programs as an operator would, in a separate process with only `env` in its environment.
 */
export async function runProgram(
  program: Program,
  args: string[],
  env: Record<string, string>,
  options: SpawnOptions = {},
): Promise<Ran> {
  return run(process.execPath, [await bundled(program), ...args], env, options);
}

/** The same with a file size limit in KB: larger writes fail like on a full disk. */
export async function runOnFullDisk(
  program: Program,
  args: string[],
  env: Record<string, string>,
  kilobytes: number,
): Promise<Ran> {
  const script = `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$0" "$@"`;
  return run("bash", ["-c", script, process.execPath, await bundled(program), ...args], env, {});
}

/** Runs one of our programs for a reader who stops after the first line. */
export async function runForOneLine(program: Program, ...args: string[]): Promise<Ran> {
  const script = 'set -o pipefail; "$0" "$@" | (read -r line; echo "$line")';
  return run("bash", ["-c", script, process.execPath, await bundled(program), ...args], {}, {});
}

async function run(
  file: string,
  args: string[],
  env: Record<string, string>,
  options: SpawnOptions,
): Promise<Ran> {
  const child = spawn(file, args, {
    cwd: ROOT,
    ...options,
    env: { PATH: process.env.PATH ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (!child.stdout || !child.stderr) throw new Error("no output");
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
