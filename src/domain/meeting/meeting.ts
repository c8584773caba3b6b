import * as z from "zod";
import { type PeriodId, quarterAt } from "../calendar/period.ts";
import { shanghaiDay, shanghaiTime } from "../calendar/shanghai-time.ts";
import { WHY_DAY_OFF } from "../procedure/day-off.ts";
import { type At, type Post, procedure, step } from "../procedure/definition.ts";
import { type Asks, type Choice, offeredSchema } from "../procedure/field.ts";
import type { ProcedureRecord, Values } from "../procedure/record.ts";
import { countyOf, type Programme, townBySlug } from "../programme/programme.ts";
import { addresseeChoices } from "../task/actors.ts";
import { LONGEST_TITLE } from "../task/task-steps.ts";

// 现场会: a meeting in a town, to show and compare. The office proposes it, a leader approves; then everyone invited has an
// invitation (invitation.ts) and an entry in the calendar. What it decides becomes 督办 items.

const OFFICE = ["office"] as const satisfies readonly Post[];
const GUESTS = { each: "invited" } as const satisfies Post;
const LONGEST_WORDS = 500;
const words = { kind: "words", longest: LONGEST_WORDS } as const;
const STARTS = ["08:30", "09:00", "09:30", "10:00", "14:00", "14:30", "15:00", "15:30"] as const;
const HOURS = ["1", "2", "3", "4", "8"] as const;
/** Everyone of a kind as one choice of guests; no address begins with `@`. */
const ALL_OF = ["@towns", "@counties", "@departments"] as const;

const WHEN = {
  day: { kind: "day", workingDay: true, edge: "none", keeps: true },
  day_off: { ...WHY_DAY_OFF, keeps: true },
  time: { kind: "choice", of: () => STARTS.map((id) => ({ id })), keeps: true },
  hours: { kind: "choice", of: () => HOURS.map((id) => ({ id })), keeps: true },
  place: { kind: "words", longest: 60, keeps: true },
} as const satisfies Asks;

/** Why this town: the share of its distance to the highest score that it closed between two published quarters. */
const gapSchema = z.object({ from: z.string(), to: z.string(), gap: z.number(), place: z.number() });
export type GapClosed = z.infer<typeof gapSchema>;

export const meeting = procedure({
  id: "meeting",
  key: ({ id }) => id,
  sees: ["office", "leader"],
  reasons: ["date_past", "not_yet", "day_past", "unchanged"],
  states: {
    proposed: { colour: "orange", owes: { post: "leader", within: 3 } },
    called: { colour: "blue", owes: { post: "office", within: { day: "day" } }, sees: "everyone" },
    held: { colour: "turquoise", owes: { post: "office", within: 5 }, sees: "everyone" },
    closed: { colour: "green", ends: true, sees: "everyone" },
    refused: { colour: "grey", ends: true },
    withdrawn: { colour: "grey", ends: true },
    cancelled: { colour: "grey", ends: true, sees: "everyone" },
  },
  steps: {
    propose: step({
      from: "start",
      to: "proposed",
      who: OFFICE,
      asks: {
        town: { kind: "choice", of: "candidates" },
        /** The gap it closed is a reason by itself. */
        reason: { kind: "words", longest: 300, optional: true },
        agenda: words,
        ...WHEN,
        guests: { kind: "choice", of: "offered", many: true },
        /** Every town, the one that closed the largest gap first. */
        candidates: { kind: "given", schema: offeredSchema },
        offered: { kind: "given", schema: offeredSchema },
        /** Of the chosen town; null where no two quarters can be compared. */
        gap: { kind: "given", schema: gapSchema.nullable() },
      },
      refuses: (_, { day, reason, gap }, { now }) =>
        reason === "" && gap === null ? { reason: "empty", field: "reason" } : pastDay(day, now),
      sets: (_, { town, guests }, { programme }): Values => ({ invited: invitedBy(programme, town, guests) }),
      tells: ["leader"],
    }),
    approve: step({
      from: ["proposed"],
      to: "called",
      who: ["leader"],
      not: "propose",
      asks: {},
      bars: dayPast,
      tells: OFFICE,
    }),
    refuse: step({ from: ["proposed"], to: "refused", who: ["leader"], asks: { why: words }, tells: OFFICE }),
    withdraw: step({
      from: ["proposed"],
      to: "withdrawn",
      who: [{ took: "propose" }],
      asks: {},
      bars: (_, { actor }: At) => (actor?.role === "city_office" ? null : "not_yours"),
      tells: ["leader"],
    }),
    /** Another day, hour or place: everyone invited is told and asked again, and the calendar follows. */
    move: step({
      from: ["called"],
      to: "same",
      alters: true,
      who: OFFICE,
      asks: { ...WHEN, why: words },
      refuses: (record, values, { now }) => {
        const moved = MOVED.some((name) => values[name] !== record?.data[name]);
        return moved ? pastDay(values.day, now) : "unchanged";
      },
      sets: (record) => ({ event: "", left: record?.data.event ?? "", unscheduled: null }),
      tells: ["leader"],
    }),
    cancel: step({ from: ["called"], to: "cancelled", who: OFFICE, asks: { why: words }, tells: ["leader"] }),
    minutes: step({
      from: ["called"],
      to: "held",
      who: OFFICE,
      bars: ({ data }, { now }) => (shanghaiDay(now) < String(data.day) ? "not_yet" : null),
      asks: { minutes: { kind: "words", longest: 1000 }, shown: { kind: "evidence", least: 0 } },
      tells: ["leader", GUESTS],
    }),
    /** What it decided, one at a time: each becomes a 督办 item. */
    decide: step({
      from: ["held"],
      to: "same",
      who: OFFICE,
      adds: true,
      asks: {
        to: { kind: "choice", of: (programme, _, actor) => addresseeChoices(programme, actor) },
        title: { kind: "words", longest: LONGEST_TITLE },
        owner: { kind: "words", longest: 30 },
        due: { kind: "day", workingDay: true },
        day_off: WHY_DAY_OFF,
      },
      refuses: (_, { due }, { now }) =>
        due < shanghaiDay(now) ? { reason: "date_past", field: "due" } : null,
      tells: [],
    }),
    /** Photos in reply to the card, from the office and from the host. */
    show: step({
      from: ["called", "held"],
      to: "same",
      who: ["office", "town"],
      byReply: true,
      asks: { words: { ...words, optional: true } },
      tells: [],
    }),
    close: step({ from: ["held"], to: "closed", who: OFFICE, asks: {}, tells: [] }),
    /** The calendar took the entry, or refused it; the meeting goes on either way. */
    schedule: step({
      from: ["called"],
      to: "same",
      who: [],
      along: true,
      asks: { event: { kind: "given", schema: z.string() } },
      tells: [],
    }),
    unschedule: step({
      from: ["called"],
      to: "same",
      who: [],
      along: true,
      asks: { unscheduled: { kind: "given", schema: z.enum(["permission", "refused"]) } },
      tells: OFFICE,
    }),
  },
  shows: "show",
});

