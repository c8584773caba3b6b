import * as z from "zod";
import { holidayYearSchema } from "../holiday-notice/holiday-year.ts";
import { procedure, step } from "./definition.ts";

// 节假日安排: the year's holiday notice, read from its text by one person of the office and confirmed by a second, or by a
// leader where the office is one person. From then on it is the calendar that every deadline is counted by.

export const calendar = procedure({
  id: "calendar",
  /** `ref` is the year: one proposal of it at a time. */
  key: ({ ref }) => ref,
  sees: ["office", "leader"],
  reasons: [],
  states: {
    proposed: { colour: "blue", owes: { post: "office", within: 2 } },
    adopted: { colour: "green", ends: true, sees: "everyone" },
    dropped: { colour: "grey", ends: true },
  },
  steps: {
    propose: step({
      from: "start",
      to: "proposed",
      who: ["office"],
      asks: {
        /** The year as it will be counted. */
        year: { kind: "given", schema: holidayYearSchema },
        /** Sentences of the notice that only encourage. */
        encouraged: { kind: "given", schema: z.array(z.string()) },
      },
      tells: ["office", "leader"],
    }),
    adopt: step({
      from: ["proposed"],
      to: "adopted",
      who: ["office", "leader"],
      not: "propose",
      asks: {},
      tells: ["office"],
    }),
    drop: step({
      from: ["proposed"],
      to: "dropped",
      who: ["office", "leader"],
      asks: { reason: { kind: "words", longest: 200 } },
      tells: ["office"],
    }),
  },
});
