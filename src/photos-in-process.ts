import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { Labelled } from "./bot/evidence/join-photos.ts";
import { lookAtBytes } from "./bot/evidence/look-at-bytes.ts";
import { type LookedAt, lookedAtSchema } from "./domain/checkup/photo-facts.ts";
import type { Log } from "./log.ts";

/** The longest a photo is looked at, ms. */
const PATIENCE = 20_000;
/** The program beside this one: a source, or a bundle. */
const PROGRAM = new URL(`./photos-process${extname(import.meta.url)}`, import.meta.url);
/** Its heap is bounded, its pixels by the photo's size. */
const HEAP = "--max-old-space-size=128";

const joinedSchema = z.instanceof(Uint8Array).nullable();

/** A photo to look at, or two to join. */
export type PhotoWork = Uint8Array | { join: readonly [Labelled, Labelled] };

/**
 * Looks at photos, and joins pairs of them, in a process of their own, one after another, so that decoding a large one
 * keeps nobody waiting and a hostile one ends nothing else. A photo that takes too long or ends the process is not
 * decoded; the next one gets a new process. It starts with the first photo and keeps nobody else alive. `file`: its
 * program.
 */
export function photosInProcess(log: Log, file = PROGRAM) {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const work = async <T>(asked: PhotoWork, schema: z.ZodType<T>, otherwise: () => T): Promise<T> => {
    const started = child ?? startChild(file);
    child = started;
    try {
      return schema.parse(await answerOf(started, asked));
    } catch (error) {
      log("warn", "photo not looked at", { error: error instanceof Error ? error.name : "unknown" });
      child = undefined;
      started.kill("SIGKILL");
      return otherwise();
    }
  };
  const inTurn = <T>(asked: PhotoWork, schema: z.ZodType<T>, otherwise: () => T): Promise<T> => {
    const done = last.then(() => work(asked, schema, otherwise));
    last = done.catch(() => {});
    return done;
  };
  return {
    look: (bytes: Uint8Array) => inTurn<LookedAt>(bytes, lookedAtSchema, () => lookAtBytes(bytes, false)),
    join: (pair: readonly [Labelled, Labelled]) =>
      inTurn<Uint8Array | null>({ join: pair }, joinedSchema, () => null),
  };
}

function startChild(file: URL): ChildProcess {
  // A source needs its loader.
  const execArgv = file.pathname.endsWith(".ts") ? [HEAP, "--import", "tsx"] : [HEAP];
  const child = fork(fileURLToPath(file), { execArgv, serialization: "advanced" });
  child.on("error", () => {});
  child.unref();
  child.channel?.unref();
  return child;
}

/** The child's answer; rejects when it fails, ends or takes too long. */
async function answerOf(child: ChildProcess, asked: PhotoWork): Promise<unknown> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), PATIENCE);
  try {
    const answered = once(child, "message", { signal: over.signal });
    const ended = once(child, "exit", { signal: over.signal });
    child.send(asked);
    const [found] = await Promise.race([answered, ended]);
    return found;
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}
