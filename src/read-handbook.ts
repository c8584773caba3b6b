import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const HANDBOOK = fileURLToPath(new URL("../docs/使用手册.pdf", import.meta.url));

/** The handbook that ships with the program; null where the folder came without its documents. */
export async function readHandbook(): Promise<Uint8Array | null> {
  return readFile(HANDBOOK).catch(() => null);
}
