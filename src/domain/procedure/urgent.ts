import * as z from "zod";
import { quietUntil } from "../calendar/quiet-hours.ts";
import type { Person } from "../programme/people.ts";
import { type At, procedure, step } from "./definition.ts";
import { offeredSchema } from "./field.ts";
import type { ProcedureRecord } from "./record.ts";

// 加急: one message to towns, marked urgent. It needs approval by a second, named person and a reason, and has
// an end time. It is sent only when approved.

const LONGEST_WORDS = 300;
const LONGEST_REASON = 200;
/** The longest duration of an urgent message, ms. */
const LONGEST_LIFE = 86_400_000;

const approver = { named: "approver" } as const;
const proposer = { took: "propose" } as const;

export const urgent = procedure({
  id: "urgent",
  /** The same text to the same towns is allowed only once at a time. */
  key: ({ data }) => `${data.to} ${data.words}`,
  sees: [proposer, approver],
  reasons: ["outside_hours", "no_towns", "end", "expired", "all_done", "no_receiver"],
  states: {
    proposed: { colour: "orange", owes: { post: approver, within: { moment: "until" } } },
    sent: { colour: "blue" },
    over: { colour: "grey", ends: true },
    refused: { colour: "grey", ends: true },
    withdrawn: { colour: "grey", ends: true },
    expired: { colour: "grey", ends: true },
  },
  steps: {
    propose: step({
      from: "start",
      to: "proposed",
      who: ["office"],
      asks: {
        /** Towns by slug, or `@missing`: all that have not reported. */
        towns: { kind: "choice", of: "places", many: true },
        words: { kind: "words", longest: LONGEST_WORDS },
        reason: { kind: "words", longest: LONGEST_REASON },
        /** An open_id: another member of the office, or a leader. */
        approver: { kind: "choice", of: "approvers" },
        /** UTC ms; after this time the message is neither approved nor sent. */
        until: { kind: "choice", of: "ends" },
        places: { kind: "given", schema: offeredSchema },
        approvers: { kind: "given", schema: offeredSchema },
        ends: { kind: "given", schema: offeredSchema },
        /** Slugs of the towns, and the number of their officials. */
        to: { kind: "given", schema: z.array(z.string()) },
        receivers: { kind: "given", schema: z.number() },
        /** Urgent messages sent so far this month and this quarter. */
        month: { kind: "given", schema: z.number() },
        quarter: { kind: "given", schema: z.number() },
      },
      refuses(_, { to, until }, { now }) {
        if (quietUntil(now) > now) return "outside_hours";
        if (to.length === 0) return "no_towns";
        return mayEnd(Number(until), now) ? null : "end";
      },
      tells: [approver],
    }),
    approve: step({
      from: ["proposed"],
      to: "sent",
      who: [approver],
      not: "propose",
      asks: {
        /** The towns that have not reported in the meantime, and the number of their officials. */
        sendTo: { kind: "given", schema: z.array(z.string()) },
        officials: { kind: "given", schema: z.number() },
      },
      bars: decides,
      refuses(_, { sendTo, officials }, { now }) {
        if (quietUntil(now) > now) return "outside_hours";
        if (sendTo.length === 0) return "all_done";
        return officials === 0 ? "no_receiver" : null;
      },
      tells: [],
    }),
    refuse: step({
      from: ["proposed"],
      to: "refused",
      who: [approver],
      asks: { why: { kind: "words", longest: LONGEST_REASON } },
      bars: decides,
      tells: [proposer],
    }),
    withdraw: step({ from: ["proposed"], to: "withdrawn", who: [proposer], asks: {}, bars: runs, tells: [] }),
    expire: step({
      from: ["proposed"],
      to: "expired",
      who: [],
      asks: {},
      tells: [proposer],
      after: { moment: "until" },
    }),
    end: step({ from: ["sent"], to: "over", who: [], asks: {}, tells: [], after: { moment: "until" } }),
  },
});

/** Whether a person may approve `by`'s urgent message: another member of the city office, or a leader. */
export function mayApprove(person: Pick<Person, "role" | "openId">, by: string): boolean {
  return (person.role === "city_office" || person.role === "leader") && person.openId !== by;
}

/**
 * Whether `until` is an allowed end time for a message proposed at `now`: in working hours and within a day.
 */
export function mayEnd(until: number, now: number): boolean {
  const inHours = until > now && quietUntil(until - 1) < until;
  return inHours && until - now <= LONGEST_LIFE;
}

const factsSchema = z.object({
  words: z.string(),
  reason: z.string(),
  until: z.coerce.number(),
  to: z.array(z.string()),
  receivers: z.number().nullable().default(null),
  month: z.number().nullable().default(null),
  quarter: z.number().nullable().default(null),
  sendTo: z.array(z.string()).default([]),
});

/**
 * The facts in a record; `receivers`, `month` and `quarter` are null if they were not counted when it was
 * proposed.
 */
export function urgentFacts({ data }: Pick<ProcedureRecord, "data">) {
  return factsSchema.parse(data);
}

/** Refuses after the end time, even if the automatic step has not been taken yet. */
function runs(record: ProcedureRecord, { now }: At): string | null {
  return now < urgentFacts(record).until ? null : "expired";
}

/** Only the named approver may decide, before the end time and while a member of the office or a leader. */
function decides(record: ProcedureRecord, at: At): string | null {
  if (!at.actor || !mayApprove(at.actor, "")) return "not_yours";
  return runs(record, at);
}
