/**
 * How certain a rule is: `measured` (the platform's own answer was seen), `documented` (stated in its
 * published pages), `reported` (reported by others), `assumed` (our interpretation where the pages are silent
 * or contradictory).
 */
export type Confidence = "measured" | "documented" | "reported" | "assumed";

/**
 * Two interpretations of the platform: its published tables, and what is known to pass or fail in practice.
 */
export type CardMode = "documented" | "observed";

type Entry = {
  /** The platform's sub-code of 230099; 230025 is a top-level code. */
  code: number;
  confidence: Confidence;
  /** The rule's source: the subject of a documentation page, or what was observed where. */
  source: string;
  /** The only mode in which the rule applies; absent means both. */
  only?: CardMode;
};

const parse = 200621;
const element = 11310;
const unsupported = 200861;
const tables = "the component's own page";
const subCodes = "send message, sub-codes of 230099";
const changes = "JSON 2.0 change notes";
const production = "cards of the vendor's own plugin in production";

/** Every rule a card is checked against. */
export const ruleBook = {
  json: { code: parse, confidence: "documented", source: subCodes },
  "schema-version": {
    code: parse,
    confidence: "assumed",
    source: "the pages know 1.0 and 2.0",
    only: "documented",
  },
  size: { code: 230025, confidence: "documented", source: "send message, limits" },
  "wrong-type": { code: parse, confidence: "documented", source: subCodes },
  "unknown-property": {
    code: parse,
    confidence: "measured",
    source: `${changes}; a 2.0 card with elements at its root was answered so in 2026-07`,
  },
  "unlisted-properties": {
    code: parse,
    confidence: "documented",
    source: `${tables} leaves them out, ${production} carry them`,
    only: "documented",
  },
  "missing-property": { code: element, confidence: "documented", source: tables },
  "image-without-alt": {
    code: element,
    confidence: "documented",
    source: "the image's page requires it; never seen refused",
    only: "documented",
  },
  value: { code: element, confidence: "documented", source: tables },
  colour: { code: element, confidence: "documented", source: "colours" },
  "empty-spacing": {
    code: element,
    confidence: "assumed",
    source: "the pages name words and lengths; a demo of the vendor's column set leaves it empty",
    only: "documented",
  },
  "icon-colour": {
    code: element,
    confidence: "documented",
    source: "colours; a demo of the vendor's form gives an icon a colour they do not have",
    only: "documented",
  },
  "icon-token": {
    code: element,
    confidence: "documented",
    source: "icon library; an unknown one was never seen refused",
    only: "documented",
  },
  link: { code: element, confidence: "documented", source: "card FAQ" },
  "bare-link": { code: element, confidence: "documented", source: "card FAQ" },
  "unsupported-link": { code: unsupported, confidence: "documented", source: changes },
  "unsupported-tag": {
    code: unsupported,
    confidence: "measured",
    source: `${subCodes}; note and action in a 2.0 card were answered so in 2026-06`,
  },
  "unknown-tag": {
    code: unsupported,
    confidence: "assumed",
    source: "JSON 1.0 component overview does not have it; its answer was never seen",
    only: "documented",
  },
  placement: { code: element, confidence: "documented", source: `${changes}, what containers hold` },
  "table-in-panel": { code: element, confidence: "measured", source: "seen refused in 2026" },
  nesting: { code: element, confidence: "documented", source: "container pages: five levels" },
  "chart-in-form": {
    code: element,
    confidence: "assumed",
    source: "the form's page forbids it in one row and allows it in the next",
    only: "documented",
  },
  "standalone-multi-select": {
    code: element,
    confidence: "assumed",
    source: "the multi-selects' pages place them in a form",
    only: "documented",
  },
  "form-name": { code: element, confidence: "documented", source: "form container" },
  "form-submit": { code: element, confidence: "documented", source: "form container" },
  "field-name": { code: element, confidence: "documented", source: "form container" },
  "unique-name": { code: element, confidence: "documented", source: "form container" },
  "plain-button-in-form": {
    code: element,
    confidence: "documented",
    source: `the button's page requires form_action_type, ${production} do without`,
    only: "documented",
  },
  "required-outside-form": {
    code: element,
    confidence: "assumed",
    source: `the pages give it a meaning in forms only, ${production} carry required: false`,
    only: "documented",
  },
  "form-action-outside-form": { code: element, confidence: "documented", source: "button" },
  "option-value": { code: element, confidence: "documented", source: "single select" },
  "unknown-initial-option": {
    code: element,
    confidence: "assumed",
    source: "the selects' pages do not say what happens",
    only: "documented",
  },
  "picker-placeholder": { code: element, confidence: "documented", source: "date and time pickers" },
  "string-callback-value": {
    code: parse,
    confidence: "documented",
    source: "a demo of the vendor's carries a string, the 2.0 tables an object; undecided",
    only: "documented",
  },
  "element-id": { code: 300301, confidence: "documented", source: "card entity, error codes" },
  "not-shared": { code: 300302, confidence: "documented", source: `card entity, error codes; ${changes}` },
  user: { code: 100290, confidence: "documented", source: subCodes },
  image: { code: 200570, confidence: "documented", source: subCodes },
  "image-size": { code: 10002, confidence: "documented", source: "image" },
  "panel-padding": {
    code: 10002,
    confidence: "measured",
    source: "a log of 2026: one or four values pass, two do not",
  },
  chart: { code: 200550, confidence: "measured", source: `${subCodes}, with a real answer` },
  "table-rows": { code: 200914, confidence: "documented", source: subCodes },
  "table-row-name": { code: 200915, confidence: "documented", source: subCodes },
  "audio-forward": { code: 300220, confidence: "documented", source: subCodes },
  "audio-id": { code: 300230, confidence: "documented", source: subCodes },
  "audio-file": { code: 300240, confidence: "documented", source: subCodes },
  "most-elements": {
    code: element,
    confidence: "measured",
    source: "200 are documented; 99 buttons and a text passed, 100 buttons did not (300305)",
  },
  "most-tables": {
    code: element,
    confidence: "reported",
    source: "5 are documented; a vendor's log of 2026-03 shows 4 refused",
  },
  "tables-in-text": { code: element, confidence: "documented", source: "rich text" },
} as const satisfies Record<string, Entry>;

export type RuleName = keyof typeof ruleBook;

/** The rule book's entry for a rule: its code, source, confidence and mode. */
export function evidenceFor(rule: RuleName): Entry {
  return ruleBook[rule];
}

const isRule = (name: string): name is RuleName => Object.hasOwn(ruleBook, name);

/** The names of all rules. */
export const ruleNames: readonly RuleName[] = Object.keys(ruleBook).filter(isRule);
