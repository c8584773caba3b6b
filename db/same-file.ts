import { statSync } from "node:fs";

// A database file that is removed or replaced while it is open goes on taking writes that nobody will find again.

/** A check of the file at this path; it answers null while it is the one that was there at the first check, else why not. */
export function sameFile(path: string): () => string | null {
  let opened: string | null = null;
  return () => {
    const present = identity(path);
    opened ??= present;
    if (present === opened) return null;
    return present === null
      ? "the database file was removed while it was in use"
      : "the database file was replaced while it was in use";
  };
}

function identity(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}
