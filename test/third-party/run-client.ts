import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { FOLDER } from "./install.ts";

/**
 * Runs a third-party program in a separate process until the end of the test. Its output is examined line by
 * line.
 */
export function runClient(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, args, {
    cwd: FOLDER,
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    wake();
  });
  createInterface({ input: child.stderr }).on("line", (line) => lines.push(`stderr ${line}`));
  let ended = false;
  child.on("close", () => {
    ended = true;
    wake();
  });
  return {
    write: (line: string) => void child.stdin.write(`${line}\n`),
    /** The first result of `find` on a past or future line; throws if the program ends without one. */
    printed: <T>(find: (line: string) => T | undefined): Promise<T> =>
      new Promise((resolve, reject) => {
        const look = () => {
          for (const line of lines) {
            const found = find(line);
            if (found === undefined) continue;
            waiting.delete(look);
            return resolve(found);
          }
          if (ended) reject(new Error(`it ended after printing:\n${lines.slice(-30).join("\n")}`));
        };
        waiting.add(look);
        look();
      }),
  };
}
