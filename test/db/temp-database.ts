import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { type Db, openDatabase } from "../../db/open.ts";
import { IN_MEMORY } from "../in-memory.ts";
import { blankDatabase } from "./blank-database.ts";

/** A temporary folder, deleted when the test ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(IN_MEMORY, "tentowns-db-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A temporary folder for all tests of a file. */
export function keptFolder(): string {
  const folder = mkdtempSync(join(IN_MEMORY, "tentowns-db-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A database file, opened like in the product: a blank one, or `given`, which is made if it is not there. */
export async function tempDatabase(given?: string): Promise<{ db: Db; file: string }> {
  const file = given ?? join(tempFolder(), "test.db");
  if (given === undefined) writeFileSync(file, await blankDatabase());
  const { db, close } = await openDatabase(`file:${file}`);
  onTestFinished(close);
  return { db, file };
}
