import type { RunningSandbox } from "../start.ts";
import { failureText } from "./script-runs.ts";
import type { Script } from "./script-schema.ts";

const LOOK_EVERY_MS = 200;

/** Plays a script once the sandbox's bot is reachable, and prints the result to stderr. */
export async function playWhenReachable(sandbox: RunningSandbox, script: Script): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = setInterval(() => {
      if (!sandbox.isReachable()) return;
      clearInterval(look);
      resolve();
    }, LOOK_EVERY_MS);
    look.unref();
  });
  const run = await sandbox.play(script);
  console.error(`script ${run.title}: ${run.status} after ${run.played} steps, ${run.ms} ms`);
  if (run.failure !== undefined) console.error(failureText(run));
}
