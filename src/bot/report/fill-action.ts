import type { ActionOf } from "../../../cards/action.ts";

/** The actions of a town official on the report's cards. */
export type FillAction = ActionOf<
  "open" | "overview" | "save" | "settle" | "answer" | "submit" | "submit_bare"
>;
