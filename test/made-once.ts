import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";

// What many test files begin with is made once in a run of all tests, whichever process asks first.

/** The variable that names the folder of a run. */
const FOLDER = "TESTS_MADE_ONCE";

/** Makes the folder of a run on the disk, for it may be large, and removes it at its end; called by vitest. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "tentowns-run-"));
  process.env[FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** What `make` made under this name in this run: a copy for each that asks. Outside a run it is made each time. */
export async function madeOnce<T>(name: string, make: () => Promise<T>): Promise<T> {
  const folder = process.env[FOLDER];
  if (folder === undefined) return make();
  const file = join(folder, createHash("sha256").update(name).digest("hex"));
  if (!existsSync(file)) {
    // Others may be making it too: each writes a whole file, and the last one stays.
    const own = `${file}.${randomUUID()}`;
    writeFileSync(own, serialize(await make()));
    renameSync(own, file);
  }
  return deserialize(readFileSync(file));
}
