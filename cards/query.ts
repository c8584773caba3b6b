import type { ActionOf } from "./action.ts";

/** The kinds of question a button can ask. */
export type QueryKind =
  | "status"
  | "photos"
  | "figure"
  | "ranking"
  | "table"
  | "picture"
  | "explain"
  | "compare"
  | "what_if"
  | "missing"
  | "my_form"
  | "help"
  | "urgent"
  | "ask"
  | "request";
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
  /** `period`: a quarter that was named. */
  status: (town: string, period = "") => asking("status", town, period),
  /** A town's photos of a quarter; pages count from 1. */
  photos: (town: string, period: string, page = 1) => asking("photos", town, `${period} ${page}`),
  /** `figure`: as `figureKey` writes it. */
  figure: (town: string, figure: string, period = "") => asking("figure", town, `${figure} ${period}`.trim()),
  /** The figure over the last quarters. */
  trend: (town: string, figure: string) => asking("figure", town, `${figure} trend`),
  ranking: (period: string) => asking("ranking", period),
  /** A page of the full table of a ranking, counted from 1, in private. */
  table: (period: string, page: number) => asking("table", period, String(page)),
  /** The same as a picture, in private. */
  picture: (period: string) => asking("picture", period),
  /** Why a town stands where it stands, in the quarter named or else the one the card is about. */
  explain: (town: string, period = "") => asking("explain", town, period),
  compare: (town: string, other: string) => asking("compare", town, other),
  /** `goal`: a place, another town's slug, or "" for the next place up. */
  whatIf: (town: string, goal: string) => asking("what_if", town, goal),
  missing: (period: string) => asking("missing", period),
  myForm: () => asking("my_form"),
  help: () => asking("help"),
  /** The form of an urgent message to these towns. */
  urgent: (towns: string[]) => asking("urgent", towns.join(" ")),
  /** The example of a kind of question, as if it had been typed. */
  ask: (kind: string, town = "", period = "") => asking("ask", kind, `${town} ${period}`.trim()),
  /** Passes a request on to the city office; `action`: what is to be done. */
  request: (action: string) => asking("request", action),
};
