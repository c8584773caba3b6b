import * as z from "zod";
import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { type At, procedure, step } from "../procedure/definition.ts";
import { placeChoice } from "../procedure/place-choice.ts";
import type { ProcedureRecord } from "../procedure/record.ts";

// 现场会参会: the invitation of one unit or person to a meeting on site. Its receiver says who comes, and signs in on the
// day; a record for each, so that a hundred may answer at once.

const GUEST = { named: "to" } as const;
const REPLY_DAYS = 2;
const ANSWERED = ["invited", "coming", "deputised", "excused"] as const;

export const invitation = procedure({
  id: "invitation",
  /** `ref` is the meeting. */
  key: ({ ref, data }) => `${ref} ${data.to}`,
  sees: [GUEST, "office", "leader"],
  reasons: ["not_yet"],
  states: {
    invited: { colour: "blue", owes: { post: GUEST, within: REPLY_DAYS } },
    coming: { colour: "turquoise", concerns: [GUEST] },
    deputised: { colour: "turquoise", concerns: [GUEST] },
    excused: { colour: "yellow", concerns: [GUEST] },
    attended: { colour: "green", ends: true },
    absent: { colour: "grey", ends: true },
    unmarked: { colour: "grey", ends: true },
    lapsed: { colour: "grey", ends: true },
  },
  steps: {
    invite: step({
      from: "start",
      to: "invited",
      who: ["office"],
      // By the approval of the meeting, which knows all of it.
      along: true,
      asks: {
        /** A post or a person's open_id. */
        to: { kind: "given", schema: z.string() },
        host: { kind: "choice", of: ({ towns }) => towns.map(placeChoice) },
        day: { kind: "day" },
      },
      tells: [GUEST],
    }),
    accept: step({
      from: ["invited", "deputised", "excused"],
      to: "coming",
      who: [GUEST],
      asks: {},
      tells: [],
    }),
    deputise: step({
      from: ["invited", "coming", "excused"],
      to: "deputised",
      who: [GUEST],
      asks: {
        deputy: { kind: "words", longest: 30 },
        why: { kind: "words", longest: 100, optional: true },
      },
      tells: [],
    }),
    excuse: step({
      from: ["invited", "coming", "deputised"],
      to: "excused",
      who: [GUEST],
      asks: { why: { kind: "words", longest: 100 } },
      tells: ["office"],
    }),
    /** The meeting was moved: whoever answered is asked anew. */
    again: step({
      from: ANSWERED,
      to: "invited",
      who: [],
      along: true,
      asks: { day: { kind: "day" } },
      tells: [GUEST],
    }),
    /** 签到. The office may sign in whoever was there and could not. */
    attend: step({
      from: [...ANSWERED, "unmarked"],
      to: "attended",
      who: [GUEST, "office"],
      asks: {},
      bars: notYet,
      tells: [],
    }),
    miss: step({ from: ["unmarked"], to: "absent", who: ["office"], asks: {}, bars: notYet, tells: [] }),
    /** The meeting was held, and nobody signed in. */
    settle: step({ from: ANSWERED, to: "unmarked", who: [], along: true, asks: {}, tells: [] }),
    /** The meeting was cancelled. */
    lapse: step({ from: ANSWERED, to: "lapsed", who: [], along: true, asks: {}, tells: [GUEST] }),
  },
});

function notYet({ data }: ProcedureRecord, { now }: At): string | null {
  return shanghaiDay(now) < String(data.day) ? "not_yet" : null;
}

const guestSchema = z.object({ to: z.string(), deputy: z.string().default("") });

/** Who is invited, as an address (`town.qikou` or an open_id), the deputy named ("" for none), and how it stands. */
export type Guest = { to: string; deputy: string; state: string };

export function guestOf({ data, state }: Pick<ProcedureRecord, "data" | "state">): Guest {
  const { to, deputy } = guestSchema.parse(data);
  return { to, deputy: state === "deputised" || state === "attended" ? deputy : "", state };
}