const MOVED = ["day", "time", "hours", "place"] as const;

function pastDay(day: string, now: number) {
  return day < shanghaiDay(now) ? { reason: "date_past", field: "day" } : null;
}

function dayPast({ data }: ProcedureRecord, { now }: At): string | null {
  return shanghaiDay(now) > String(data.day) ? "day_past" : null;
}

/** The addresses that are invited: the chosen ones, the host and its county; each once. */
function invitedBy(programme: Programme, host: string, guests: readonly string[]): string[] {
  const town = townBySlug(programme, host);
  const own = town ? [`town.${host}`, `county.${countyOf(programme, town).slug}`] : [];
  const all: Record<(typeof ALL_OF)[number], () => string[]> = {
    "@towns": () => programme.towns.map(({ slug }) => `town.${slug}`),
    "@counties": () => programme.counties.map(({ slug }) => `county.${slug}`),
    "@departments": () => programme.departments.map(({ slug }) => `department.${slug}`),
  };
  const chosen = guests.flatMap((guest) => {
    const kind = ALL_OF.find((one) => one === guest);
    return kind ? all[kind]() : [guest];
  });
  return [...new Set([...own, ...chosen])];
}

const factsSchema = z.object({
  day: z.string(),
  time: z.string(),
  hours: z.coerce.number(),
  place: z.string(),
  agenda: z.string(),
  reason: z.string(),
  invited: z.array(z.string()),
  gap: gapSchema.nullable().default(null),
  minutes: z.string().default(""),
  event: z.string().default(""),
  left: z.string().default(""),
  unscheduled: z.enum(["permission", "refused"]).nullable().default(null),
});
export type MeetingFacts = z.infer<typeof factsSchema>;

/**
 * What a meeting's record says; `event`: its entry in the calendar ("" for none), `unscheduled`: why there is none, `left`:
 * the entry of the day it was moved from.
 */
export function meetingFacts({ data }: Pick<ProcedureRecord, "data">): MeetingFacts {
  return factsSchema.parse(data);
}

/** When it begins and ends, UTC ms. */
export function meetingTimes({ day, time, hours }: MeetingFacts): { start: number; end: number } {
  const start = shanghaiTime(day, time);
  return { start, end: start + hours * 3_600_000 };
}

/** How often each town hosted a meeting that was held in a quarter, for the bonus of its scheme. */
export function hostedIn(records: readonly ProcedureRecord[], period: PeriodId): Map<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) {
    if (record.state !== "held" && record.state !== "closed") continue;
    if (quarterAt(meetingTimes(meetingFacts(record)).start) !== period) continue;
    counts.set(record.town, (counts.get(record.town) ?? 0) + 1);
  }
  return counts;
}

/** Everyone a meeting may invite: all towns, counties or departments, each of them, and the `heads`. */
export function guestChoices(programme: Programme, heads: readonly Choice[]): Choice[] {
  return [...ALL_OF.map((id) => ({ id })), ...addresseeChoices(programme, null), ...heads];
}
