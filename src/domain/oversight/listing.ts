import * as z from "zod";
import { procedure, step } from "../procedure/definition.ts";
import type { ProcedureRecord } from "../procedure/record.ts";

// A town's place on a quarter's red or black list, as a leader decided it: a record of the town alone, which only the
// town, its county and those who decide may see. Begun by the code with the decision (honours.ts).

const placeSchema = z.object({
  rank: z.number(),
  score: z.number(),
  times: z.number(),
  decision: z.string(),
});
const CONCERNED = ["town", "principal", "county", "county_principal"] as const;

function listed(to: "red" | "black") {
  return step({
    from: "start",
    to,
    who: ["leader"],
    along: true,
    asks: { place: { kind: "given", schema: placeSchema } },
    tells: ["town", "county"],
  });
}

export const listing = procedure({
  id: "listing",
  key: ({ period, town }) => `${period}/${town}`,
  outlasts: true,
  sees: [...CONCERNED, "office", "leader"],
  confidential: true,
  reasons: [],
  states: {
    red: { colour: "green", ends: true, keepsKey: true },
    black: { colour: "red", ends: true, keepsKey: true },
  },
  steps: { praise: listed("red"), criticise: listed("black") },
});

/** Rank and score of the quarter, how often the town is on this list, and the reason of the decision. */
export function placeOf({ data }: Pick<ProcedureRecord, "data">): z.infer<typeof placeSchema> {
  return placeSchema.parse(data.place);
}
