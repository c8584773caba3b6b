import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { type Db, openDatabase } from "../../db/open.ts";

/** Memory, where the system has it: nothing here outlives the test, and nobody waits for the disk. */
const WHERE = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A folder of its own that goes when the test ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(WHERE, "tentowns-db-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder that stays for all tests of a file. */
export function keptFolder(): string {
  const folder = mkdtempSync(join(WHERE, "tentowns-db-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A database file, opened as the product opens it; the same file again with `file`. */
export async function tempDatabase(file = join(tempFolder(), "test.db")): Promise<{ db: Db; file: string }> {
  const { db, close } = await openDatabase(`file:${file}`);
  onTestFinished(close);
  return { db, file };
}
