import { type At, step } from "./definition.ts";

// How a proposal of the office ends without adoption: refused by a colleague, or withdrawn by its proposer.

/** A second person refuses the proposal; the proposer is informed. */
export const drop = step({
  from: ["proposed"],
  to: "dropped",
  who: ["office"],
  not: "propose",
  asks: {},
  tells: [{ took: "propose" }],
});

/** The proposer withdraws it, if still a member of the office. */
export const withdraw = step({
  from: ["proposed"],
  to: "dropped",
  who: [{ took: "propose" }],
  asks: {},
  bars: (_, { actor }: At) => (actor?.role === "city_office" ? null : "not_yours"),
  tells: [],
});
