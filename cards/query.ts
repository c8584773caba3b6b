import type { ActionOf } from "./action.ts";

/** The kinds of question a button can ask. */
export type QueryKind =
  | "status"
  | "ranking"
  | "explain"
  | "compare"
  | "what_if"
  | "missing"
  | "my_form"
  | "help";
/** A question asked by pressing: answered as if it had been typed. `about` and `other`: slugs or a quarter, by kind. */
export type Query<What extends QueryKind = QueryKind> = ActionOf<"query"> & { what: What };

const asking = <What extends QueryKind>(what: What, about = "", other = ""): Query<What> => ({
  kind: "query",
  what,
  about,
  other,
});

/** The actions of buttons that ask a question. Towns by slug, quarters as `2026Q3`. */
export const query = {
  status: (town: string) => asking("status", town),
  ranking: (period: string) => asking("ranking", period),
  /** Why a town stands where it stands, in the quarter the card is about. */
  explain: (town: string) => asking("explain", town),
  compare: (town: string, other: string) => asking("compare", town, other),
  /** `goal`: a place, another town's slug, or "" for the next place up. */
  whatIf: (town: string, goal: string) => asking("what_if", town, goal),
  missing: (period: string) => asking("missing", period),
  myForm: () => asking("my_form"),
  help: () => asking("help"),
};
