import * as z from "zod";
import { shanghaiYear } from "../calendar/shanghai-time.ts";
import { type At, type Post, procedure, step } from "../procedure/definition.ts";
import type { Asks, Field } from "../procedure/field.ts";
import type { ProcedureRecord, Values } from "../procedure/record.ts";
import { type Draft, draftLength, draftOf, draftSchema, LONGEST } from "./draft.ts";
import { filesSchema, issuedAs } from "./files.ts";
import { paragraphChoices, revise } from "./revise.ts";

// 通报 of a quarter: drafted from the frozen result, 会签 in the pack's order, 签发, numbered and sent. A correction after
// it has a 更正通报, a record of its own whose `ref` is the number of the corrected result.

const OFFICE = ["office"] as const satisfies readonly Post[];
/** Whose turn it is: the next to countersign, then whoever signs. */
const TURN = { named: "turn" } as const satisfies Post;
const ROUND = ["countersigning", "signing"] as const;
const words = { kind: "words", longest: 500 } as const;
const remark = { ...words, optional: true } as const;

/** Why there is nothing to draft; `no_town`: the pack no longer has a town of the result; `not_here`: none is where this runs. */
const UNDRAFTED = ["not_published", "nothing_to_correct", "no_town", "not_here"] as const;
const drafted = {
  draft: { kind: "given", schema: draftSchema.nullable() },
  problem: { kind: "given", schema: z.enum(UNDRAFTED).nullable() },
} as const satisfies Asks;
const refuseDraft = (_: unknown, { problem }: { problem: string | null }) => problem;

/** The result and the towns' names now: what goes on is never about others. */
const present = {
  kind: "given",
  schema: z.object({ hash: z.string(), names: z.record(z.string(), z.string()) }).nullable(),
} as const satisfies Field;
type Present = z.infer<(typeof present)["schema"]>;
export type Undrafted = (typeof UNDRAFTED)[number];
/** The text of a bulletin, or why there is none. */
export type Drafted = { draft: Draft; problem: null } | { draft: null; problem: Undrafted };

/** Why a draft no longer is about what is published, or is too long. */
function outdated(record: ProcedureRecord | null, now: Present): string | null {
  if (!record) return null;
  const draft = draftOf(record);
  if (draft.of.hash !== now?.hash) return "corrected";
  return Object.entries(draft.names).some(([slug, name]) => now.names[slug] !== name) ? "renamed" : null;
}

/** Whether a file can be made where this runs. */
const able = { kind: "given", schema: z.boolean() } as const satisfies Field;

const refuseOutdated = (record: ProcedureRecord | null, values: { present: Present }) =>
  outdated(record, values.present);

/** Passes the draft to the next in the order, or to whoever signs. */
function passOn(record: ProcedureRecord | null, _: unknown, { programme }: At): Values {
  const { countersign, signer } = programme.bulletin;
  const order =
    record?.state === "draft" || !record ? countersign : z.array(z.string()).parse(record.data.left);
  const [turn, ...left] = order;
  return turn === undefined
    ? { turn: signer, left: [], next: "signing" }
    : { turn, left, next: "countersigning" };
}

const passing = { to: { field: "next" }, refuses: refuseOutdated, sets: passOn, tells: [TURN] } as const;

export const bulletin = procedure({
  id: "bulletin",
  key: ({ period, ref }) => `${period}/${ref}`,
  number(record) {
    const issued = issuedAs(record);
    return issued && `${shanghaiYear(issued.at)}/${issued.number}`;
  },
  sees: ["office", "leader"],
  reasons: [...UNDRAFTED, "corrected", "renamed", "too_long", "repeated", "number_taken", "no_file"],
  states: {
    draft: { colour: "blue", owes: { post: "office", within: 2 } },
    countersigning: { colour: "orange", owes: { post: TURN, within: 2 } },
    signing: { colour: "yellow", owes: { post: TURN, within: 2 } },
    signed: { colour: "turquoise", owes: { post: "office", within: 1 } },
    issued: { colour: "green", ends: true, keepsKey: true, sees: "everyone" },
    withdrawn: { colour: "grey", ends: true },
  },
  steps: {
    draft: step({ from: "start", to: "draft", who: OFFICE, asks: drafted, refuses: refuseDraft, tells: [] }),
    send_round: step({
      ...passing,
      from: ["draft"],
      who: OFFICE,
      asks: { present },
      refuses: (record, values) =>
        record && draftLength(draftOf(record)) > LONGEST ? "too_long" : refuseOutdated(record, values),
    }),
    revise,
    redraft: step({
      from: ["draft"],
      to: "same",
      who: OFFICE,
      asks: drafted,
      refuses: refuseDraft,
      tells: [],
    }),
    agree: step({ ...passing, from: ["countersigning"], who: [TURN], asks: { words: remark, present } }),
    sign: step({
      from: ["signing"],
      to: "signed",
      who: [TURN],
      not: ["draft", "redraft", "revise", "send_round"],
      /** `number`: the next free one of the year, proposed to the office. */
      asks: { words: remark, present, number: { kind: "given", schema: z.number() } },
      refuses: refuseOutdated,
      tells: OFFICE,
    }),
    issue: step({
      from: ["signed"],
      to: "issued",
      who: OFFICE,
      asks: {
        number: { kind: "count", keeps: true },
        /** The numbers of the year that other bulletins have. */
        taken: { kind: "given", schema: z.array(z.number()) },
        able,
        present,
      },
      refuses(record, { number, taken, present: now }) {
        if (!Number.isInteger(number) || number < 1) return { reason: "out_of_range", field: "number" };
        if (taken.includes(number)) return { reason: "number_taken", field: "number" };
        return outdated(record, now);
      },
      tells: ["leader", "leading_group", "all_towns", "county_group"],
    }),
    remark: step({
      from: ROUND,
      to: "same",
      who: [TURN],
      asks: { paragraph: { kind: "choice", of: paragraphChoices }, words },
      tells: OFFICE,
    }),
    send_back: step({ from: ROUND, to: "draft", who: [TURN], asks: { words }, tells: OFFICE }),
    /** A department that does not answer is passed over, with the reason. */
    pass_over: step({ ...passing, from: ["countersigning"], who: OFFICE, asks: { words, present } }),
    recall: step({
      from: [...ROUND, "signed"],
      to: "draft",
      who: OFFICE,
      asks: { words },
      tells: [],
    }),
    /** The file to whoever asks, before and after it is issued. */
    file: step({
      from: ["draft", ...ROUND, "signed", "issued"],
      to: "same",
      who: ["office", "leader", TURN],
      adds: true,
      asks: { able },
      refuses: (_, { able }) => (able ? null : "no_file"),
      tells: [],
    }),
    sent: step({
      from: ["issued"],
      to: "same",
      who: OFFICE,
      along: true,
      asks: { files: { kind: "given", schema: filesSchema } },
      tells: [],
    }),
    withdraw: step({ from: ["draft"], to: "withdrawn", who: OFFICE, asks: { words }, tells: [] }),
  },
});
