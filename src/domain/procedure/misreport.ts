import * as z from "zod";
import type { MisreportFinding } from "../misreport/finding.ts";
import { misreportDeduction } from "../misreport/misreport.ts";
import { claimable } from "../misreport/verify-misreport.ts";
import type { Programme } from "../programme/programme.ts";
import { nodesOf } from "../scoring/scheme-tree.ts";
import { procedure, step } from "./definition.ts";
import type { Choice } from "./field.ts";
import { placeChoice } from "./place-choice.ts";
import { drop, proposal, withdraw } from "./proposal.ts";
import type { ProcedureRecord } from "./record.ts";

// 不实数据认定 (scoring.md 5): one member of the city office proposes it, another confirms it. A confirmed finding
// sets the indicator to 0 and deducts points by the size of the deviation.

const figuresSchema = z.object({ claimed: z.number().nullable(), found: z.number().nullable() });

const { proposed, dropped } = proposal("office", 2);

export const misreport = procedure({
  id: "misreport",
  key: ({ period, town, data }) => `${period}/${town} ${data.indicator}`,
  outlasts: true,
  sees: ["office"],
  reasons: ["no_report", "supplement", "nothing_claimed", "no_gap"],
  states: {
    proposed,
    confirmed: { colour: "red", ends: true, keepsKey: true, sees: ["town", "county", "leader"] },
    dropped,
  },
  steps: {
    propose: step({
      from: "start",
      to: "proposed",
      who: ["office"],
      asks: {
        town: { kind: "choice", of: ({ towns }) => towns.map(placeChoice) },
        indicator: { kind: "choice", of: indicators },
        found: { kind: "words", longest: 40 },
        reason: { kind: "words", longest: 500 },
        /**
         * The figure in the town's approved report and the correct one, in the indicator's unit; null without
         * such a figure.
         */
        figures: { kind: "given", schema: figuresSchema },
        /**
         * The town's report is a 补报 (late report), which is not ranked: there is no score to set to 0 or to
         * deduct from.
         */
        unranked: { kind: "given", schema: z.boolean() },
      },
      refuses(_, { figures: { claimed, found }, unranked }) {
        if (unranked) return "supplement";
        if (claimed === null) return "no_report";
        if (!(claimed > 0)) return "nothing_claimed";
        if (found === null || !Number.isFinite(found) || found < 0) return "not_a_number";
        return misreportDeduction(claimed, found) === null ? "no_gap" : null;
      },
      tells: ["office"],
    }),
    confirm: step({
      from: ["proposed"],
      to: "confirmed",
      who: ["office"],
      not: "propose",
      asks: {},
      tells: ["town"],
    }),
    drop,
    withdraw,
  },
});

/** The record's finding in the form a ranking stores. */
export function findingOf({ town, data }: ProcedureRecord): MisreportFinding {
  const { indicator, figures } = findingSchema.parse(data);
  return { town, indicator, ...figures };
}

const findingSchema = z.object({
  indicator: z.string(),
  figures: z.object({ claimed: z.number(), found: z.number() }),
});

function indicators({ scheme }: Programme): Choice[] {
  const nodes = new Map(nodesOf(scheme.root).map((node) => [node.id, node]));
  return claimable(scheme).map(({ id }) => {
    const { label = id, labelEn = id } = nodes.get(id) ?? {};
    return { id, name: label, nameEn: labelEn };
  });
}
