import * as z from "zod";
import { holidayYearSchema } from "../calendar/holiday-year.ts";
import { procedure, step } from "./definition.ts";
import { proposal } from "./proposal.ts";

// 节假日安排: one member of the office submits the year's holiday notice, a second one (a leader if the office has
// one member) confirms it. From then on all deadlines use it.

export const calendar = procedure({
  id: "calendar",
  /** `ref` is the year: one open proposal for each year. */
  key: ({ ref }) => ref,
  sees: ["office", "leader"],
  reasons: [],
  states: { ...proposal("office", 2), adopted: { colour: "green", ends: true, sees: "everyone" } },
  steps: {
    propose: step({
      from: "start",
      to: "proposed",
      who: ["office"],
      asks: {
        /** The year's arrangement as deadlines will use it. */
        year: { kind: "given", schema: holidayYearSchema },
        /** Sentences of the notice that are recommendations only. */
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
      tells: [{ took: "propose" }],
    }),
    drop: step({
      from: ["proposed"],
      to: "dropped",
      who: ["office", "leader"],
      asks: { reason: { kind: "words", longest: 200 } },
      tells: [{ took: "propose" }],
    }),
  },
});
