/**
 * Readings the platform does not publish or publishes twice (feishu-contract 3.0, 9 and 11). Each mode has its own; a
 * switch chooses one apart from the mode. Those that refuse or not are rules of the rule book by the same name.
 */
export type CardSwitches = {
  /** Whether a `column` is one of the five levels. */
  nesting?: "count-columns" | "ignore-columns";
  /** Whether tables written in markdown count among those of a card. */
  "markdown-tables"?: "count" | "ignore";
  /** What "30 KB" means; the card builders in the field read 30 * 1024. */
  kilobyte?: "1024" | "1000";
  /** Multi-selects outside a form. */
  "standalone-multi-select"?: "refuse" | "allow";
  /** A chart inside a form. */
  "chart-in-form"?: "refuse" | "allow";
  /** A table inside a collapsible panel. */
  "table-in-panel"?: "refuse" | "allow";
  /** A button in a form that neither submits nor resets. */
  "plain-button-in-form"?: "refuse" | "allow";
  /** `required` outside a form is "an error or without effect". */
  "required-outside-form"?: "refuse" | "ignore";
  /** An initial choice that is not among the options. */
  "unknown-initial-option"?: "refuse" | "ignore";
  /** Callback data that is a string, which a demo shows and the tables do not. */
  "string-callback-value"?: "refuse" | "allow";
  /** Properties outside the tables of the 2.0 pages that demos, history notes and cards in production carry. */
  "unlisted-properties"?: "refuse" | "allow";
  /** A picture without `alt`. */
  "image-without-alt"?: "refuse" | "allow";
  /** An icon that is not in the published library. */
  "icon-token"?: "refuse" | "allow";
};
