import type { CardSwitches } from "./card-switches.ts";
import { type CardMode, evidenceFor, type RuleName, ruleNames } from "./rule-book.ts";

/** How a card is read: which rules do not hold, and how much of what is countable there may be. */
export type CardReading = {
  version: 1 | 2;
  lifted: ReadonlySet<RuleName>;
  /** Whether a `column` is one of the five levels. */
  columnsAreLevels: boolean;
  /** Whether tables written in markdown count among a card's tables. */
  countsMarkdownTables: boolean;
  mostBytes: number;
  mostTagged: number;
  mostTables: number;
};

/** What is refused in a card of JSON 1.0, which ignores what it does not know (JSON 2.0 change notes). */
const version1Rules: ReadonlySet<RuleName> = new Set([
  "json",
  "schema-version",
  "size",
  "wrong-type",
  "unknown-tag",
  "form-name",
  "form-submit",
  "field-name",
  "unique-name",
  "user",
  "image",
  "chart",
  "table-rows",
  "table-row-name",
  "audio-forward",
  "audio-id",
  "audio-file",
  "most-tables",
]);

/** What is counted in each mode; see `most-elements` and `most-tables` in the rule book. */
const counts = {
  documented: { mostTagged: 200, mostTables: 5 },
  observed: { mostTagged: 199, mostTables: 3 },
} as const;

/** The reading of a card of one version in one mode; a switch of its own wins over the mode. */
export function readingOf(mode: CardMode, version: 1 | 2, switches: CardSwitches): CardReading {
  return Object.keys(switches).length === 0
    ? usualReadings[mode][version]
    : newReading(mode, version, switches);
}

function newReading(mode: CardMode, version: 1 | 2, switches: CardSwitches = {}): CardReading {
  const { nesting = mode === "documented" ? "count-columns" : "ignore-columns" } = switches;
  return {
    version,
    lifted: new Set(ruleNames.filter((rule) => isLifted(rule, mode, version, switches))),
    columnsAreLevels: nesting === "count-columns",
    countsMarkdownTables: switches["markdown-tables"] !== "ignore",
    mostBytes: 30 * Number(switches.kilobyte ?? "1024"),
    ...counts[mode],
  };
}

/** Made once: every card of an app without switches of its own is read so. */
const usualReadings = {
  documented: { 1: newReading("documented", 1), 2: newReading("documented", 2) },
  observed: { 1: newReading("observed", 1), 2: newReading("observed", 2) },
} as const;

function isLifted(rule: RuleName, mode: CardMode, version: 1 | 2, switches: CardSwitches): boolean {
  if (version === 1 && !version1Rules.has(rule)) return true;
  const switched = Object.entries(switches).find(([name]) => name === rule)?.[1];
  if (switched !== undefined) return switched !== "refuse";
  const { only } = evidenceFor(rule);
  return only !== undefined && only !== mode;
}
