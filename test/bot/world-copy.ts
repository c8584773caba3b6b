import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SandboxCopy } from "../../src/sandbox/keep/kept-state.ts";

/**
 * A world as it was: the time (UTC ms), the bot's files by their paths in its folder, and the platform. What processes only
 * remember, such as logs, counts and exchanges, begins anew.
 */
export type WorldCopy = { now: number; files: Map<string, Uint8Array>; platform: SandboxCopy };

/** The files of a folder by their paths in it; a database must have been written back from its log. */
export function filesIn(folder: string): Map<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => !/-(wal|shm)$/.test(path) && statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(folder, path))]));
}

export function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** The platform of a copy, going on at its time without the address of a bot that is gone. */
export function resumed({ platform: { state, files }, now }: WorldCopy): SandboxCopy {
  const apps = state.apps.map((app) => ({ ...app, event_url: "", callback_url: "" }));
  return { files, state: { ...state, apps, ahead_ms: now - Date.now() } };
}
