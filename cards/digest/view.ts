import type { DigestFacts } from "../../src/domain/digest/facts.ts";
import type { Changes } from "../../src/domain/digest/what-changed.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Scheme } from "../../src/domain/scoring/scheme.ts";

/**
 * The data of a digest card. `first`: there was no earlier digest; `preview`: requested by a person between digests;
 * `scheme`: the ranking's, for the names of its indicators; `forAll`: for readers of both languages.
 */
export type DigestView = {
  programme: Programme;
  facts: DigestFacts;
  changes: Changes;
  scheme: Scheme | null;
  first: boolean;
  preview: boolean;
  forAll?: true;
  locale: Locale;
};

/** Limits of a drawing: unfolded rows, rows in each panel, lines of a table, characters of a quotation. */
export type Room = { unfolded: number; folded: number; lines: number; words: number };
