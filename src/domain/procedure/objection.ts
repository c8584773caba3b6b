import * as z from "zod";
import type { Programme } from "../programme.ts";
import { isGroup, nodesOf } from "../scoring/scheme-tree.ts";
import { procedure, step } from "./definition.ts";
import type { Choice } from "./field.ts";

// 异议: between the provisional scores and publication a town may object, once an indicator; the office answers each
// objection with a reason, and all towns see the answers.

const LONGEST_OBJECTION = 500;

export const objection = procedure({
  id: "objection",
  key: ({ period, town, data }) => `${period}/${town} ${data.indicator}`,
  sees: ["town", "county", "office", "leader"],
  reasons: ["not_provisional", "window_closed"],
  states: {
    waiting: { colour: "blue", owes: { post: "office", within: 2 } },
    accepted: { colour: "green", ends: true, keepsKey: true, sees: "everyone" },
    rejected: { colour: "green", ends: true, keepsKey: true, sees: "everyone" },
  },
  steps: {
    raise: step({
      from: "start",
      to: "waiting",
      who: ["town"],
      asks: {
        indicator: { kind: "choice", of: indicators },
        text: { kind: "words", longest: LONGEST_OBJECTION },
        /** The last moment for objections (UTC ms); null before the provisional scores are out. */
        until: { kind: "given", schema: z.number().nullable() },
      },
      refuses(_, { until }, { now }) {
        if (until === null) return "not_provisional";
        return now > until ? "window_closed" : null;
      },
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

/** Every indicator of the scheme, and what is none of them. */
function indicators({ scheme }: Programme): Choice[] {
  const leaves = nodesOf(scheme.root).filter((node) => !isGroup(node));
  return [
    ...leaves.map(({ id, label, labelEn }) => ({ id, name: label ?? id, nameEn: labelEn ?? id })),
    { id: "other" },
  ];
}
