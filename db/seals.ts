import { sha256 } from "./sha256.ts";

// The audit row of a change carries the hash of every document the change makes, so that `audit verify` finds one
// that was altered in the database. What a write makes is noted beside the write; `commit` puts it into the row.

/** Documents by name (`report 2026Q3/qikou 4`, `person ou_…`), each with its hash; null: it was taken away. */
export type Seals = Record<string, string | null>;

const made = new WeakMap<object, Seals>();

/** Notes what a write makes: the stored text of each document, null for one it takes away. Returns the write. */
export function sealed<W extends object>(write: W, texts: Record<string, string | null>): W {
  const seals = Object.entries(texts).map(([what, text]) => [what, text === null ? null : sha256(text)]);
  made.set(write, Object.fromEntries(seals));
  return write;
}

/** Everything that these writes make. */
export function sealsOf(writes: readonly object[]): Seals {
  return Object.assign({}, ...writes.map((write) => made.get(write)));
}

/** A row of the roster as it is hashed. */
export function personText(row: {
  openId: string;
  name: string;
  role: string;
  area: string;
  locale: string;
  deputy: boolean;
}): string {
  return JSON.stringify([row.openId, row.name, row.role, row.area, row.locale, row.deputy]);
}

/** A publication's stored scheme, inputs and result as they are hashed. */
export function publicationText(parts: readonly string[]): string {
  return parts.join("\n");
}
