import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Front, redirectEnv } from "./redirect-env.ts";

/** Runs a program redirected to the sandbox; resolves to its exit status. */
export async function runCommand(
  front: Front,
  command: string[],
  base: Record<string, string | undefined>,
  way: "preload" | "proxy",
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "feishu-sandbox-"));
  const [program = "", ...args] = command;
  const child = spawn(program, args, { stdio: "inherit", env: await redirectEnv(front, folder, base, way) });
  const forward = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, forward);
  const status = await new Promise<number>((resolve) => {
    child.on("error", (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(127);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
  await rm(folder, { recursive: true });
  return status;
}
