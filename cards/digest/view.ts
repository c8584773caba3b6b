import type { DigestFacts } from "../../src/domain/digest/facts.ts";
import type { Changes } from "../../src/domain/digest/what-changed.ts";
import type { Locale } from "../../src/domain/people.ts";
import type { Programme } from "../../src/domain/programme.ts";
import type { Scheme } from "../../src/domain/scoring/scheme.ts";

/**
 * A digest ready to draw. `first`: there was none before; `preview`: somebody asked how it would look now; `scheme`: the
 * ranking's own, for the names of its indicators.
 */
export type DigestView = {
  programme: Programme;
  facts: DigestFacts;
  changes: Changes;
  scheme: Scheme | null;
  first: boolean;
  preview: boolean;
  locale: Locale;
};

/** How much is drawn: rows unfolded, rows in each panel, lines of a table, characters of a person's words. */
export type Room = { unfolded: number; folded: number; lines: number; words: number };
