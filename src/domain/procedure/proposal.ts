import { type At, step } from "./definition.ts";

// How an office proposal ends without being adopted: refused by a colleague, or withdrawn by its proposer.

/** A second person refuses; the proposer is told. */
export const drop = step({
  from: ["proposed"],
  to: "dropped",
  who: ["office"],
  not: "propose",
  asks: {},
  tells: [{ took: "propose" }],
});

/** The proposer withdraws it, while still a member of the office. */
export const withdraw = step({
  from: ["proposed"],
  to: "dropped",
  who: [{ took: "propose" }],
  asks: {},
  bars: (_, { actor }: At) => (actor?.role === "city_office" ? null : "not_yours"),
  tells: [],
});
