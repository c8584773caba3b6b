import { type At, step } from "./definition.ts";

// How a proposal of the office ends without being taken: two pairs of eyes, and the proposer's own second thought.

/** A colleague does not agree; whoever proposed it hears so. */
export const drop = step({
  from: ["proposed"],
  to: "dropped",
  who: ["office"],
  not: "propose",
  asks: {},
  tells: [{ took: "propose" }],
});

/** Whoever proposed it takes it back, while still of the office. */
export const withdraw = step({
  from: ["proposed"],
  to: "dropped",
  who: [{ took: "propose" }],
  asks: {},
  bars: (_, { actor }: At) => (actor?.role === "city_office" ? null : "not_yours"),
  tells: [],
});
