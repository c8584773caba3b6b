import type { CardSwitches } from "./card-switches.ts";
import { type CardMode, evidenceFor, type RuleName, ruleNames } from "./rule-book.ts";

/** The rules and limits a card is checked against. */
export type CardReading = {
  version: 1 | 2;
  lifted: ReadonlySet<RuleName>;
  /** Whether a `column` counts as one of the five nesting levels. */
  columnsAreLevels: boolean;
  /** Whether tables written in markdown count towards a card's table limit. */
  countsMarkdownTables: boolean;
  mostBytes: number;
  mostTagged: number;
  mostTables: number;
};

/**
 * The rules that also apply to cards of JSON 1.0, which ignores unknown properties (JSON 2.0 change notes).
 */
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

/** What each mode counts towards the limits; see `most-elements` and `most-tables` in the rule book. */
const counts = {
  documented: { mostTagged: 200, mostTables: 5 },
  observed: { mostTagged: 199, mostTables: 3 },
} as const;

/** The reading for a card version and mode; switches override the mode. */
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

/** Computed once, for apps without switches of their own. */
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
