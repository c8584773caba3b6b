/**
 * The database cannot be opened, read or written; the message says what to check. The write in progress is not stored.
 */
export class DatabaseUnusable extends Error {
  override name = "DatabaseUnusable";
}

const WRONG: Record<string, string> = {
  SQLITE_FULL: "the disk is full",
  SQLITE_READONLY: "the file, or the folder it is in, cannot be written",
  SQLITE_IOERR: "the disk does not take or give what is asked",
  SQLITE_CANTOPEN: "the file cannot be opened",
  SQLITE_CORRUPT: "the file is damaged; go back to a backup",
  SQLITE_NOTADB: "the file is no database",
  FILE_MOVED: "its file was removed or replaced; start the bot again once it is back",
};

/** The problem with file or disk behind an error; null when the error has another cause. */
export function databaseTrouble(error: unknown): DatabaseUnusable | null {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    if (e instanceof DatabaseUnusable) return e;
    const code = "code" in e && typeof e.code === "string" ? e.code : "";
    const why = Object.entries(WRONG).find(([known]) => code === known || code.startsWith(`${known}_`))?.[1];
    if (why)
      return new DatabaseUnusable(`the database cannot be used: ${why} (${code}). Nothing was changed.`, {
        cause: error,
      });
  }
  return null;
}

/** Whether another program held the database for too long; nothing was changed, and the same may succeed later. */
export function isBusy(error: unknown): boolean {
  for (let e: unknown = error; e instanceof Error; e = e.cause)
    if ("code" in e && typeof e.code === "string" && /^SQLITE_(BUSY|LOCKED)/.test(e.code)) return true;
  return false;
}

/** The same in words, for whoever has waited; null for other errors. */
export function heldByOthers(error: unknown): DatabaseUnusable | null {
  return isBusy(error)
    ? new DatabaseUnusable(
        "another program holds the database, and went on doing so. What was asked for last is not stored; try again once that program has ended.",
        { cause: error },
      )
    : null;
}

/** The innermost message of an error; a failed query's own message contains the values being stored. */
export function rootMessage(error: unknown): string {
  let e: unknown = error;
  while (e instanceof Error && e.cause instanceof Error) e = e.cause;
  return e instanceof Error ? e.message : "unknown";
}
