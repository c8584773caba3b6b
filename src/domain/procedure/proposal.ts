import { type At, type Post, step } from "./definition.ts";

// A proposal of the office: its states, and how it ends: adopted or refused by a second person, or withdrawn.

/** Its states; `decides` within so many working days. */
export function proposal<const P extends Post>(decides: P, within: number) {
  return {
    proposed: { colour: "orange", owes: { post: decides, within } },
    adopted: { colour: "green", ends: true },
    dropped: { colour: "grey", ends: true },
  } as const;
}

/** Why a leader decides so. */
export const DECISION = { kind: "words", longest: 500 } as const;

/** A second person adopts it; the proposer is informed. */
export function adoptedBy(...who: Post[]) {
  const on = { from: ["proposed"], to: "adopted", not: "propose" } as const;
  return step({ ...on, who, asks: {}, tells: [{ took: "propose" }] });
}

/** A second person refuses the proposal; the proposer is informed. */
export const drop = step({
  from: ["proposed"],
  to: "dropped",
  who: ["office"],
  not: "propose",
  asks: {},
  tells: [{ took: "propose" }],
});

/** A leader refuses it, with a reason. */
export const declined = step({
  from: ["proposed"],
  to: "dropped",
  who: ["leader"],
  not: "propose",
  asks: { decision: DECISION },
  tells: ["office"],
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
