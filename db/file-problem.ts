// What is wrong with the file behind an open database; a remote one has none.

const checks = new WeakMap<object, () => string | null>();

/** From now on `check` says what is wrong with the file; it is called once to begin with. */
export function watchFile(db: object, check: () => string | null): void {
  check();
  checks.set(db, check);
}

/** Why the database's file is no longer the one that was opened; null while it is. */
export function fileProblem(db: object): string | null {
  return checks.get(db)?.() ?? null;
}
