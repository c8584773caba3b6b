import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@libsql/client";
import { drizzle, type LibSQLDatabase } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";
import { DatabaseUnusable, rootMessage } from "./database-unusable.ts";

/** The one database handle; its writes go through `commit`. */
export type Db = LibSQLDatabase;

/** How long a second process waits for the write lock, ms. */
const BUSY_TIMEOUT = 5_000;

/**
 * Opens (and creates) the database and applies the migrations. A file is opened with WAL, synchronous=FULL, a busy
 * timeout and foreign keys (design.md 5). Throws `DatabaseUnusable` when it cannot be read or written.
 */
export async function openDatabase(url: string, authToken?: string): Promise<{ db: Db; close: () => void }> {
  try {
    if (url.startsWith("file:")) mkdirSync(dirname(url.slice("file:".length)), { recursive: true });
    // One connection: the pragmas below belong to a connection, and a batch is synchronous on it anyway.
    const client = createClient({
      url,
      concurrency: 1,
      timeout: BUSY_TIMEOUT,
      ...(authToken ? { authToken } : {}),
    });
    if (url.startsWith("file:")) {
      for (const pragma of ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"])
        await client.execute(`PRAGMA ${pragma}`);
    }
    const db = drizzle(client);
    await migrate(db, { migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)) });
    // Where nothing was left to migrate nothing was written yet: a read-only file or a full disk shows here, not later.
    if (url.startsWith("file:")) await client.execute("PRAGMA user_version=1");
    return { db, close: () => client.close() };
  } catch (cause) {
    throw new DatabaseUnusable(
      `cannot use the database ${url}: ${rootMessage(cause)}. Check that the folder exists, is writable and has free space, then start again; nothing was changed.`,
      { cause },
    );
  }
}
