/**
 * Interpretations the platform does not document, or documents inconsistently (feishu-contract 3.0, 9 and
 * 11). Each mode has defaults; a switch overrides one of them. Switches with `refuse` have the name of their
 * rule in the rule book.
 */
export type CardSwitches = {
  /** Whether a `column` counts as one of the five nesting levels. */
  nesting?: "count-columns" | "ignore-columns";
  /** Whether tables written in markdown count towards a card's table limit. */
  "markdown-tables"?: "count" | "ignore";
  /** Bytes in one KB of the 30 KB limit; third-party card builders use 1024. */
  kilobyte?: "1024" | "1000";
  /** A multi-select outside a form. */
  "standalone-multi-select"?: "refuse" | "allow";
  /** A chart inside a form. */
  "chart-in-form"?: "refuse" | "allow";
  /** A table inside a collapsible panel. */
  "table-in-panel"?: "refuse" | "allow";
  /** A button in a form that neither submits nor resets it. */
  "plain-button-in-form"?: "refuse" | "allow";
  /** `required` outside a form: an error, or without effect. */
  "required-outside-form"?: "refuse" | "ignore";
  /** An initial choice that is not one of the options. */
  "unknown-initial-option"?: "refuse" | "ignore";
  /** Callback data that is a string: shown in a demo, missing from the published tables. */
  "string-callback-value"?: "refuse" | "allow";
  /**
   * Properties missing from the tables of the 2.0 pages but found in demos, change notes or production cards.
   */
  "unlisted-properties"?: "refuse" | "allow";
  /** A picture without `alt`. */
  "image-without-alt"?: "refuse" | "allow";
  /** An icon that is not in the published library. */
  "icon-token"?: "refuse" | "allow";
};
