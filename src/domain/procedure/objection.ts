import * as z from "zod";
import type { Programme } from "../programme/programme.ts";
import { isGroup, nodesOf } from "../scoring/scheme-tree.ts";
import { procedure, step } from "./definition.ts";
import type { Choice } from "./field.ts";

// 异议: between provisional scores and publication a town may object to one indicator at a time; the office
// answers with a reason, and all towns see the answers.

const LONGEST_OBJECTION = 500;

export const objection = procedure({
  id: "objection",
  key: ({ period, town, data }) => `${period}/${town} ${data.indicator}`,
  outlasts: true,
  sees: ["town", "county", "office", "leader"],
  reasons: ["not_provisional", "objections_over"],
  states: {
    waiting: { colour: "blue", owes: { post: "office", within: 2 } },
    accepted: { colour: "green", ends: true, keepsKey: true, sees: "everyone" },
    rejected: { colour: "grey", ends: true, keepsKey: true, sees: "everyone" },
  },
  steps: {
    raise: step({
      from: "start",
      to: "waiting",
      who: ["town"],
      asks: {
        indicator: { kind: "choice", of: indicators },
        text: { kind: "words", longest: LONGEST_OBJECTION },
        /** Why the quarter's stage does not allow objections (quarter/may.ts); null if it does. */
        barred: { kind: "given", schema: z.enum(["not_provisional", "objections_over"]).nullable() },
      },
      refuses: (_, { barred }) => barred,
      tells: ["office"],
    }),
    accept: answers("accepted"),
    reject: answers("rejected"),
  },
});

function answers(to: "accepted" | "rejected") {
  return step({
    from: ["waiting"],
    to,
    who: ["office"],
    asks: { answer: { kind: "words", longest: LONGEST_OBJECTION } },
    tells: ["town", "all_towns"],
  });
}

/** Every indicator of the scheme, and "other". */
function indicators({ scheme }: Programme): Choice[] {
  const leaves = nodesOf(scheme.root).filter((node) => !isGroup(node));
  return [
    ...leaves.map(({ id, label, labelEn }) => ({ id, name: label ?? id, nameEn: labelEn ?? id })),
    { id: "other" },
  ];
}
