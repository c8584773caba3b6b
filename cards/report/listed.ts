import type { Locale } from "../../src/domain/programme/people.ts";
import { CELL_TEXT } from "../text/cells.ts";

/** Parts a toast names; the others are counted. */
const NAMED = 3;

/** A few parts by name and the number of others, short enough for a toast. */
export function listed(parts: string[], locale: Locale): string {
  const text = CELL_TEXT[locale];
  const named = text.clauses(parts.slice(0, NAMED));
  return parts.length > NAMED ? text.andMore(named, parts.length) : named;
}
