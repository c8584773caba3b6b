import type { ActionOf } from "../../../cards/action.ts";

/** What a town official presses on the cards of the report. */
export type FillAction = ActionOf<
  "open" | "overview" | "save" | "settle" | "answer" | "submit" | "submit_bare"
>;
