import { statfs } from "node:fs/promises";
import { dirname } from "node:path";

/** The bytes left on the disk of a database file; null for a remote database, or where the system does not say. */
export async function freeBytes(databaseUrl: string): Promise<number | null> {
  if (!databaseUrl.startsWith("file:")) return null;
  try {
    const { bavail, bsize } = await statfs(
      dirname(databaseUrl.replace(/^file:(?:\/\/)?/, "").replace(/\?.*$/, "")),
    );
    return bavail * bsize;
  } catch {
    return null;
  }
}
