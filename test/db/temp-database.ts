import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { type Db, openDatabase } from "../../db/open.ts";

/** A memory file system, where available: files are temporary and need no disk. */
const WHERE = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A temporary folder, deleted when the test ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(WHERE, "tentowns-db-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A temporary folder for all tests of a file. */
export function keptFolder(): string {
  const folder = mkdtempSync(join(WHERE, "tentowns-db-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A database file, opened like in the product; the same file again with `file`. */
export async function tempDatabase(file = join(tempFolder(), "test.db")): Promise<{ db: Db; file: string }> {
  const { db, close } = await openDatabase(`file:${file}`);
  onTestFinished(close);
  return { db, file };
}
