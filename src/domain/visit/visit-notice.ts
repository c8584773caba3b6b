import { procedure, step } from "../procedure/definition.ts";
import { placeChoice } from "../procedure/place-choice.ts";
import type { Programme } from "../programme/programme.ts";

// 督查通知和反馈: tells a county that a visit to one of its towns comes, unless the office marked it 不打招呼, and gives back
// to the town what was noted there. One for each town of a visit (`ref`), moved by the steps of the visit.

const TOWN = { kind: "choice", of: ({ towns }: Programme) => towns.map(placeChoice) } as const;
const day = { kind: "day" } as const;
const focus = { kind: "words", longest: 200, optional: true } as const;

export const visitNotice = procedure({
  id: "visit_notice",
  key: ({ ref, town }) => `${ref} ${town}`,
  sees: ["town", "principal", "county", "county_principal", "office", "leader"],
  reasons: [],
  states: {
    announced: { colour: "blue", concerns: ["town", "county"] },
    given: { colour: "green", ends: true },
    lapsed: { colour: "grey", ends: true },
  },
  steps: {
    announce: step({
      from: "start",
      to: "announced",
      who: ["office"],
      along: true,
      asks: { town: TOWN, from: day, to: day, focus },
      tells: ["county"],
    }),
    again: step({
      from: ["announced"],
      to: "announced",
      who: [],
      along: true,
      asks: { from: day, to: day, focus },
      tells: ["county"],
    }),
    /** The county has the card already. */
    give: step({ from: ["announced"], to: "given", who: [], along: true, asks: {}, tells: ["town"] }),
    /** After a visit nobody was told of. */
    give_first: step({
      from: "start",
      to: "given",
      who: ["office"],
      along: true,
      asks: { town: TOWN, from: day, to: day },
      tells: ["town", "county"],
    }),
    /** Cancelled, or the town is visited another time. */
    lapse: step({ from: ["announced"], to: "lapsed", who: [], along: true, asks: {}, tells: ["county"] }),
  },
});
