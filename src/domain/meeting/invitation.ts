import * as z from "zod";
import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { type At, procedure, type Reply, step } from "../procedure/definition.ts";
import { placeChoice } from "../procedure/place-choice.ts";
import type { ProcedureRecord } from "../procedure/record.ts";

// 现场会参会: the invitation of one unit or person to a meeting on site. Its receiver says who comes, and signs in on the
// day; a record for each, so that a hundred may answer at once.

const GUEST = { named: "to" } as const;
const REPLY_DAYS = 2;
/** Characters of an answer that only says yes. */
const LONGEST_YES = 12;
const ANSWERED = ["invited", "coming", "deputised", "excused"] as const;

export const invitation = procedure({
  id: "invitation",
  /** `ref` is the meeting. */
  key: ({ ref, data }) => `${ref} ${data.to}`,
  sees: [GUEST, "office", "leader"],
  quietly: true,
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
    /** 签到. The office may sign in whoever was there and could not. */
    attend: step({
      from: [...ANSWERED, "unmarked"],
      to: "attended",
      who: [GUEST, "office"],
      asks: {},
      bars: notYet,
      tells: [],
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
    miss: step({ from: ["unmarked"], to: "absent", who: ["office"], asks: {}, bars: notYet, tells: [] }),
    /** The meeting was held, and nobody signed in. */
    settle: step({ from: ANSWERED, to: "unmarked", who: [], along: true, asks: {}, tells: [] }),
    /** The meeting was cancelled. */
    lapse: step({ from: ANSWERED, to: "lapsed", who: [], along: true, asks: {}, tells: [GUEST] }),
  },
  reply,
});

const QUESTION = /[?？吗呢]$|什么|几[点号]|哪/;
const DEPUTY =
  /^(?:拟|我?[镇县乡区市局]?)?(?:委?派|由|让)(.+?)(?:同志)?(?:代(?:为|替|表)?(?:参会|会|参加|出席)?|参会|参加|出席|去)[。.!！]?$/;

/** An answer in words: 收到 / 参加, 请假 with why, 派张强副县长参加, 签到. */
function reply(said: string): Reply | null {
  const text = said.trim();
  if (text === "" || QUESTION.test(text)) return null;
  const [, deputy] = DEPUTY.exec(text) ?? [];
  if (deputy) return { step: "deputise", typed: { deputy } };
  if (/签到|已到|到了/.test(text)) return { step: "attend", typed: {} };
  if (/请假|(?:参加|来|去|到)不了|(?:不能?|无法)(?:参加|出席|到会|去|来)/.test(text))
    return { step: "excuse", typed: { why: text.replace(/^请假[\s，,：:。]*/, "") }, asks: "" };
  const comes = /^(?:收到|好的?|参加|准时|按时|会到|能到)/.test(text) && text.length <= LONGEST_YES;
  return comes ? { step: "accept", typed: {} } : null;
}

function notYet({ data }: ProcedureRecord, { now }: At): string | null {
  return shanghaiDay(now) < String(data.day) ? "not_yet" : null;
}

const guestSchema = z.object({
  to: z.string(),
  deputy: z.string().default(""),
  why: z.string().default(""),
});

/**
 * Who is invited, as an address (`town.qikou` or an open_id), the deputy named and why one is excused ("" for none), and
 * how it stands.
 */
export type Guest = { to: string; deputy: string; why: string; state: string };

export function guestOf({ data, state }: Pick<ProcedureRecord, "data" | "state">): Guest {
  const { to, deputy, why } = guestSchema.parse(data);
  const sent = state === "deputised" || state === "attended";
  return { to, deputy: sent ? deputy : "", why: state === "excused" ? why : "", state };
}
