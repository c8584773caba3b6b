import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Client } from "@libsql/client/http";
import type { LibSQLDatabase } from "drizzle-orm/libsql/driver-core";
import { drizzle } from "drizzle-orm/libsql/http";
import { migrate } from "drizzle-orm/libsql/migrator";
import { DatabaseUnusable, heldByOthers, rootMessage } from "./database-unusable.ts";
import { watchFile } from "./file-problem.ts";
import { openLocalClient } from "./local-client.ts";
import { openRemoteClient } from "./remote-client.ts";
import { sameFile } from "./same-file.ts";

/** The database handle; all writes go through `commit`. */
export type Db = LibSQLDatabase & { $client: Client };

/** How long a statement waits while another process holds the lock, ms; everything else goes on meanwhile. */
const BUSY_TIMEOUT = 60_000;

/**
 * Opens (and creates) the database and applies the migrations. A file is opened with WAL, synchronous=FULL, a busy
 * timeout and foreign keys (design.md 5). Throws `DatabaseUnusable` when it cannot be read or written.
 */
export async function openDatabase(url: string, authToken?: string): Promise<{ db: Db; close: () => void }> {
  try {
    const file = fileOf(url);
    if (file !== null) mkdirSync(dirname(file), { recursive: true });
    const client = file === null ? openRemoteClient(url, authToken) : openLocalClient(file, BUSY_TIMEOUT);
    if (file !== null) {
      for (const pragma of ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"])
        await client.execute(`PRAGMA ${pragma}`);
    }
    const db = drizzle(client);
    await migrate(db, { migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)) });
    // Without migrations nothing has been written yet: detects a read-only file or a full disk now.
    if (file !== null) {
      await client.execute("PRAGMA user_version=1");
      watchFile(db, sameFile(file));
    }
    return { db, close: () => client.close() };
  } catch (cause) {
    const held = heldByOthers(cause);
    if (held) throw held;
    throw new DatabaseUnusable(
      `cannot use the database ${withoutSecrets(url)}: ${withoutSecrets(rootMessage(cause))}. Check that the folder exists, is writable and has free space, then start again; nothing was changed.`,
      { cause },
    );
  }
}

/** A text without the credentials that URLs in it may hold. */
function withoutSecrets(text: string): string {
  return text.replace(/\/\/[^/@\s]*@/g, "//").replace(/\?\S*/g, "");
}

/**
 * The path of a `file:` URL, with or without the slashes of an empty host, %20 and the like as what they stand for; null for
 * a remote database.
 */
export function fileOf(url: string): string | null {
  if (!url.startsWith("file:")) return null;
  const path = url.slice("file:".length).replace(/^\/\/(?:localhost)?(?=\/)/, "");
  // A file that is there under the name as it is written stays in use.
  if (existsSync(path)) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    // A % that stands for itself.
    return path;
  }
}
