import * as z from "zod";
import { procedure, step } from "../procedure/definition.ts";
import { type Asks, offeredSchema } from "../procedure/field.ts";
import { DECISION, declined, proposal, withdraw } from "../procedure/proposal.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import { LIGHTS } from "../scoring/lights.ts";
import { LISTS } from "./listing-rule.ts";

// 红黑榜: the office puts forward the list that follows from the published rule, a leader decides on it with a reason.
// Each town that is listed gets a record of its own (listing.ts); nothing follows from being listed by itself.

/** `times`: how often the town is on this list, this time included; on the black list alone. */
const listSchema = z.object({
  towns: z.array(
    z.object({
      town: z.string(),
      list: z.enum(LISTS),
      rank: z.number(),
      score: z.number(),
      light: z.enum(LIGHTS),
      times: z.number(),
    }),
  ),
  /** The hash of the published result it follows from. */
  hash: z.string(),
});

/** Who is left off the black list for force majeure, and what it was. */
const judged = {
  exempt: { kind: "choice", of: "choices", many: true, optional: true, keeps: true },
  cause: { kind: "words", longest: 300, optional: true, keeps: true },
  list: { kind: "given", schema: listSchema.nullable() },
  /** The towns that may be exempt: those put forward for the black list. */
  choices: { kind: "given", schema: offeredSchema },
} as const satisfies Asks;

function causeProblem({ exempt, cause }: { exempt: readonly string[]; cause: string }) {
  if (exempt.length > 0 && cause === "") return { reason: "no_cause", field: "cause" };
  return cause !== "" && exempt.length === 0 ? { reason: "no_exempt", field: "exempt" } : null;
}

export const honours = procedure({
  id: "honours",
  /** One list for a quarter. */
  key: ({ data }) => String(data.quarter),
  sees: ["office", "leader"],
  confidential: true,
  reasons: ["no_ranking", "nobody", "no_cause", "no_exempt", "moved"],
  states: { ...proposal("leader", 5), adopted: { colour: "green", ends: true, keepsKey: true } },
  steps: {
    propose: step({
      from: "start",
      to: "proposed",
      who: ["office"],
      asks: {
        quarter: { kind: "choice", of: "quarters" },
        ...judged,
        reason: { kind: "words", longest: 500 },
        /** The published quarters, the newest first. */
        quarters: { kind: "given", schema: offeredSchema },
      },
      refuses(_, values) {
        if (values.list === null) return "no_ranking";
        return values.list.towns.length === 0 ? "nobody" : causeProblem(values);
      },
      tells: ["leader"],
    }),
    adopt: step({
      from: ["proposed"],
      to: "adopted",
      who: ["leader"],
      not: "propose",
      asks: { ...judged, decision: DECISION },
      refuses(record, values) {
        const before = record && honoursList(record);
        return values.list?.hash !== before?.hash ? "moved" : causeProblem(values);
      },
      tells: ["office"],
    }),
    drop: declined,
    withdraw,
  },
});

export type HonoursList = z.infer<typeof listSchema>;
export type Listed = HonoursList["towns"][number];

/** The list of a record as it was last put forward or decided. */
export function honoursList({ data }: Pick<ProcedureRecord, "data">): HonoursList | null {
  return listSchema.nullable().parse(data.list ?? null);
}

/** The towns of the list that are not exempt. */
export function listedTowns(record: Pick<ProcedureRecord, "data">): Listed[] {
  const exempt = exemptTowns(record);
  return (honoursList(record)?.towns ?? []).filter(({ town }) => !exempt.includes(town));
}

/** The towns left off the black list. */
export function exemptTowns({ data }: Pick<ProcedureRecord, "data">): string[] {
  return z.array(z.string()).parse(data.exempt ?? []);
}
